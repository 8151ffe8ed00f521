using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup;

/// <summary>A loss is told with the line of the Markdown that it comes from, so that whoever wrote it finds it.</summary>
public sealed class LossPlaceTests
{
    private const string Before = "One\n\n";
    private const string After = "\n\nLast";

    [Theory]
    [InlineData("::toc{#m9}", "the handle #m9, which is none of this page")]
    [InlineData("<table>", "raw HTML, kept as text")]
    [InlineData("| a | b |\n|---|\n| c | d |", "table whose line of dashes does not fit the one above, kept as text")]
    [InlineData(":::cell\na\n:::", "'cell' where it stands for nothing, kept as what it holds")]
    [InlineData("a :row[b] c", "'row' where it stands for nothing, kept as what it holds")]
    [InlineData("| a |\n|---|\n| b | c |", "cell beyond the columns of its table")]
    public void In_storage_format(string block, string loss)
    {
        Assert.Equal(new Loss(loss, "line 3", 1), Assert.Single(StorageFormat.FromMarkdown(Before + block + After, "<p>One</p><p>Last</p>").Losses));
    }

    [Fact]
    public void A_block_that_is_named_within_a_line_is_lost()
    {
        const string storage = """<ac:structured-macro ac:name="expand"><ac:parameter ac:name="title">More</ac:parameter><ac:rich-text-body><p>Inside.</p></ac:rich-text-body></ac:structured-macro>""";
        const string adf = """{"type":"doc","version":1,"content":[{"type":"expand","attrs":{"title":"More"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Inside."}]}]}]}""";
        const string inLine = ":::expand[More]{#m1} Inside. :::";

        Assert.Contains("expand #m1", StorageFormat.FromMarkdown(inLine, storage).Losses.Select(loss => loss.What));
        Assert.Contains("expand #m1", AdfDocument.FromMarkdown(inLine, adf).Losses.Select(loss => loss.What));
    }

    [Theory]
    [InlineData("- # two", "", "heading where none may stand, kept as a paragraph")]
    [InlineData("> > two", "", "quote where none may stand")]
    [InlineData(":::decision-list\n# two\n:::", """{"type":"decisionList","attrs":{"localId":"l"},"content":[{"type":"decisionItem","attrs":{"localId":"1","state":"DECIDED"},"content":[{"type":"text","text":"two"}]}]},""", "heading where none may stand, kept as a paragraph")]
    public void In_ADF(string block, string was, string loss)
    {
        const string one = """{"type":"paragraph","content":[{"type":"text","text":"One"}]},""", last = """{"type":"paragraph","content":[{"type":"text","text":"Last"}]}""";
        Conversion changed = AdfDocument.FromMarkdown(Before + block + After, $$"""{"type":"doc","version":1,"content":[{{one}}{{was}}{{last}}]}""");

        Loss told = Assert.Single(changed.Losses);
        Assert.StartsWith(loss, told.What, StringComparison.Ordinal);
        Assert.Equal(was.Length > 0 ? "line 4" : "line 3", told.Where);
        if (was.Length == 0) Assert.Equal([told], AdfDocument.FromMarkdown(Before + block + After).Losses);
    }

    [Fact]
    public void In_wiki_markup()
    {
        var lost = new Loss("first number of a list", "line 3", 1);

        Assert.Equal([lost], WikiMarkup.FromMarkdown(Before + "3. two" + After).Losses);
        Assert.Equal([lost], WikiMarkup.FromMarkdown(Before + "3. two" + After, "One\n\nLast").Losses);
    }

    [Fact]
    public void What_is_gone_has_no_line() =>
        Assert.Equal(
            [new Loss("inline comment anchor on \"b\"", "", 1)],
            StorageFormat.FromMarkdown("One\n\nnew\n\nLast", "<p>One</p><p>a <ac:inline-comment-marker ac:ref=\"1\">b</ac:inline-comment-marker></p><p>Last</p>").Losses);
}
