using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tributary.Tests.Protocol;

namespace Tributary.Tests.Http;

/// <summary>A real client, in both eras of the protocol.</summary>
public sealed class HttpClientTests
{
    public static TheoryData<string> Revisions => [McpHost.Stateless, McpHost.WithSessions, "2025-06-18", "2025-03-26", "2024-11-05"];

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Revisions))]
    public async Task A_client_of_each_revision_lists_and_calls_tools(string revision)
    {
        await using McpHost host = await McpHost.StartAsync();
        await using McpClient client = await host.ConnectAsync(revision);

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        CallToolResult result = await client.CallToolAsync("echo", Text("hello"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(revision, client.NegotiatedProtocolVersion);
        Assert.Equal(["echo", "letters", "report", "stay", "wait"], tools.Select(tool => tool.Name).Order());
        Assert.Equal("hello", Said(result));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Revisions))]
    public async Task Letters_of_every_script_arrive_as_they_are(string revision)
    {
        await using McpHost host = await McpHost.StartAsync();
        await using McpClient client = await host.ConnectAsync(revision);

        CallToolResult result = await client.CallToolAsync("echo", Text(SampleTools.Letters), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(SampleTools.Letters, Said(result));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Revisions))]
    public async Task A_cancelled_call_is_cancelled_in_the_tool(string revision)
    {
        await using McpHost host = await McpHost.StartAsync();
        await using McpClient client = await host.ConnectAsync(revision);
        using var cancel = new CancellationTokenSource();

        ValueTask<CallToolResult> call = client.CallToolAsync("wait", cancellationToken: cancel.Token);
        Assert.Equal("begun", await host.Tools.NextEventAsync());
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call);
        Assert.Equal("cancelled", await host.Tools.NextEventAsync());
    }

    [Fact(Timeout = 10000)]
    public async Task A_hundred_calls_of_two_clients_with_the_same_ids_each_get_their_own_answer()
    {
        await using McpHost host = await McpHost.StartAsync(new() { QueuePerUser = 100 });
        await using McpClient one = await host.ConnectAsync(McpHost.Stateless);
        await using McpClient other = await host.ConnectAsync(McpHost.Stateless);

        string[] said = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
            Said(await (number % 2 == 0 ? one : other).CallToolAsync("echo", Text($"{number}"), cancellationToken: TestContext.Current.CancellationToken))));

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{number}"), said);
    }

    private static Dictionary<string, object?> Text(string text) => new() { ["text"] = text };

    private static string Said(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
