using Tributary;
using Tributary.Commands;
using Tributary.Console;

using var stop = new CancellationTokenSource();
using IDisposable signals = Surroundings.StopOnSignals(stop);
Surroundings surroundings = Surroundings.OfProcess();
try
{
    return await CommandLine.RunAsync(args, surroundings, stop.Token);
}
catch (Exception exception)
{
    // The edge of the process: a person gets a line, never a stack trace.
    surroundings.Output.Say($"Something went wrong inside Tributary: {exception.GetType().Name}: {exception.Message}");
    return (int)ExitCode.Internal;
}
