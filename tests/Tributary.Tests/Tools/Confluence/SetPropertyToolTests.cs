using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class SetPropertyToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_value_is_made_changed_left_alone_and_deleted_and_each_names_its_undo(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply made = (await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "review"), ("value", """{"by":"bob"}"""), ("base_version", 0))).Succeeded();
        Reply same = (await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "review"), ("value", new { by = "bob" }))).Succeeded();
        Reply changed = (await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "review"), ("value", 7))).Succeeded();
        Reply deleted = (await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "review"), ("delete", true))).Succeeded();
        Reply nothing = (await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "review"), ("delete", true))).Succeeded();

        Assert.Equal($$"""confluence_set_property {"page_id":"{{page.Id}}","key":"review","delete":true}""", made["undo"]);
        Assert.StartsWith("Nothing to write: ", same.Text, StringComparison.Ordinal);
        Assert.Equal(("2", $$"""confluence_set_property {"page_id":"{{page.Id}}","key":"review","value":"{\"by\":\"bob\"}"}"""), (changed["version"], changed["undo"]));
        Assert.EndsWith("\"value\":\"7\"}", deleted["undo"], StringComparison.Ordinal);
        Assert.StartsWith("Nothing to delete: ", nothing.Text, StringComparison.Ordinal);
        Assert.Empty(site.Wiki.Find(page.Id)!.Properties);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_is_no_JSON_and_what_others_have_written_since_is_refused(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(), shut = site.AddPage(space: "SHUT");
        site.Wiki.Write(wiki => wiki.AddProperty(wiki.FindUser("bob")!, page, "k", 1));
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] }), charlie = await site.ConnectAsync("charlie");

        Reply[] replies =
        [
            await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "k"), ("value", "plain words")),
            await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "k")),
            await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "k"), ("value", 2), ("delete", true)),
            await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", ""), ("value", 2)),
            await bob.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "k"), ("value", 2), ("base_version", 3)),
            await bob.CallAsync("confluence_set_property", ("page_id", shut.Id), ("key", "k"), ("value", 2)),
            await charlie.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "k"), ("value", 2)),
        ];

        Assert.Equal(["invalid_params", "invalid_params", "invalid_params", "invalid_params", "version_conflict", "not_allowed", "permission_denied"], replies.Select(reply => reply.Code));
        Assert.StartsWith("invalid_params: `value` is \"plain words\"; it must be JSON", replies[0].Text, StringComparison.Ordinal);
        Assert.Equal(1, site.Wiki.Find(page.Id)!.Properties[0].Version);
    }
}
