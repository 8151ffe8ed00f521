using System.Diagnostics;
using System.Globalization;

namespace Tributary.Tests.Markup.Fuzzing;

/// <summary>Every conversion takes every text: none throws, none hangs, none makes much out of little.</summary>
[Trait("Requires", "Time")]
public sealed class FuzzTests
{
    // A case takes a millisecond; on a machine that does a hundred other things it may take a thousand times that.
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    // Less than what a thread of the server has.
    private const int StackBytes = 1 << 20;

    private readonly int cases = Number("FUZZ_CASES", 30_000);
    private readonly int seed = Number("FUZZ_SEED", 1);

    /// <remarks>FUZZ_CASES and FUZZ_SEED say how many and which; `./dev fuzz` sets them.</remarks>
    [Fact(Timeout = 4 * 3_600_000)]
    public async Task No_text_makes_a_conversion_throw_hang_or_grow_without_bound()
    {
        var slots = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Slot()).ToArray();
        int next = -1;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] workers = [.. slots.Select(slot => OnThreadAsync(() => Work(slot, () => Interlocked.Increment(ref next), stop.Token)))];
        Task all = Task.WhenAll(workers);

        // The first failure ends it, and so does a case that does not end.
        using var watch = new PeriodicTimer(Hanging / 10);
        Task first = await Task.WhenAny([.. workers.Select(worker => worker.ContinueWith(done => done.IsFaulted ? done : all, TaskScheduler.Default).Unwrap()), WatchAsync(watch, slots, stop.Token)]);
        await stop.CancelAsync();
        await first;
    }

    private void Work(Slot slot, Func<int> next, CancellationToken stop)
    {
        while (next() is var index && index < cases && !stop.IsCancellationRequested)
        {
            string text = new FuzzedText(seed + index).Next();
            foreach (FuzzedConversion conversion in FuzzedConversion.All)
            {
                slot.Enter(conversion.Name, index);
                if (conversion.FaultOf(text) is not { } fault) continue;
                string small = Shrunk(conversion, text, fault.Kind);
                Assert.Fail($"{conversion.Name}, FUZZ_SEED={seed + index}: {conversion.FaultOf(small)?.Message ?? fault.Message}\nText: {Literal(small)}");
            }
        }

        slot.Leave();
    }

    /// <summary>The text with all left out that is not needed for the same kind of fault.</summary>
    private static string Shrunk(FuzzedConversion conversion, string text, string kind)
    {
        for (int part = text.Length / 2; part > 0; part /= 2)
        {
            for (int from = 0; from + part <= text.Length;)
            {
                string less = text.Remove(from, part);
                if (conversion.FaultOf(less)?.Kind == kind) text = less;
                else from += part;
            }
        }

        return text;
    }

    /// <summary>As it can be pasted into a test.</summary>
    private static string Literal(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"))}\"";

    private static async Task WatchAsync(PeriodicTimer timer, Slot[] slots, CancellationToken stop)
    {
        while (await timer.WaitForNextTickAsync(stop))
        {
            if (slots.Select(slot => slot.Overdue(Hanging)).FirstOrDefault(found => found is not null) is { } overdue)
                Assert.Fail($"{overdue} does not end.");
        }
    }

    private static Task OnThreadAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                    done.SetResult();
                }
                catch (Exception exception)
                {
                    done.SetException(exception);
                }
            },
            StackBytes)
        { IsBackground = true };
        thread.Start();
        return done.Task;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    /// <summary>What a worker is at, for the watch.</summary>
    private sealed class Slot
    {
        private readonly Lock state = new();
        private string? conversion;
        private int index;
        private long since;

        public void Enter(string name, int at)
        {
            lock (state) (conversion, index, since) = (name, at, Stopwatch.GetTimestamp());
        }

        public void Leave()
        {
            lock (state) conversion = null;
        }

        public string? Overdue(TimeSpan limit)
        {
            lock (state) return conversion is not null && Stopwatch.GetElapsedTime(since) > limit ? $"{conversion}, case {index}," : null;
        }
    }
}
