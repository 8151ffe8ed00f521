using System.Diagnostics;

namespace Tributary.Bench;

/// <summary>Times several works by turns, warmed up, in the processor's time: other programs take none of it.</summary>
internal static class Measure
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(300);

    private static readonly Process Self = Process.GetCurrentProcess();

    /// <returns>For each work the median over the rounds.</returns>
    public static IReadOnlyList<Timing> ByTurns(int rounds, params IReadOnlyList<Action> works)
    {
        foreach (Action work in works) _ = Once(work);
        var found = works.Select(_ => new List<Timing>()).ToArray();
        for (int round = 0; round < rounds; round++)
            for (int work = 0; work < works.Count; work++) found[work].Add(Once(works[work]));
        return [.. found.Select(timings => timings.OrderBy(timing => timing.Milliseconds).ElementAt(timings.Count / 2))];
    }

    private static Timing Once(Action work)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan started = Spent();
        int times = 0;
        do
        {
            work();
            times++;
        }
        while (Spent() - started < Round);
        return new Timing((Spent() - started).TotalMilliseconds / times, (GC.GetAllocatedBytesForCurrentThread() - allocated) / times);
    }

    private static TimeSpan Spent()
    {
        Self.Refresh();
        return Self.UserProcessorTime;
    }
}

/// <param name="AllocatedBytes">For one time of the work.</param>
internal readonly record struct Timing(double Milliseconds, long AllocatedBytes);
