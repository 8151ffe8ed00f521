using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Adf;

/// <summary>Columns and decisions that come, go and move: what is written is valid again.</summary>
public sealed class AdfShapeTests
{
    private const string Layout = """{"type":"layoutSection","marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"layoutColumn","attrs":{"width":50,"localId":"l"},"content":[{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"a"}]}]}, {"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}""";
    private const string Decisions = """{"type":"decisionList","attrs":{"localId":"d"},"content":[{"type":"decisionItem","attrs":{"localId":"1","state":"DECIDED"},"content":[{"type":"text","text":"One"}]},{"type":"decisionItem","attrs":{"localId":"2","state":"DECIDED"},"content":[{"type":"text","text":"Two"}]}]}""";
    private const string Left = ":::layout-cell{width=50 #m2}\na\n:::\n";
    private const string Right = ":::layout-cell{width=50 #m3}\nb\n:::\n";

    [Theory]
    [InlineData("one column goes", Left + "\n", "", """{"type":"paragraph","content":[{"type":"text","text":"b"}]}""", "layout of one column, kept as what it holds", "layout-cell #m2")]
    [InlineData("both columns go", Left + "\n" + Right, "", """{"type":"paragraph"}""", "layout-cell #m2", "layout-cell #m3")]
    [InlineData("a third comes", Right, Right + "\n:::layout-cell\nc\n:::\n",
        """{"type":"layoutSection","marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"layoutColumn","attrs":{"width":33.33,"localId":"l"},"content":[{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"a"}]}]}, {"type":"layoutColumn","attrs":{"width":33.33},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}, {"type":"layoutColumn","attrs":{"width":33.33},"content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]}]}""",
        "widths of a layout of 3 columns, which do not fill the page")]
    [InlineData("two more come", Right, Right + "\n:::layout-cell{width=30}\nc\n:::\n\n:::layout-cell{width=70}\nd\n:::\n",
        """{"type":"layoutSection","marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"layoutColumn","attrs":{"width":50,"localId":"l"},"content":[{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"a"}]}]}, {"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"layoutSection","content":[{"type":"layoutColumn","attrs":{"width":30},"content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]},{"type":"layoutColumn","attrs":{"width":70},"content":[{"type":"paragraph","content":[{"type":"text","text":"d"}]}]}]}""",
        "layout of 4 columns, kept as rows of fewer")]
    [InlineData("words stand between them", Left, Left + "\nc\n",
        """{"type":"layoutSection","marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"layoutColumn","attrs":{"width":50,"localId":"l"},"content":[{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"a"}]},{"type":"paragraph","content":[{"type":"text","text":"c"}]}]}, {"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}""",
        "content of a layout that stood outside of its cells")]
    [InlineData("they change places", Left + "\n" + Right, Right + "\n" + Left,
        """{"type":"layoutSection","marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}, {"type":"layoutColumn","attrs":{"width":50,"localId":"l"},"content":[{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"a"}]}]}]}""")]
    public void A_layout_that_is_edited_stays_valid(string what, string from, string to, string after, params string[] losses)
    {
        string markdown = AdfDocument.ToMarkdown(Document(Layout)).Text;
        Assert.True(markdown.Contains(from, StringComparison.Ordinal), what);

        Conversion altered = AdfDocument.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), Document(Layout));

        Assert.Equal(Document(after), altered.Text);
        Assert.Equal(losses, altered.Losses.Select(loss => loss.What));
    }

    [Theory]
    [InlineData("One\n\nTwo\n", "", """{"type":"paragraph"}""")]
    [InlineData("One\n\n", "", """{"type":"decisionList","attrs":{"localId":"d"},"content":[{"type":"decisionItem","attrs":{"localId":"2","state":"DECIDED"},"content":[{"type":"text","text":"Two"}]}]}""")]
    [InlineData("One\n\nTwo", "Two\n\nOne", """{"type":"decisionList","attrs":{"localId":"d"},"content":[{"type":"decisionItem","attrs":{"localId":"2","state":"DECIDED"},"content":[{"type":"text","text":"Two"}]},{"type":"decisionItem","attrs":{"localId":"1","state":"DECIDED"},"content":[{"type":"text","text":"One"}]}]}""")]
    public void Decisions_come_go_and_move_as_wholes(string from, string to, string after)
    {
        string markdown = AdfDocument.ToMarkdown(Document(Decisions)).Text;

        Conversion altered = AdfDocument.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), Document(Decisions));

        Assert.Equal(Document(after), altered.Text);
        Assert.Empty(altered.Losses);
    }

    [Theory]
    [InlineData("One **two**\n\nthree four\n", "One two|three four", 0)]
    [InlineData("One two\n\nthree four\n", "One two|three four", 0)]
    [InlineData("One two\n\nthree fours\n", "One two|three fours", 0)]
    [InlineData("One two\n\nsomething else\n", "One two|something else", 1)]
    public void A_paragraph_that_is_parted_at_a_break_keeps_its_comments(string markdown, string words, int losses)
    {
        const string comment = """{"type":"text","text":"three","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]}""";
        string page = Document($$"""{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"One two"},{"type":"hardBreak"},{{comment}},{"type":"text","text":" four"}]}""");

        Conversion altered = AdfDocument.FromMarkdown(markdown, page);

        Assert.Equal(words.Split('|'), AdfDocument.ToMarkdown(altered.Text).Text.Replace("**", "", StringComparison.Ordinal).Split("\n\n").Select(line => line.TrimEnd()));
        Assert.Equal(losses, altered.Losses.Count);
        Assert.Equal(losses == 0, altered.Text.Contains(comment, StringComparison.Ordinal));
    }

    private static string Document(string blocks) => $$"""{"version":1,"type":"doc","content":[{{blocks}}]}""";
}
