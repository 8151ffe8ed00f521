using Tributary.Markup;

namespace Tributary.Tests.Markup.Storage;

/// <summary>A comment stays on words that only look otherwise: <c>{</c> and <c>}</c> stand for its marker.</summary>
public sealed class CommentedWordsTests
{
    [Theory]
    [InlineData("a {b c} d", "a **b c** d", "a {<strong>b c</strong>} d")]
    [InlineData("a {b c} d", "**a b c d**", "<strong>a</strong> {<strong>b c</strong>} <strong>d</strong>")]
    [InlineData("a {b c} d", "a b **c d**", "a {b <strong>c</strong>} <strong>d</strong>")]
    [InlineData("a {b &amp; c} d", "a **new b** & c d", "a <strong>new</strong> {<strong>b</strong> &amp; c} d")]
    [InlineData("a {b c} d", "a **b new c** d", "a {<strong>b</strong> <strong>new</strong> <strong>c</strong>} d")]
    [InlineData("a <strong>b {c}</strong> d", "a *b c* d", "a <em>b {c}</em> d")]
    [InlineData("a <strong>b {c}</strong> d", "a b c d", "a b {c} d")]
    [InlineData("a <strong>b {c}</strong> d", "a ***b c*** d", "a <strong><em>b {c}</em></strong> d")]
    [InlineData("a {<strong>b c</strong>} d", "a *b c* d", "a {<em>b c</em>} d")]
    [InlineData("a {<strong>b c</strong>} d", "a b c d", "a {b c} d")]
    [InlineData("a <strong>b {c} d</strong>", "a **b** c **d**", "a <strong>b</strong> {c} <strong>d</strong>")]
    [InlineData("a {b <em>c</em>} d", "a **b *c*** d", "a {<strong>b</strong> <strong><em>c</em></strong>} d")]
    [InlineData("a {b c} d", "a :color[b c]{red} d", "a {<span style=\"color: red;\">b c</span>} d")]
    [InlineData("a {b <a href=\"https://example.com/\">c</a>} d", "a b **[c](https://example.com/)** d", "a {b <a href=\"https://example.com/\"><strong>c</strong></a>} d")]
    public void Words_in_a_comment_get_and_lose_their_looks_inside_it(string before, string markdown, string after)
    {
        Conversion changed = StorageFormat.FromMarkdown(markdown, Page(before));

        Assert.Equal((Page(after), 0), (changed.Text, changed.Losses.Count));
        Assert.Equal(markdown, StorageFormat.ToMarkdown(changed.Text).Text.Trim());
    }

    [Theory]
    [InlineData("<p style=\"x\">a {b c} d</p>", "## a b c d", "<h2 style=\"x\">a {b c} d</h2>")]
    [InlineData("<h2 local-id=\"1\">a {b c} d</h2>", "a b new c d", "<p local-id=\"1\">a {b new c} d</p>")]
    [InlineData("<p>One</p><p>a {b c} d</p><p>Two</p>", "One\n\n# One\n\n### a b c, d\n\nTwo", "<p>One</p><h1>One</h1><h3>a {b c}, d</h3><p>Two</p>")]
    [InlineData("a {b c} d", "# a b d", "<h1>a {b }d</h1>")]
    [InlineData("<ul><li>a {b c} d</li></ul>", "- # a b c e", "<ul><li><h1>a {b c} e</h1></li></ul>")]
    public void Words_stay_in_a_comment_when_their_line_becomes_a_heading_or_one_no_longer(string before, string markdown, string after)
    {
        Conversion changed = StorageFormat.FromMarkdown(markdown, Marked(before));

        Assert.Equal((Marked(after), 0), (changed.Text, changed.Losses.Count));
        Assert.Equal(markdown, StorageFormat.ToMarkdown(changed.Text).Text.Trim());
    }

    [Fact]
    public void A_heading_that_says_something_else_is_not_the_paragraph_before_it() =>
        Assert.Equal("<h2>New words</h2>", StorageFormat.FromMarkdown("## New words", Marked("<p style=\"x\">a {b c} d</p>")).Text);

    private static string Page(string line) => $"<p>{Marked(line)}</p>";

    private static string Marked(string line) =>
        line.Replace("{", "<ac:inline-comment-marker ac:ref=\"c\">", StringComparison.Ordinal).Replace("}", "</ac:inline-comment-marker>", StringComparison.Ordinal);
}
