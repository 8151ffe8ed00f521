using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Protocol;

namespace Tributary.Stdio;

/// <summary>The MCP server for one client over a pair of streams, usually standard input and output.</summary>
internal static class StdioServer
{
    // Within the two seconds in which the server is gone after its input ended.
    private static readonly TimeSpan TimeForLastAnswers = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan TimeForStuckHandlers = TimeSpan.FromSeconds(0.3);

    /// <summary>Makes ready what the first answer takes. The protocol library needs long for it: it can be done while the settings are read.</summary>
    public static void Prepare()
    {
        foreach (Type message in (ReadOnlySpan<Type>)[typeof(JsonRpcMessage), typeof(InitializeRequestParams), typeof(InitializeResult)])
            McpJsonUtilities.DefaultOptions.GetTypeInfo(message);
    }

    /// <summary>Serves until the input ends, the output breaks or <paramref name="cancellationToken"/> is cancelled; then answers what it can and returns.</summary>
    /// <param name="greeted">Set when the client has its first answer, or is gone without one.</param>
    public static async Task RunAsync(
        Stream input,
        Stream output,
        McpServerOptions mcp,
        TaskCompletionSource greeted,
        ILoggerFactory loggerFactory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var quiet = new LogFloor(loggerFactory, LogLevel.Debug);
        WireRules.AddTo(mcp);
        await using var transport = new StdioTransport(input, output, new StdioLimits(), greeted, quiet);
        McpServer server = McpServer.Create(transport, mcp, quiet);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        Task running = server.RunAsync(stop.Token);
        await Task.WhenAny(transport.Ended, running, CancelledAsync(cancellationToken));

        using var grace = new CancellationTokenSource(TimeForLastAnswers, time);
        await using CancellationTokenRegistration _ = grace.Token.Register(stop.Cancel);
        await running.WaitAsync(TimeForLastAnswers + TimeForStuckHandlers, time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task CancelledAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
}
