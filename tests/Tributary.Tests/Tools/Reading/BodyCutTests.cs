using Tributary.Tools.Reading;

namespace Tributary.Tests.Tools.Reading;

public sealed class BodyCutTests
{
    [Fact]
    public void A_body_within_the_limit_is_whole() => Assert.Equal(["short"], Pieces("short", 2, Boundaries.OfMarkdown));

    [Fact]
    public void Markdown_is_cut_between_blocks()
    {
        string text = "# One\n\nFirst paragraph.\n\n# Two\n\n- a\n  b\n- c\n\nLast paragraph here.\n";

        Assert.Equal(["# One\n\nFirst paragraph.\n\n", "# Two\n\n- a\n  b\n- c\n\n", "Last paragraph here.\n"], Pieces(text, 7, Boundaries.OfMarkdown));
    }

    [Fact]
    public void A_blank_line_in_code_is_no_place_to_cut()
    {
        string text = "Intro text.\n\n```\na\n\nb\n\n```\n\nEnd.\n";

        Assert.Equal(["Intro text.\n\n", "```\na\n\nb\n\n```\n\n", "End.\n"], Pieces(text, 4, Boundaries.OfMarkdown));
    }

    [Fact]
    public void Markup_is_cut_after_whole_elements()
    {
        string text = "<p>one</p><p>two &gt; <br/>x</p><ul><li>a</li><li>b</li></ul><p>end</p>";

        Assert.Equal(["<p>one</p><p>two &gt; <br/>x</p>", "<ul><li>a</li><li>b</li></ul>", "<p>end</p>"], Pieces(text, 8, Boundaries.OfMarkup));
    }

    [Fact]
    public void A_block_above_the_limit_is_cut_inside_at_the_shallowest_place()
    {
        string text = "<ac:layout><ac:layout-section><p>aaaa</p><p>bbbb</p><p>cccc</p></ac:layout-section></ac:layout>";

        Assert.Equal("<ac:layout><ac:layout-section><p>aaaa</p><p>bbbb</p>", Pieces(text, 14, Boundaries.OfMarkup)[0]);
    }

    [Fact]
    public void Tags_in_code_and_comments_are_not_counted()
    {
        string text = "<p>a</p><pre><![CDATA[</p></pre><p>]]></pre><!-- <p> --><p title='>'>b</p>";

        Assert.Equal(["<p>a</p>", "<pre><![CDATA[</p></pre><p>]]></pre>", "<!-- <p> --><p title='>'>b</p>"], Pieces(text, 9, Boundaries.OfMarkup));
    }

    [Theory]
    [InlineData("абвгдежзийклмнопрстуф")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("<p <p <p <p <p <p <p")]
    [InlineData("</p></p></p></p></p></p>")]
    public void The_pieces_of_any_text_together_are_the_text(string text)
    {
        foreach (int tokens in new[] { 1, 2, 3 })
        {
            string[] markdown = Pieces(text, tokens, Boundaries.OfMarkdown);
            string[] markup = Pieces(text, tokens, Boundaries.OfMarkup);
            Assert.Equal(text, string.Concat(markdown));
            Assert.Equal(text, string.Concat(markup));
            Assert.All(markdown.Concat(markup), piece => Assert.InRange(BodyCut.Tokens(piece), 1, tokens));
            Assert.All(markdown.Concat(markup), piece => Assert.False(char.IsLowSurrogate(piece[0])));
        }
    }

    private static string[] Pieces(string text, int tokens, Func<string, IEnumerable<(int Position, int Depth)>> boundaries)
    {
        var pieces = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = BodyCut.End(text, start, tokens, boundaries);
            pieces.Add(text[start..end]);
            start = end;
        }

        return [.. pieces];
    }
}
