using Tributary.Markup;

namespace Tributary.Tests.Markup.Markdown;

public sealed class DepthTests
{
    [Theory(Timeout = 10000)]
    [InlineData(":::expand\n", ":::\n")]
    [InlineData("- > ", "")]
    [InlineData("[", "](x)")]
    [InlineData("![", "](x)")]
    [InlineData(":u[", "]")]
    [InlineData("<u>", "</u>")]
    public async Task What_nests_without_end_is_read_as_text_new_and_onto_a_page(string open, string close)
    {
        string markdown = string.Concat(Enumerable.Repeat(open, 20_000)) + "deep" + string.Concat(Enumerable.Repeat(close, 20_000));

        foreach (Conversion written in (Conversion[])[StorageFormat.FromMarkdown(markdown), StorageFormat.FromMarkdown(markdown, "<p>one word</p>"), StorageFormat.FromMarkdown(markdown, "<p>before</p><p>deep</p>")])
        {
            Assert.Contains("deep", written.Text, StringComparison.Ordinal);
            Assert.Null(StorageFormat.Validate(written.Text));
        }

        await Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public async Task Directives_that_nest_without_end_are_told_of()
    {
        string markdown = string.Concat(Enumerable.Repeat(":::expand\n", 2_000)) + "deep";

        Assert.Contains("structure nested too deeply", StorageFormat.FromMarkdown(markdown).Losses.Select(loss => loss.What));
        await Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public async Task Words_of_a_long_paragraph_that_are_new_stand_among_those_that_stay()
    {
        string words = string.Join(' ', Enumerable.Range(0, 5_000).Select(number => $"word{number}"));
        string page = $"<p><em>{words}</em> and <strong>an end</strong></p>";
        string markdown = StorageFormat.ToMarkdown(page).Text;

        string changed = StorageFormat.FromMarkdown(markdown.Replace("word2500 ", "two  new, unheard-of words ", StringComparison.Ordinal), page).Text;

        Assert.Equal(page.Replace("word2500 ", "two new, unheard-of words ", StringComparison.Ordinal), changed);
        await Task.CompletedTask;
    }
}
