using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Wiki;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiMarkupTests
{
    private const string Page = "h1. Release *notes*\nWe fixed {{a|b}} and _more_ things -- see [ENG-1] or [the docs|https://example.com|tip].\nSecond line (/) done\n\n* one\n** one a\n** one {color:red}b{color}\n* two\n{code:java|title=A.java}\nclass A { }\n{code}\n* three\n\n"
        + "||Name||Value||\n|x|1|\n|y|(/) *fine*|\n\n{panel:title=Mind|borderStyle=dashed}\nIn the panel\n\n# first\n# second\n{panel}\n\n{quote}said{quote} and after\n----\n!shot.png|thumbnail! the end\n";

    [Fact]
    public void A_text_that_is_not_changed_stays_as_it_is_whatever_it_is() => Check.One(PropertyCases.Of(500).WithEndSize(60), Prop.ForAll(WikiFuzz.Texts, wiki =>
    {
        Assert.Equal(wiki, WikiMarkup.FromMarkdown(WikiMarkup.ToMarkdown(wiki).Text, wiki).Text);
        return true;
    }));

    [Fact]
    public void A_paragraph_that_is_added_leaves_all_else_as_it_is() => Check.One(PropertyCases.Of(500).WithEndSize(60), Prop.ForAll(WikiFuzz.Texts, wiki =>
    {
        string source = $"{wiki.Replace('\r', '\n')}\n\nThe last words.";
        string markdown = WikiMarkup.ToMarkdown(source).Text;
        if (!markdown.EndsWith("\n\nThe last words.\n", StringComparison.Ordinal)) return true;
        Assert.Equal(source.Replace("The last words.", "The very last words.", StringComparison.Ordinal), WikiMarkup.FromMarkdown(markdown.Replace("The last words.", "The very last words.", StringComparison.Ordinal), source).Text);
        Assert.Equal($"{source}\n\nNew.", WikiMarkup.FromMarkdown($"{markdown}\nNew.\n", source).Text);
        return true;
    }));

    [Theory]
    [InlineData("Release **notes**", "Release **news**", "Release *notes*", "Release *news*")]
    [InlineData("and *more* things", "and *many more* things", "_more_", "_many more_")]
    [InlineData("Second line", "Another line", "Second line", "Another line")]
    [InlineData("- three", "- three\n- four", "* three", "* three\n* four")]
    [InlineData("one a", "one A", "** one a", "** one A")]
    [InlineData("class A { }", "class B { }", "class A { }", "class B { }")]
    [InlineData("In the panel", "In this *panel*", "In the panel", "In this _panel_")]
    [InlineData("2. second", "2. second\n3. third", "# second", "# second\n# third")]
    [InlineData("| x | 1 |", "| x | 2 |", "|x|1|", "|x|2|")]
    [InlineData("| x | 1 |", "| x | 1 |\n| z | 3 |", "|x|1|", "|x|1|\n|z|3|")]
    [InlineData("> said", "> said so", "{quote}said{quote}", "{quote}said so{quote}")]
    public void Only_what_is_changed_is_written(string shown, string changed, string old, string expected)
    {
        string markdown = WikiMarkup.ToMarkdown(Page).Text;
        Assert.Contains(shown, markdown, StringComparison.Ordinal);

        Conversion conversion = WikiMarkup.FromMarkdown(markdown.Replace(shown, changed, StringComparison.Ordinal), Page);

        Assert.Equal(Page.Replace(old, expected, StringComparison.Ordinal), conversion.Text);
        Assert.Empty(conversion.Losses);
    }

    [Theory]
    [InlineData("a\n\nb\n\nc", "a\n\nc", "a\n\n\n\nc")]
    [InlineData("* a\n* b\n* c", "- a\n- c", "* a\n* c")]
    [InlineData("* a\n* b", "- b", "* b")]
    [InlineData("|a|b|\n|c|d|\n|e|f|", "| | |\n|---|---|\n| a | b |\n| e | f |", "|a|b|\n|e|f|")]
    [InlineData("a {quote}b{quote} c", "a\n\nc", "a  \n\nc")]
    [InlineData("h1. a\nb", "# a\n\nnew\n\nb", "h1. a\n\nnew\n\nb")]
    [InlineData("{quote}a{quote}", "> a\n>\n> b", "{quote}a\n\nb\n{quote}")]
    [InlineData("* a", "- a\n  - b", "* a\n** b")]
    [InlineData("a\n\nb", "b\n\na", "b\n\na")]
    [InlineData("", "# a", "h1. a")]
    [InlineData("h1. a", "## a", "h2. a")]
    [InlineData("* [ ] a", "- [x] a", "* \\[x\\] a")]
    [InlineData("a b {color:#ff5630}c{color}", "a d", "a d")]
    [InlineData("a b {color:#ff5630}c{color} *e*", "a d e", "a d e")]
    [InlineData("{code}\na\n{code}", "```sql\nb\n```", "{code:sql}\nb\n{code}")]
    [InlineData("a *b c* d", "a **b** d", "a *b* d")]
    [InlineData("a *b* d", "a d", "a d")]
    [InlineData("a *b* d", "a b d", "a b d")]
    [InlineData("(/) a b", "✅ a c", "(/) a c")]
    [InlineData("caf&eacute; snake\\_case a", "café snake_case b", "caf&eacute; snake\\_case b")]
    public void A_change_is_written_as_people_would(string wiki, string markdown, string expected) => Assert.Equal(expected, WikiMarkup.FromMarkdown(markdown, wiki).Text);

    [Fact(Timeout = 10000)]
    public async Task A_cell_ends_within_a_colour_that_begins_in_a_picture()
    {
        await Task.CompletedTask;

        Assert.Contains("![](<attachment:{color:red}>)", WikiMarkup.ToMarkdown("|!{color:red}!|{color}").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_that_is_gone_is_told() =>
        Assert.Equal([new Loss("panel #m1", "", 1)], WikiMarkup.FromMarkdown("a", "a\n\n{panel:title=T|borderStyle=dashed}\nb\n{panel}").Losses);

    [Fact]
    public void What_was_changed_says_what_it_shall() => Check.One(PropertyCases.Of(300).WithEndSize(40), Prop.ForAll(ModelGen.Documents, ModelGen.Documents, (page, other) =>
    {
        string wiki = WikiMarkup.FromMarkdown(MarkdownWriter.Write(page, new MarkdownOptions()).Text).Text;
        IReadOnlyList<Block> mixed = [.. WikiModel.Read(wiki).Blocks.Zip(other.Blocks).SelectMany(pair => new[] { pair.First, pair.Second }), .. page.Blocks.Take(1)];
        string markdown = MarkdownWriter.Write(new Document(mixed), new MarkdownOptions()).Text;
        Conversion changed = WikiMarkup.FromMarkdown(markdown, wiki);
        Conversion anew = WikiMarkup.FromMarkdown(markdown);
        if (changed.Losses.Count + anew.Losses.Count > 0) return true;
        string expected = Canonical(WikiModel.Read(anew.Text)), actual = Canonical(WikiModel.Read(changed.Text));
        Assert.True(expected == actual, $"{wiki}\n-----markdown\n{markdown}\n-----expected\n{expected}\n-----actual\n{actual}\n-----\n{changed.Text}");
        return true;
    }));

    [Fact]
    public void Any_Markdown_becomes_wiki_markup_and_any_change_of_any_text_is_written() => Check.One(PropertyCases.Of(500).WithEndSize(60), Prop.ForAll(WikiFuzz.Texts, WikiFuzz.Texts, (wiki, markdown) =>
    {
        WikiMarkup.FromMarkdown(markdown);
        WikiMarkup.FromMarkdown(markdown, wiki);
        return true;
    }));

    private static string Canonical(Document document) => string.Join("\n\n", document.Blocks.Select(block => MarkdownWriter.Canonical(Bare(block))));

    private static Block Bare(Block block) => block switch
    {
        Directive directive => directive with { Handle = null, Body = directive.Body is null ? null : [.. directive.Blocks.Select(Bare)], Blocks = [.. directive.Blocks.Select(Bare)] },
        // Whether a cell is a heading stays with the page.
        TableCell cell => cell with { IsHeader = false, Blocks = [.. cell.Blocks.Select(Bare)] },
        ContainerBlock container => container.WithBlocks([.. container.Blocks.Select(Bare)]),
        _ => block,
    };
}
