using System.Collections;
using System.Runtime.InteropServices;

namespace Tributary.Console;

/// <summary>All that a command may touch outside itself. A test hands in its own.</summary>
internal sealed record Surroundings
{
    public required Output Output { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The current folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Where <c>tributary.json</c> and other files of ours live, unless <c>TRIBUTARY_HOME</c> says otherwise.</summary>
    public required string DefaultHome { get; init; }

    /// <summary>The user's own folder.</summary>
    public required string UserFolder { get; init; }

    /// <summary>The command, with arguments if need be, by which this program is started again.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Surroundings OfProcess()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        return new Surroundings
        {
            Output = Output.OfProcess(),
            OpenInput = System.Console.OpenStandardInput,
            Environment = environment,
            Folder = System.Environment.CurrentDirectory,
            DefaultHome = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData), "tributary"),
            UserFolder = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
            Program = ProgramOfProcess(),
        };
    }

    /// <summary>Cancels <paramref name="stop"/> on Ctrl-C and SIGTERM. A second signal ends the process at once.</summary>
    public static IDisposable StopOnSignals(CancellationTokenSource stop)
    {
        void Stop(PosixSignalContext context)
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }

        return new Signals(PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));
    }

    private static string[] ProgramOfProcess()
    {
        string program = System.Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(Surroundings).Assembly.Location] : [program];
    }

    private sealed class Signals(PosixSignalRegistration interrupt, PosixSignalRegistration terminate) : IDisposable
    {
        public void Dispose()
        {
            interrupt.Dispose();
            terminate.Dispose();
        }
    }
}
