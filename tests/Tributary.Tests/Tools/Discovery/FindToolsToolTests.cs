using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using Tributary.Atlassian;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Discovery;

public sealed class FindToolsToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData("move a page", "confluence_move_page")]
    [InlineData("who changed this page, history of versions", "confluence_get_page_history")]
    [InlineData("blog posts", "confluence_create_blog_post")]
    [InlineData("tree", "confluence_get_page_tree")]
    [InlineData("confluence_copy_page", "confluence_copy_page")]
    public async Task The_tool_for_a_wish_comes_first_with_its_schema(string query, string name)
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("find_tools", ("query", query))).Succeeded();

        JsonElement first = reply.Structured.GetProperty("tools")[0];
        Assert.Equal((name, "object"), (first.GetProperty("name").GetString(), first.GetProperty("input_schema").GetProperty("type").GetString()));
        Assert.Contains($"\n- {name}: ", reply.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_found_can_be_called_though_it_is_not_listed()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Assert.DoesNotContain("confluence_get_page_tree", site.Tools().ListTools().Select(tool => tool.Name));
        (await bob.CallAsync("confluence_get_page_tree", ("page_id", page.Id))).Succeeded();
    }

    [Fact(Timeout = 10000)]
    public async Task Words_that_fit_nothing_get_the_names_of_all()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("find_tools", ("query", "zzz"))).Succeeded();

        Assert.StartsWith("No tool fits these words. Not listed are: confluence_get_page_tree, ", reply.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task What_the_operator_refuses_is_not_found()
    {
        var tools = new ToolServer(() => throw new InvalidOperationException("Nothing may be asked."), new ToolSettings { ReadOnly = true }, TimeProvider.System, NullLoggerFactory.Instance);

        CallToolResult result = await tools.CallAsync("find_tools", new Dictionary<string, JsonElement> { ["query"] = JsonElement.Parse("\"move page\"") }, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("confluence_move_page", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }
}
