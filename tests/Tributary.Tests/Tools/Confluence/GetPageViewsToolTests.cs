using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class GetPageViewsToolTests(ToolSites sites)
{
    [Fact(Timeout = 10000)]
    public async Task Views_and_viewers_are_counted()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage();
        foreach (string user in new[] { "bob", "bob", "charlie" })
            site.Wiki.View(site.Wiki.FindUser(user)!, page);
        await using ToolUser bob = await site.ConnectAsync();

        Reply all = (await bob.CallAsync("confluence_get_page_views", ("page_id", page.Id))).Succeeded();
        Reply later = (await bob.CallAsync("confluence_get_page_views", ("page_id", page.Id), ("from_date", "9999-01-01"))).Succeeded();

        Assert.Equal($"Page {page.Id}: 3 views by 2 people", all.Text);
        Assert.Equal($"Page {page.Id}: 0 views by 0 people since 9999-01-01", later.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_no_day_or_not_for_the_caller_is_refused()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage(), shut = site.AddPage(space: "SHUT"), hidden = site.AddPage(space: "PRIV");
        await using ToolUser bob = await site.ConnectAsync(), restricted = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Assert.Equal("invalid_params", (await bob.CallAsync("confluence_get_page_views", ("page_id", page.Id), ("from_date", "yesterday"))).Code);
        Assert.Equal("resource_not_found", (await bob.CallAsync("confluence_get_page_views", ("page_id", hidden.Id))).Code);
        Assert.Equal("not_allowed", (await restricted.CallAsync("confluence_get_page_views", ("page_id", shut.Id))).Code);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_Center_says_that_it_counts_none()
    {
        ToolSite site = await sites.OfAsync(Deployment.DataCenter);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = await bob.CallAsync("confluence_get_page_views", ("page_id", site.AddPage().Id));

        Assert.StartsWith("unsupported: Confluence Data Center does not offer numbers of views over its REST API.", reply.Text, StringComparison.Ordinal);
    }
}
