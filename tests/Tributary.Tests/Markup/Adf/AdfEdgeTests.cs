using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Adf;

/// <summary>
/// Blanks at the edge of a mark or a link: Markdown shows them outside of it, and the document keeps them in their node. A node is written here as its marks and its text, <c>strong:two </c>, and
/// nodes are parted by bars.
/// </summary>
public sealed class AdfEdgeTests
{
    private static readonly Dictionary<string, string> Marks = new()
    {
        ["strong"] = """{"type":"strong"}""",
        ["em"] = """{"type":"em"}""",
        ["strike"] = """{"type":"strike"}""",
        ["underline"] = """{"type":"underline"}""",
        ["sub"] = """{"type":"subsup","attrs":{"type":"sub"}}""",
        ["red"] = """{"type":"textColor","attrs":{"color":"#ff5630"}}""",
        ["lit"] = """{"type":"backgroundColor","attrs":{"color":"#fffae6"}}""",
        ["link"] = """{"type":"link","attrs":{"href":"https://a.b"}}""",
        ["other"] = """{"type":"link","attrs":{"href":"https://c.d"}}""",
        ["comment"] = """{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}""",
    };

    [Theory]
    [InlineData("link:click here |to go now", "[click here](https://a.b) to go now", "now", "later", "link:click here |to go later")]
    [InlineData("go|link: click| here", "go [click](https://a.b) here", "here", "there", "go|link: click| there")]
    [InlineData("a|link: |b now", "a b now", "now", "later", "a|link: |b later")]
    [InlineData("link:one|link: |other:two| now", "[one](https://a.b) [two](https://c.d) now", "now", "later", "link:one|link: |other:two| later")]
    [InlineData("link:one |other:two| now", "[one](https://a.b) [two](https://c.d) now", "now", "later", "link:one |other:two| later")]
    [InlineData("link strong:bold |to go now", "**[bold](https://a.b)** to go now", "now", "later", "link strong:bold |to go later")]
    [InlineData("link strong:bold |strong:to go| now", "**[bold](https://a.b) to go** now", "now", "later", "link strong:bold |strong:to go| later")]
    [InlineData("link:click here |to go", "[click here](https://a.b) to go", "[click here](https://a.b)", "click here", "click here |to go")]
    [InlineData("link:click here |to go", "[click here](https://a.b) to go", "[click here](https://a.b) ", "", "to go")]
    [InlineData("see |link:click |next", "see [click](https://a.b) next", "next", "Qz next", "see |link:click |Qz next")]
    [InlineData("unexpected|strong: spacing |around", "unexpected **spacing** around", " around", " Qz around", "unexpected|strong: spacing |Qz around")]
    [InlineData("unexpected|strong: spacing |around", "unexpected **spacing** around", "unexpected", "unexpected Qz", "unexpected Qz|strong: spacing |around")]
    [InlineData("unexpected|strong: spacing |around", "unexpected **spacing** around", " around", ", around", "unexpected|strong: spacing|, around")]
    [InlineData("unexpected|strong: spacing |around", "unexpected **spacing** around", "spacing", "spacing Qz", "unexpected|strong: spacing Qz |around")]
    [InlineData("unexpected|strong: spacing |around", "unexpected **spacing** around", "spacing", "Qz spacing", "unexpected|strong: Qz spacing |around")]
    [InlineData("unexpected|strong: spacing |around", "unexpected **spacing** around", "spacing", "room", "unexpected|strong: room |around")]
    [InlineData("bold|strong comment: spacing |around", "bold **spacing** around", " around", " Qz around", "bold|strong comment: spacing |Qz around")]
    public void An_edit_beside_a_blank_keeps_it_in_its_node(string line, string shown, string from, string to, string edited)
    {
        Assert.Equal(shown + "\n", AdfDocument.ToMarkdown(Document(line)).Text);

        Conversion altered = AdfDocument.FromMarkdown(shown.Replace(from, to, StringComparison.Ordinal), Document(line));

        Assert.Equal(Document(edited), altered.Text);
        Assert.Empty(altered.Losses);
    }

    [Theory]
    [InlineData("around", "Qz around")]
    [InlineData(" around", ", around")]
    [InlineData("unexpected", "unexpected Qz")]
    [InlineData("unexpected ", "unexpected, ")]
    public void A_plain_word_beside_a_mark_stays_plain(string from, string to)
    {
        foreach (string mark in Marks.Keys)
        {
            string page = Document($"unexpected|{mark}: spacing |around");
            string markdown = AdfDocument.ToMarkdown(page).Text.Replace(from, to, StringComparison.Ordinal);

            string altered = AdfDocument.FromMarkdown(markdown, page).Text;

            Assert.Equal(markdown, AdfDocument.ToMarkdown(altered).Text);
            if (mark != "comment") Assert.DoesNotContain("Qz", Regex.Match(altered, """\{[^{}]*"marks".*?\]\}""").Value, StringComparison.Ordinal);
        }
    }

    private static string Document(string line) => $$"""{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{{string.Join(',', line.Split('|').Select(Node))}}]}]}""";

    private static string Node(string node)
    {
        int colon = node.IndexOf(':', StringComparison.Ordinal);
        string marks = colon < 0 ? "" : $",\"marks\":[{string.Join(',', node[..colon].Split(' ').Select(name => Marks[name]))}]";
        return $$"""{"type":"text","text":"{{node[(colon + 1)..]}}"{{marks}}}""";
    }
}
