using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tributary.Tests.Protocol;

namespace Tributary.Tests.Stdio;

public sealed class StdioServerTests
{
    public static TheoryData<string> Revisions => ["2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Revisions))]
    public async Task A_client_of_each_revision_calls_tools(string revision)
    {
        await using var pipes = new Pipes();
        await using McpClient client = await pipes.ConnectAsync(revision);

        CallToolResult result = await client.CallToolAsync(
            "echo", new Dictionary<string, object?> { ["text"] = SampleTools.Letters }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(revision, client.NegotiatedProtocolVersion);
        Assert.Equal(SampleTools.Letters, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact(Timeout = 10000)]
    public async Task A_hundred_calls_at_once_are_all_answered()
    {
        await using var pipes = new Pipes();
        await using McpClient client = await pipes.ConnectAsync("2025-11-25");
        Task<CallToolResult>[] calls = [.. Enumerable.Range(0, 100).Select(_ => client.CallToolAsync("wait", cancellationToken: TestContext.Current.CancellationToken).AsTask())];

        for (int i = 0; i < calls.Length; i++)
            Assert.Equal("begun", await pipes.Tools.NextEventAsync());
        pipes.Tools.Release();

        Assert.All(await Task.WhenAll(calls), result => Assert.Equal("waited", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Letters_of_every_script_are_written_as_they_are()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.WriteAsync(Pipes.CallTool("echo", 2, new JsonObject { ["text"] = SampleTools.Letters }));

        Assert.Contains("Grüße, Привет, 你好, ", await pipes.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60000)]
    public async Task A_thousand_malformed_lines_are_each_refused_and_every_good_call_between_them_is_answered()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();
        int good = 0;
        int refused = 0;

        foreach (byte[] malformed in MalformedMessages.Take(1000, seed: 2))
        {
            await pipes.WriteAsync(malformed);
            Assert.Contains((int)(await pipes.ReadAsync())["error"]!["code"]!, (int[])[-32700, -32600]);
            refused++;

            await pipes.WriteAsync(Pipes.CallTool("echo", $"good {good}", new JsonObject { ["text"] = $"{good}" }));
            JsonObject answer = await pipes.ReadAsync();
            Assert.Equal(($"good {good}", $"{good}"), ((string?)answer["id"], (string?)answer["result"]!["content"]![0]!["text"]));
            good++;
        }

        Assert.Equal((1000, 1000), (refused, good));
    }

    [Fact(Timeout = 10000)]
    public async Task A_line_of_more_than_5_MiB_is_refused_and_skipped_and_the_session_goes_on()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.WriteAsync(new byte[20_000_000]);
        JsonObject refusal = await pipes.ReadAsync();
        await pipes.WriteAsync(Pipes.Request("ping", 2));

        Assert.Equal((null, -32600), (refusal["id"], (int?)refusal["error"]!["code"]));
        Assert.Equal(2, (int?)(await pipes.ReadAsync())["id"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_line_of_almost_5_MiB_is_answered()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();
        var text = new string('x', (5 * 1024 * 1024) - 200);

        await pipes.WriteAsync(Pipes.CallTool("echo", 2, new JsonObject { ["text"] = text }));

        Assert.Equal(text, (string?)(await pipes.ReadAsync())["result"]!["content"]![0]!["text"]);
    }

    [Fact(Timeout = 10000)]
    public async Task Blank_lines_are_no_messages()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.WriteAsync("\n \t \r\n\r");
        await pipes.WriteAsync(Pipes.Request("ping", 2).ToJsonString() + "\r");

        Assert.Equal(2, (int?)(await pipes.ReadAsync())["id"]);
    }

    [Fact(Timeout = 10000)]
    public async Task The_method_of_early_prototypes_is_answered_with_the_name_of_the_standard_one()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.WriteAsync(Pipes.Request("tools_execute", 2, new JsonObject { ["name"] = "echo" }));

        Assert.Equal(
            """{"code":-32601,"message":"Method 'tools_execute' is not available. Use 'tools/call' with the same tool name and arguments."}""",
            (await pipes.ReadAsync())["error"]!.ToJsonString(Readable));
    }

    [Fact(Timeout = 10000)]
    public async Task An_unknown_method_is_not_found_and_parameters_of_another_shape_are_invalid()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.WriteAsync(Pipes.Request("no/such", 2));
        Assert.Equal(-32601, (int?)(await pipes.ReadAsync())["error"]!["code"]);

        await pipes.WriteAsync(Pipes.Request("tools/call", 3, new JsonObject { ["name"] = 5 }));
        Assert.Equal(-32602, (int?)(await pipes.ReadAsync())["error"]!["code"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_second_request_by_an_id_in_flight_is_refused_without_touching_the_first()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();
        await pipes.WriteAsync(Pipes.CallTool("wait", 2));
        Assert.Equal("begun", await pipes.Tools.NextEventAsync());

        await pipes.WriteAsync(Pipes.CallTool("echo", 2, new JsonObject { ["text"] = "x" }));
        JsonObject refusal = await pipes.ReadAsync();
        pipes.Tools.Release();

        Assert.Equal((null, -32600), (refusal["id"], (int?)refusal["error"]!["code"]));
        Assert.Equal("waited", (string?)(await pipes.ReadAsync())["result"]!["content"]![0]!["text"]);
    }

    [Fact(Timeout = 10000)]
    public async Task More_than_256_calls_at_once_are_refused_and_a_cancelled_one_makes_room()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();
        for (int id = 1; id <= 256; id++)
        {
            await pipes.WriteAsync(Pipes.CallTool("wait", id));
            Assert.Equal("begun", await pipes.Tools.NextEventAsync());
        }

        await pipes.WriteAsync(Pipes.CallTool("wait", 257));
        JsonObject refusal = await pipes.ReadAsync();
        await pipes.WriteAsync("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""");
        await pipes.WriteAsync(Pipes.Request("ping", 258));

        Assert.Equal((257, -32000), ((int?)refusal["id"], (int?)refusal["error"]!["code"]));
        Assert.NotNull((await pipes.ReadAsync())["result"]);
        Assert.Equal("cancelled", await pipes.Tools.NextEventAsync());
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
