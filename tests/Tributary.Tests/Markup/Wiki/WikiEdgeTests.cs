using Tributary.Markup;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiEdgeTests
{
    [Theory]
    [InlineData("[link |http://x.y]next word", "[link](http://x.y) next word\n", "word", "one", "[link |http://x.y]next one")]
    [InlineData("[link |http://x.y]next word", "[link](http://x.y) next word\n", "next", "last", "[link |http://x.y]last word")]
    [InlineData("see[ link|http://x.y] next word", "see [link](http://x.y) next word\n", "word", "one", "see[ link|http://x.y] next one")]
    public void A_blank_at_the_edge_of_a_link_is_shown_and_stays(string wiki, string shown, string from, string to, string edited)
    {
        Assert.Equal(shown, WikiMarkup.ToMarkdown(wiki).Text);

        Conversion altered = WikiMarkup.FromMarkdown(shown.Replace(from, to, StringComparison.Ordinal), wiki);

        Assert.Equal(edited, altered.Text);
        Assert.Empty(altered.Losses);
        Assert.Equal(shown.Replace(from, to, StringComparison.Ordinal), WikiMarkup.ToMarkdown(altered.Text).Text);
    }
}
