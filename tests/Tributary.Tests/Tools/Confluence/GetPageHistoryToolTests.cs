using Tributary.Atlassian;
using Tributary.Emulator.World;

namespace Tributary.Tests.Tools.Confluence;

public sealed class GetPageHistoryToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Versions_come_newest_first_with_the_diff_that_was_asked_for(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>One</p><p>Same</p>");
        site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("bob")!, page, new ContentChange(2, null, "<p>Two</p><p>Same</p>") { Message = "a word" }));
        site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("alice")!, page, new ContentChange(3, null, "<p>Three</p><p>Same</p>")));
        await using ToolUser bob = await site.ConnectAsync();

        Reply list = (await bob.CallAsync("confluence_get_page_history", ("page_id", page.Id))).Succeeded();
        Reply since = (await bob.CallAsync("confluence_get_page_history", ("page_id", page.Id), ("from_version", 1), ("limit", 1))).Succeeded();
        Reply between = (await bob.CallAsync("confluence_get_page_history", ("page_id", page.Id), ("from_version", 1), ("to_version", 2))).Succeeded();
        Reply alike = (await bob.CallAsync("confluence_get_page_history", ("page_id", page.Id), ("from_version", 2), ("to_version", 2))).Succeeded();

        Assert.Equal(["3", "2", "1"], list.Each("versions", "number"));
        Assert.Contains(": a word\n", list.Text, StringComparison.Ordinal);
        Assert.Null(list["diff"]);
        Assert.Contains("\n-One\n+Three\n", since["diff"], StringComparison.Ordinal);
        Assert.Equal("1", since["next_start_offset"]);
        Assert.Contains("\n-One\n+Two\n", between["diff"], StringComparison.Ordinal);
        Assert.StartsWith("The two versions read alike.", alike.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_version_that_is_not_there_is_told_with_those_that_are(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply beyond = await bob.CallAsync("confluence_get_page_history", ("page_id", page.Id), ("from_version", 7));
        Reply half = await bob.CallAsync("confluence_get_page_history", ("page_id", page.Id), ("to_version", 1));

        Assert.StartsWith($"invalid_params: Page {page.Id} is at version 1; there is no version 7.", beyond.Text, StringComparison.Ordinal);
        Assert.StartsWith("invalid_params: `to_version` is given without `from_version`.", half.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_blog_post_has_a_history_too(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content post = site.Wiki.Write(wiki => wiki.Create(wiki.FindUser("alice")!, new NewContent(ContentType.BlogPost, wiki.FindSpace("OPEN")!, ToolSite.NewTitle(), "<p>x</p>")));
        await using ToolUser bob = await site.ConnectAsync();

        Assert.Equal(["1"], (await bob.CallAsync("confluence_get_page_history", ("page_id", post.Id))).Succeeded().Each("versions", "number"));
    }
}
