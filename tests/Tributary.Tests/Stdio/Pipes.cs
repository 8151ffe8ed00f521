using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Stdio;
using Tributary.Tests.Protocol;

namespace Tributary.Tests.Stdio;

/// <summary>The stdio server at one end of a pair of pipes, a client or a hand at the other.</summary>
internal sealed class Pipes : IAsyncDisposable
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _fromServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly StreamReader _lines;

    public Pipes(TimeProvider? time = null, Action<McpServerOptions>? configure = null, ILoggerFactory? loggerFactory = null)
    {
        Tools = new SampleTools();
        Input = _toServer.Writer.AsStream();
        _lines = new StreamReader(_fromServer.Reader.AsStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        Running = StdioServer.RunAsync(
            _toServer.Reader.AsStream(),
            _fromServer.Writer.AsStream(),
            Tools.Options(configure),
            new TaskCompletionSource(),
            loggerFactory ?? NullLoggerFactory.Instance,
            time ?? TimeProvider.System,
            _stop.Token);
    }

    public SampleTools Tools { get; }

    public Task Running { get; }

    public Stream Input { get; }

    public Stream Output => _fromServer.Reader.AsStream();

    public static JsonObject Request(string method, JsonNode? id = null, JsonObject? parameters = null) =>
        new() { ["jsonrpc"] = "2.0", ["id"] = id ?? 1, ["method"] = method, ["params"] = parameters ?? [] };

    public static JsonObject CallTool(string name, JsonNode id, JsonObject? arguments = null) =>
        Request("tools/call", id, new JsonObject { ["name"] = name, ["arguments"] = arguments ?? [] });

    public async Task<McpClient> ConnectAsync(string revision) =>
        await McpClient.CreateAsync(
            new StreamClientTransport(Input, Output),
            new McpClientOptions { ProtocolVersion = revision },
            cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Does the handshake of the older revisions by hand.</summary>
    public async Task InitializeAsync()
    {
        await WriteAsync(Request("initialize", "init", new JsonObject
        {
            ["protocolVersion"] = "2025-11-25",
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "test", ["version"] = "1" },
        }));
        Assert.NotNull((await ReadAsync())["result"]);
        await WriteAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
    }

    public Task WriteAsync(JsonNode message) => WriteAsync(message.ToJsonString());

    public Task WriteAsync(string line) => WriteAsync(Encoding.UTF8.GetBytes(line));

    public async Task WriteAsync(byte[] line)
    {
        await Input.WriteAsync(line, TestContext.Current.CancellationToken);
        await Input.WriteAsync("\n"u8.ToArray(), TestContext.Current.CancellationToken);
    }

    /// <summary>The next line of the output, which must be JSON.</summary>
    public async Task<JsonObject> ReadAsync() => JsonNode.Parse(await ReadLineAsync() ?? throw new EndOfStreamException())!.AsObject();

    public async Task<string?> ReadLineAsync() => await _lines.ReadLineAsync(TestContext.Current.CancellationToken);

    public ValueTask EndInputAsync() => _toServer.Writer.CompleteAsync();

    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>What happens to a process whose reader has gone.</summary>
    public ValueTask BreakOutputAsync() => _fromServer.Reader.CompleteAsync(new IOException("Broken pipe"));

    public async ValueTask DisposeAsync()
    {
        Tools.Release();
        await EndInputAsync();
        await Running;
        _stop.Dispose();
        _lines.Dispose();
    }
}
