using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class GetRestrictionsToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Who_alone_may_read_and_edit_is_told(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(), open = site.AddPage();
        User bob = site.Wiki.FindUser("bob")!;
        site.Wiki.Write(wiki =>
        {
            wiki.Restrict(bob, page, new Restriction { Groups = ["confluence-users"] }, new Restriction { Users = [bob.AccountId] });
            return 0;
        });
        await using ToolUser caller = await site.ConnectAsync();

        Reply restricted = (await caller.CallAsync("confluence_get_restrictions", ("page_id", page.Id))).Succeeded();
        Reply free = (await caller.CallAsync("confluence_get_restrictions", ("page_id", open.Id))).Succeeded();

        Assert.Equal("""["confluence-users"]""", restricted["read_groups"]);
        Assert.Equal([deployment == Deployment.Cloud ? bob.AccountId : bob.UserKey], restricted.Each("update_users", "id"));
        Assert.Contains("\nread: group confluence-users\nupdate: user ", restricted.Text, StringComparison.Ordinal);
        Assert.Equal($"Page {open.Id} has no restrictions of its own.", free.Text);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_outside_the_open_spaces_or_hidden_tells_nothing(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content shut = site.AddPage(space: "SHUT"), hidden = site.AddPage(space: "PRIV");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] }), free = await site.ConnectAsync();

        Assert.Equal("not_allowed", (await bob.CallAsync("confluence_get_restrictions", ("page_id", shut.Id))).Code);
        Assert.Equal("resource_not_found", (await free.CallAsync("confluence_get_restrictions", ("page_id", hidden.Id))).Code);
    }
}
