using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class GetPropertiesToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Values_are_read_by_key_and_those_too_long_only_named(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        User bob = site.Wiki.FindUser("bob")!;
        site.Wiki.Write(wiki =>
        {
            wiki.AddProperty(bob, page, "a", System.Text.Json.Nodes.JsonNode.Parse("""{"deep":[1,2]}"""));
            return wiki.AddProperty(bob, page, "b", new string('x', 5000));
        });
        await using ToolUser caller = await site.ConnectAsync();

        Reply all = (await caller.CallAsync("confluence_get_properties", ("page_id", page.Id), ("max_tokens", 500))).Succeeded();
        Reply one = (await caller.CallAsync("confluence_get_properties", ("page_id", page.Id), ("key", "b"))).Succeeded();
        Reply none = await caller.CallAsync("confluence_get_properties", ("page_id", page.Id), ("key", "c"));

        Assert.Equal(["a", "b"], all.Each("properties", "key"));
        Assert.Contains("\n- a (version 1): {\"deep\":[1,2]}\n- b (version 1): 5002 bytes\n", all.Text, StringComparison.Ordinal);
        Assert.EndsWith("Some values are too long: read one by its key, with more max_tokens.", all.Text, StringComparison.Ordinal);
        Assert.Equal(5002, one.Each("properties", "value")[0].Length);
        Assert.Equal("resource_not_found", none.Code);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_without_properties_or_outside_the_open_spaces_has_none_to_show(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content open = site.AddPage(), shut = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Assert.Equal("0 properties", (await bob.CallAsync("confluence_get_properties", ("page_id", open.Id))).Succeeded().Text);
        Assert.Equal("not_allowed", (await bob.CallAsync("confluence_get_properties", ("page_id", shut.Id))).Code);
    }
}
