using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tributary.Tests.Protocol;

/// <summary>A few tools that do nothing of Confluence's, to see how calls travel.</summary>
internal sealed class SampleTools
{
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public const string Letters = "Grüße, Привет, 你好, 😀, line\u2028break";

    /// <summary>"begun" and then "cancelled" or "done", for each call of <c>wait</c>.</summary>
    public async Task<string> NextEventAsync() => await _events.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets all calls of <c>wait</c> end, also those to come.</summary>
    public void Release() => _release.TrySetResult();

    public McpServerOptions Options(Action<McpServerOptions>? configure = null)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "sample", Version = "1.0" },
            ToolCollection =
            [
                McpServerTool.Create((string text) => text, new() { Name = "echo", Description = "Says it again." }),
                McpServerTool.Create((int count) => string.Concat(Enumerable.Repeat(Letters, count)), new() { Name = "letters", Description = "Letters of many scripts." }),
                McpServerTool.Create(ReportAsync, new() { Name = "report", Description = "Reports its progress." }),
                McpServerTool.Create(WaitAsync, new() { Name = "wait", Description = "Ends when it is let or cancelled." }),
                McpServerTool.Create(StayAsync, new() { Name = "stay", Description = "Ends when it is let, and not before." }),
            ],
        };
        configure?.Invoke(options);
        return options;
    }

    private static async Task<string> ReportAsync(int steps, IProgress<ProgressNotificationValue> progress)
    {
        for (int step = 1; step <= steps; step++)
        {
            progress.Report(new ProgressNotificationValue { Progress = step, Total = steps });
            await Task.Yield();
        }

        return "reported";
    }

    private async Task<string> StayAsync()
    {
        _events.Writer.TryWrite("begun");
        await _release.Task;
        return "stayed";
    }

    private async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        _events.Writer.TryWrite("begun");
        try
        {
            await _release.Task.WaitAsync(cancellationToken);
            _events.Writer.TryWrite("done");
            return "waited";
        }
        catch (OperationCanceledException)
        {
            _events.Writer.TryWrite("cancelled");
            throw;
        }
    }
}
