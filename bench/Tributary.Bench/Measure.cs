using System.Diagnostics;

namespace Tributary.Bench;

/// <summary>Times several works by turns: what disturbs the machine disturbs them alike.</summary>
internal static class Measure
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(300);

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
        long started = Stopwatch.GetTimestamp();
        int times = 0;
        do
        {
            work();
            times++;
        }
        while (Stopwatch.GetElapsedTime(started) < Round);
        return new Timing(Stopwatch.GetElapsedTime(started).TotalMilliseconds / times, (GC.GetAllocatedBytesForCurrentThread() - allocated) / times);
    }
}

/// <param name="AllocatedBytes">For one time of the work.</param>
internal readonly record struct Timing(double Milliseconds, long AllocatedBytes);
