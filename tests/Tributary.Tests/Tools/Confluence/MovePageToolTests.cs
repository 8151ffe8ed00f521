using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class MovePageToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_goes_below_another_and_the_undo_takes_it_back(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>a&nbsp;b</p>"), target = site.AddPage();
        string? home = page.ParentId;
        await using ToolUser bob = await site.ConnectAsync();

        Reply moved = (await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", target.Id))).Succeeded();
        Assert.Equal(target.Id, site.Wiki.Find(page.Id)!.ParentId);
        Reply again = (await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", target.Id))).Succeeded();

        Assert.Equal($$"""confluence_move_page {"page_id":"{{page.Id}}","target_id":"{{home}}"}""", moved["undo"]);
        Assert.StartsWith("Nothing to move: ", again.Text, StringComparison.Ordinal);
        Assert.Equal("<p>a&nbsp;b</p>", site.Wiki.Find(page.Id)!.Body);
        (await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", home))).Succeeded();
        Assert.Equal(home, site.Wiki.Find(page.Id)!.ParentId);
    }

    [Fact(Timeout = 10000)]
    public async Task On_Cloud_a_page_goes_beside_another()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage(), target = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        (await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", target.Id), ("position", "after"))).Succeeded();

        Assert.True(site.Wiki.Find(page.Id)!.Position > site.Wiki.Find(target.Id)!.Position);
    }

    [Fact(Timeout = 10000)]
    public async Task On_Data_Center_there_is_no_place_beside_a_page()
    {
        ToolSite site = await sites.OfAsync(Deployment.DataCenter);
        Content page = site.AddPage(), target = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply refused = await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", target.Id), ("position", "before"));

        Assert.StartsWith("unsupported: Confluence Data Center does not offer a place before or after a page, only below one.", refused.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Below_itself_or_into_a_closed_space_it_is_refused(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(), shut = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Assert.StartsWith("invalid_params: ", (await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", page.Id))).Text, StringComparison.Ordinal);
        Assert.StartsWith("not_allowed: ", (await bob.CallAsync("confluence_move_page", ("page_id", page.Id), ("target_id", shut.Id))).Text, StringComparison.Ordinal);
        Assert.StartsWith("not_allowed: ", (await bob.CallAsync("confluence_move_page", ("page_id", shut.Id), ("target_id", page.Id))).Text, StringComparison.Ordinal);
    }
}
