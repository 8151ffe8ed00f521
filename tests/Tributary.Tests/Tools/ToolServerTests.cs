using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tributary.Atlassian;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools;

public sealed class ToolServerTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_lives_from_its_creation_to_the_trash(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        string title = ToolSite.NewTitle();

        Reply created = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", title), ("body", "First"))).Succeeded();
        string id = created["id"]!;
        Reply read = (await bob.CallAsync("confluence_get_page", ("page_id", id))).Succeeded();
        Reply updated = (await bob.CallAsync("confluence_update_page", ("page_id", id), ("new_version_number", 2), ("body", "Second"))).Succeeded();
        Reply stale = await bob.CallAsync("confluence_update_page", ("page_id", id), ("new_version_number", 2), ("body", "Third"));
        Reply attached = (await bob.CallAsync("confluence_add_attachment", ("page_id", id), ("content_base64", "aGk="), ("filename", "a.txt"))).Succeeded();
        Reply attachments = (await bob.CallAsync("confluence_list_attachments", ("page_id", id))).Succeeded();
        Reply comments = (await bob.CallAsync("confluence_get_comments", ("page_id", id))).Succeeded();
        Reply found = (await bob.CallAsync("confluence_search", ("cql", $"title = \"{title}\""))).Succeeded();
        Reply deleted = (await bob.CallAsync("confluence_delete_page", ("page_id", id))).Succeeded();
        Reply again = await bob.CallAsync("confluence_update_page", ("page_id", id), ("base_version", 2), ("body", "Fourth"));

        Assert.Equal("First", read["body"]!.Trim());
        Assert.Equal("2", updated["version"]);
        Assert.Equal("version_conflict", stale.Code);
        Assert.Equal([attached["id"]!], attachments.Each("attachments", "id"));
        Assert.Equal("0", comments["total_returned"]);
        Assert.Equal([id], found.Each("results", "id"));
        Assert.Equal("success", deleted["status"]);
        Assert.True(again.IsError);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, 10)]
    [InlineData(Deployment.DataCenter, 10)]
    [InlineData(Deployment.Cloud, 100)]
    [InlineData(Deployment.DataCenter, 100)]
    public async Task Many_calls_at_once_each_get_their_own_answer(Deployment deployment, int calls)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content[] pages = [.. Enumerable.Range(0, calls).Select(i => site.AddPage($"<p>Text {i}</p>"))];
        await using ToolUser bob = await site.ConnectAsync();

        Reply[] replies = await Task.WhenAll(pages.Select(page => bob.CallAsync("confluence_get_page", ("page_id", page.Id))));

        Assert.Equal(pages.Select(page => page.Id), replies.Select(reply => reply.Succeeded()["id"]));
        Assert.Equal(Enumerable.Range(0, calls).Select(i => $"Text {i}"), replies.Select(reply => reply["body"]!.Trim()));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Of_many_edits_of_one_version_exactly_one_is_written(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("content", $"<p>Edit {i}</p>"))));

        Reply written = Assert.Single(replies, reply => !reply.IsError);
        Assert.All(replies.Where(reply => reply.IsError), reply => Assert.Equal("version_conflict", reply.Code));
        Assert.Equal((2, written["body"]), (site.Wiki.Find(page.Id)!.Latest.Number, site.Wiki.Find(page.Id)!.Body));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Sessions_of_two_users_side_by_side_see_what_each_may_see(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content secret = site.AddPage("<p>secret</p>", space: "PRIV");
        await using ToolUser alice = await site.ConnectAsync("alice");
        await using ToolUser bob = await site.ConnectAsync("bob");

        for (int round = 0; round < 10; round++)
        {
            Reply[] replies = await Task.WhenAll(
                alice.CallAsync("confluence_get_page", ("page_id", secret.Id)), bob.CallAsync("confluence_get_page", ("page_id", secret.Id)));
            Assert.Equal("secret", replies[0].Succeeded()["body"]!.Trim());
            Assert.Equal("resource_not_found", replies[1].Code);
            Assert.DoesNotContain("secret", replies[1].Text, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 10000)]
    public async Task Aliases_are_called_and_never_listed()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        await using ToolUser bob = await site.ConnectAsync();

        IList<McpClientTool> listed = await bob.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(17, listed.Count);
        Assert.Empty(listed.Select(tool => tool.Name).Intersect(ToolAliases.Names));
        Assert.NotEmpty(ToolAliases.Names);
        Assert.All(ToolAliases.Names, alias => Assert.NotNull(ToolCatalog.Find(ToolAliases.Resolve(alias))));
    }

    [Theory(Timeout = 10000)]
    [InlineData("confluence_get_pages", "Unknown tool: 'confluence_get_pages'. Did you mean 'confluence_get_page'?")]
    [InlineData("Confluence_Get_Page", "Unknown tool: 'Confluence_Get_Page'. Did you mean 'confluence_get_page'?")]
    [InlineData("gitlab_merge", "Unknown tool: 'gitlab_merge'.")]
    [InlineData("tools_execute", "Unknown tool: 'tools_execute'.")]
    public async Task An_unknown_tool_is_an_error_of_the_protocol(string name, string message)
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        await using ToolUser bob = await site.ConnectAsync();

        McpProtocolException error = await Assert.ThrowsAsync<McpProtocolException>(() => bob.CallAsync(name));

        Assert.Equal(McpErrorCode.InvalidParams, error.ErrorCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task The_tools_are_the_same_in_every_revision_of_the_protocol(string revision)
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage();
        await using var sessions = new Tributary.Testing.McpSessions();
        McpClient client = await sessions.ConnectAsync(
            site.Tools().CreateOptions(), TestContext.Current.CancellationToken, new McpClientOptions { ProtocolVersion = revision });

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        CallToolResult result = await client.CallToolAsync(
            "confluence_get_page", new Dictionary<string, object?> { ["page_id"] = page.Id }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("tributary", 17), (client.ServerInfo?.Name, tools.Count));
        Assert.Equal(page.Id, result.StructuredContent!.Value.GetProperty("id").GetString());
    }

    [Fact(Timeout = 10000)]
    public async Task A_call_is_one_line_in_the_log_without_bodies()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage();
        using var log = new ListLog();
        ToolServer tools = site.Tools(loggers: log);

        await tools.CallAsync("update_confluence_page", Arguments($$"""{"page_id": "{{page.Id}}", "base_version": 1, "content": "<p>top secret</p>"}"""), TestContext.Current.CancellationToken);
        await tools.CallAsync("confluence_get_page", Arguments("""{"page_id": "404404", "title": "a\nb", "tokn": "hunter2"}"""), TestContext.Current.CancellationToken);
        await tools.CallAsync("confluence_get_page", Arguments("""{"page_id": "404404"}"""), TestContext.Current.CancellationToken);

        string[] calls = [.. log.Lines.Where(line => line.Text.StartsWith("Called ", StringComparison.Ordinal)).Select(line => line.Text)];
        Assert.Matches($"^Called update_confluence_page page_id={page.Id} base_version=1 content=\\(17 characters\\) format=storage: ok in \\d+ ms$", calls[0]);
        Assert.Matches("^Called confluence_get_page page_id=404404 title=a b tokn=\\(7 characters\\): invalid_params in \\d+ ms$", calls[1]);
        Assert.Matches("^Called confluence_get_page page_id=404404: resource_not_found in \\d+ ms$", calls[2]);
        Assert.Contains(log.Lines, line => line is { Level: LogLevel.Warning, Text: "confluence_get_page failed with resource_not_found", Cause: AtlassianException });
    }

    private static Dictionary<string, JsonElement> Arguments(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);

    private sealed class ListLog : ILoggerFactory, ILogger
    {
        public List<(LogLevel Level, string Text, Exception? Cause)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception), exception));

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This log keeps lines itself.");

        public void Dispose() => Lines.Clear();
    }
}
