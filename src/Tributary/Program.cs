using Tributary.Commands;
using Tributary.Console;

using var stop = new CancellationTokenSource();
using IDisposable signals = Surroundings.StopOnSignals(stop);
return await CommandLine.RunAsync(args, Surroundings.OfProcess(), stop.Token);
