using System.Diagnostics;
using System.Text;

namespace Tributary.Tests.Clients;

/// <summary>The program as a user starts it, in a process of its own.</summary>
internal sealed class TributaryProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TributaryProcess(Process process) => this.process = process;

    /// <summary>The program's file; started with <c>dotnet</c>.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "tributary.dll");

    /// <summary>Starts it and waits until it says this on standard error.</summary>
    public static async Task<TributaryProcess> StartAsync(IEnumerable<string> arguments, string until, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments]) { RedirectStandardError = true, RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = new() { StartInfo = start, EnableRaisingEvents = true };
        var tributary = new TributaryProcess(process);
        process.ErrorDataReceived += (_, line) => tributary.Hear(line.Data, until);
        process.Exited += (_, _) => tributary.ready.TrySetException(new InvalidOperationException($"It ended before it said '{until}':\n{tributary.errors}"));
        process.Start();
        process.BeginErrorReadLine();
        await tributary.ready.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        return tributary;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Hear(string? line, string until)
    {
        if (line is null) return;
        lock (errors)
        {
            errors.AppendLine(line);
        }

        if (line.Contains(until, StringComparison.Ordinal)) ready.TrySetResult();
    }
}
