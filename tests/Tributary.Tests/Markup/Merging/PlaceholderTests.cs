using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Merging;

public sealed class PlaceholderTests
{
    private const string Clock = "<foo:clock xmlns:foo=\"urn:app\" />";
    private const string Toc = "<ac:structured-macro ac:name=\"toc\" ac:macro-id=\"i1\"></ac:structured-macro>";
    private const string Page = $"<p>one</p>{Clock}{Toc}<p>two {Now} three</p>";
    private const string Now = "<foo:now xmlns:foo=\"urn:app\" />";

    private const string Unheard = """{"type":"unheard","attrs":{"secret":1}}""";
    private const string Extension = """{"type":"extension","attrs":{"extensionType":"com.forge","extensionKey":"k"}}""";
    private const string Text = """{"type":"paragraph","content":[{"type":"text","text":"one"}]}""";

    [Theory]
    [InlineData("one\n\n::toc{#m2}\n\n::opaque[foo:clock]{#m1}\n\ntwo :opaque[foo:now]{#m3} three", $"<p>one</p>{Toc}{Clock}<p>two {Now} three</p>")]
    [InlineData("::toc{#m2}\n\none :opaque[foo:now]{#m3}\n\n> ::opaque[foo:clock]{#m1}\n\ntwo three", $"{Toc}<p>one {Now}</p><blockquote>{Clock}</blockquote><p>two three</p>")]
    [InlineData("one\n\n::toc{#m2}\n\ntwo three", $"<p>one</p>{Toc}<p>two three</p>", "opaque #m1", "opaque #m3")]
    [InlineData("one\n\n::opaque[foo:clock]{#m1}\n\n::toc{#m2}\n\n::toc{#m2}\n\ntwo :opaque[foo:now]{#m3} three", $"<p>one</p>{Clock}{Toc}<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"></ac:structured-macro><p>two {Now} three</p>", "a second toc #m2, written as if it were new")]
    [InlineData("one\n\n::opaque[other]{#m1}\n\n::toc{#m2}\n\ntwo :opaque[other]{#m3} three", Page, "a change to 'opaque' (#m1), of which only the place can change", "a change to 'opaque' (#m3), of which only the place can change")]
    [InlineData("one\n\n::opaque[foo:clock]{#m1}\n\n::toc{#m2}\n\n::children{#m9}\n\ntwo :opaque[foo:now]{#m3} three", $"<p>one</p>{Clock}{Toc}<ac:structured-macro ac:name=\"children\" ac:schema-version=\"1\"></ac:structured-macro><p>two {Now} three</p>", "the handle #m9, which is none of this page")]
    public void An_original_may_move_and_go_and_nothing_else(string markdown, string after, params string[] losses)
    {
        Conversion changed = StorageFormat.FromMarkdown(markdown, Page);

        Assert.Equal(after, changed.Text);
        Assert.Equal(losses, changed.Losses.Select(loss => loss.What));
    }

    [Theory]
    [InlineData("::opaque[extension k]{#m2}\n\none\n\n::opaque[unheard]{#m1}", $"{Extension},{Text},{Unheard}")]
    [InlineData("one", Text, "opaque #m1", "opaque #m2")]
    [InlineData("::opaque[other]{#m1}\n\none\n\n::opaque[extension k]{#m2}", $"{Unheard},{Text},{Extension}", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("::opaque[unheard]{#m1}\n\none\n\n::opaque[extension k]{#m2}\n\n::toc{#m9}", null, "the handle #m9, which is none of this page")]
    [InlineData("::opaque[unheard]{#m1}\n\n::opaque[unheard]{#m1}\n\none\n\n::opaque[extension k]{#m2}", null, "a second opaque #m1, written as if it were new", "'unheard'")]
    public void So_it_is_in_ADF(string markdown, string? after, params string[] losses)
    {
        Conversion changed = AdfDocument.FromMarkdown(markdown, Document($"{Unheard},{Text},{Extension}"));

        if (after is not null) Assert.Equal(Document(after), changed.Text);
        Assert.All(losses, loss => Assert.Contains(changed.Losses, told => told.What.StartsWith(loss, StringComparison.Ordinal)));
        Assert.Null(AdfDocument.Validate(changed.Text));
    }

    private static string Document(string blocks) => $$"""{"version":1,"type":"doc","content":[{{blocks}}]}""";
}
