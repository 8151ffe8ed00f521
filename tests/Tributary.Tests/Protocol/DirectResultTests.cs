using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Protocol;
using Tributary.Tests.Http;
using Tributary.Tests.Stdio;

namespace Tributary.Tests.Protocol;

/// <summary>However a result travels, all of it arrives.</summary>
public sealed class DirectResultTests
{
    [Theory(Timeout = 10000)]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData("2024-11-05")]
    public async Task Over_HTTP_every_part_arrives(string revision)
    {
        await using McpHost host = await McpHost.StartAsync(configure: Add);
        await using McpClient client = await host.ConnectAsync(revision);

        AssertWhole(await client.CallToolAsync("everything", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory(Timeout = 10000)]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData("2024-11-05")]
    public async Task Over_stdio_every_part_arrives(string revision)
    {
        await using var pipes = new Pipes(configure: Add);
        await using McpClient client = await pipes.ConnectAsync(revision);

        AssertWhole(await client.CallToolAsync("everything", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 10000)]
    public async Task Over_a_transport_that_is_not_ours_every_part_arrives()
    {
        McpServerOptions options = new SampleTools().Options(Add);
        WireRules.AddTo(options);
        WireRules.AddTo(options);
        Pipe toServer = new(), toClient = new();
        await using var transport = new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        await using McpServer server = McpServer.Create(transport, options);
        Task running = server.RunAsync(TestContext.Current.CancellationToken);
        await using McpClient client = await McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), cancellationToken: TestContext.Current.CancellationToken);

        AssertWhole(await client.CallToolAsync("everything", cancellationToken: TestContext.Current.CancellationToken));
        await toServer.Writer.CompleteAsync();
        await running;
    }

    [Fact(Timeout = 10000)]
    public async Task The_answer_is_written_with_all_that_its_revision_asks_for()
    {
        await using McpHost host = await McpHost.StartAsync(configure: Add);

        JsonObject answer = await host.AnswerAsync(McpHost.CallTool("everything", id: "an id"));

        Assert.Equal(("2.0", "an id", "complete"), ((string?)answer["jsonrpc"], (string?)answer["id"], (string?)answer["result"]!["resultType"]));
        Assert.Equal("sample", (string?)answer["result"]!["_meta"]!["io.modelcontextprotocol/serverInfo"]!["name"]);
        Assert.Equal(2, answer["result"]!["content"]!.AsArray().Count);
    }

    private static void Add(McpServerOptions options) => options.ToolCollection!.Add(McpServerTool.Create(
        () => new CallToolResult
        {
            Content = [new TextContentBlock { Text = SampleTools.Letters }, ImageContentBlock.FromBytes(new byte[] { 1, 2, 3 }, "image/png")],
            StructuredContent = JsonSerializer.SerializeToElement(new JsonObject { ["text"] = SampleTools.Letters }),
            IsError = true,
            Meta = new JsonObject { ["own"] = 5 },
        },
        new() { Name = "everything", Description = "A result with all its parts." }));

    private static void AssertWhole(CallToolResult result)
    {
        Assert.Equal(SampleTools.Letters, Assert.IsType<TextContentBlock>(result.Content[0]).Text);
        Assert.Equal([1, 2, 3], Assert.IsType<ImageContentBlock>(result.Content[1]).DecodedData.ToArray());
        Assert.Equal(SampleTools.Letters, result.StructuredContent!.Value.GetProperty("text").GetString());
        Assert.Equal((true, 5), (result.IsError, (int?)result.Meta!["own"]));
    }
}
