using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Tributary.Tests.Http;
using Tributary.Tests.Stdio;

namespace Tributary.Tests.Protocol;

/// <summary>However much is logged, what clients say and what they get is not.</summary>
public sealed class NoBodiesInLogsTests
{
    private const string Canary = "canary-7f3a";

    [Theory(Timeout = 10000)]
    [InlineData("echo", "text")]
    [InlineData("no_such_tool", Canary)]
    [InlineData("report", "steps")]
    public async Task Not_even_at_trace_level(string tool, string argument)
    {
        using var lines = new Lines();
        var arguments = new JsonObject { [argument] = Canary };

        await using (var pipes = new Pipes(loggerFactory: lines))
        {
            await pipes.InitializeAsync();
            await pipes.WriteAsync(Pipes.CallTool(tool, 2, arguments.DeepClone().AsObject()));
            await pipes.ReadAsync();
            await pipes.WriteAsync($"{{\"{Canary}\"");
            await pipes.ReadAsync();
        }

        await using (McpHost host = await McpHost.StartAsync(loggerFactory: lines))
        {
            using HttpResponseMessage stateless = await host.SendAsync(McpHost.CallTool(tool, arguments.DeepClone().AsObject()));
            using HttpResponseMessage malformed = await host.SendAsync(McpHost.Post($"{{\"{Canary}\""));
            string session = await host.InitializeAsync();
            using HttpResponseMessage older = await host.SendAsync(McpHost.InSession(
                McpHost.Post(McpHost.Request("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments.DeepClone() })), session));
        }

        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    /// <summary>Keeps every line of every level.</summary>
    private sealed class Lines : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
