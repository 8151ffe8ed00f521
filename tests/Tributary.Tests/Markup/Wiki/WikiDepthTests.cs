using Tributary.Markup;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiDepthTests
{
    [Theory(Timeout = 10000)]
    [InlineData("{panel:x}\n", "{panel}\n")]
    [InlineData("{expand:x}\n", "{expand}\n")]
    [InlineData("{color:red}", "{color}")]
    public async Task Macros_in_one_another_without_end_are_told_of_and_stay_as_words(string open, string close)
    {
        string wiki = string.Concat(Enumerable.Repeat(open, 5_000)) + "deep" + string.Concat(Enumerable.Repeat(close, 5_000));

        Conversion shown = WikiMarkup.ToMarkdown(wiki);
        Conversion changed = WikiMarkup.FromMarkdown("other", wiki);

        Assert.Contains("deep", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["structure nested too deeply"], shown.Losses.Select(loss => loss.What));
        Assert.Equal(wiki, WikiMarkup.FromMarkdown(shown.Text, wiki).Text);
        Assert.Equal("other", changed.Text);
        Assert.Equal(["structure nested too deeply"], changed.Losses.Select(loss => loss.What));
        await Task.CompletedTask;
    }
}
