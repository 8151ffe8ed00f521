using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class ListTemplatesToolTests(ToolSites sites)
{
    [Fact(Timeout = 10000)]
    public async Task Templates_of_a_space_are_listed_and_their_bodies_when_asked()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Template template = site.Wiki.Write(wiki => wiki.AddTemplate("Retro", "After a sprint", "<p>What went well</p>", "OPEN"));
        await using ToolUser bob = await site.ConnectAsync();

        Reply listed = (await bob.CallAsync("confluence_list_templates", ("space_key", "OPEN"))).Succeeded();
        Reply whole = (await bob.CallAsync("confluence_list_templates", ("space_key", "OPEN"), ("expand", "body.storage"))).Succeeded();
        Reply blueprints = (await bob.CallAsync("confluence_list_templates", ("kind", "blueprint"))).Succeeded();

        Assert.Contains($"\n- {template.Id}: Retro (OPEN), After a sprint\n", listed.Text, StringComparison.Ordinal);
        Assert.Equal(["<p>What went well</p>"], whole.Each("templates", "body"));
        Assert.Equal("0 templates", blueprints.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task Where_spaces_are_restricted_only_theirs_are_listed()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply shut = await bob.CallAsync("confluence_list_templates", ("space_key", "SHUT")), all = await bob.CallAsync("confluence_list_templates");

        Assert.All([shut, all], reply => Assert.Equal("not_allowed", reply.Code));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_Center_says_that_it_offers_none()
    {
        ToolSite site = await sites.OfAsync(Deployment.DataCenter);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = await bob.CallAsync("confluence_list_templates");

        Assert.StartsWith("unsupported: Confluence Data Center does not offer page templates over its REST API.", reply.Text, StringComparison.Ordinal);
    }
}
