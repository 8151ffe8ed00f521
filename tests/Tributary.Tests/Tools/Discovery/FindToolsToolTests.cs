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

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, true)]
    [InlineData(Deployment.DataCenter, false)]
    public async Task What_a_deployment_has_not_is_neither_listed_nor_found_and_says_so_when_called(Deployment deployment, bool offered)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser chooser = await site.ConnectAsync(settings: new ToolSettings { Toolsets = ["confluence"] });

        string found = (await bob.CallAsync("find_tools", ("query", "list page templates and count views"), ("limit", 20))).Succeeded().Text;
        string[] listed = [.. (await chooser.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.Name)];

        foreach (string name in new[] { "confluence_list_templates", "confluence_get_page_views" })
        {
            Assert.Equal(offered, listed.Contains(name));
            Assert.Equal(offered, found.Contains($"- {name}: ", StringComparison.Ordinal));
        }

        if (!offered)
            Assert.Equal("unsupported", (await bob.CallAsync("confluence_list_templates")).Code);
    }

    [Fact(Timeout = 10000)]
    public async Task A_site_that_cannot_be_opened_takes_no_tool_out_of_the_list()
    {
        var tools = new ToolServer(
            () => throw new InvalidOperationException("No site."), new ToolSettings { Toolsets = ["confluence"] }, TimeProvider.System, NullLoggerFactory.Instance);
        await using ToolUser user = await ToolUser.ConnectAsync(tools);

        IEnumerable<string> listed = (await user.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.Name);

        Assert.Contains("confluence_list_templates", listed);
    }

    [Fact(Timeout = 10000)]
    public async Task What_the_operator_refuses_is_not_found()
    {
        var tools = new ToolServer(() => throw new InvalidOperationException("Nothing may be asked."), new ToolSettings { ReadOnly = true }, TimeProvider.System, NullLoggerFactory.Instance);

        CallToolResult result = await tools.CallAsync("find_tools", new Dictionary<string, JsonElement> { ["query"] = JsonElement.Parse("\"move page\"") }, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("confluence_move_page", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Where_nothing_is_left_to_find_it_says_what_is_switched_off()
    {
        var settings = new ToolSettings { ReadOnly = true, Toolsets = ["all"] };
        var tools = new ToolServer(() => throw new InvalidOperationException("Nothing may be asked."), settings, TimeProvider.System, NullLoggerFactory.Instance);

        CallToolResult result = await tools.CallAsync("find_tools", new Dictionary<string, JsonElement> { ["query"] = JsonElement.Parse("\"move page\"") }, TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "Every tool that may be called is listed already. Switched off are: This server is read-only: confluence_move_page writes.",
            Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }
}
