namespace Tributary.Tests.Atlassian;

/// <summary>Time that stands still until a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock state = new();
    private readonly List<Timer> timers = [];
    private readonly List<(Func<TimeSpan, bool> Which, TaskCompletionSource<TimeSpan> Found)> waits = [];
    private DateTimeOffset now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (state) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? parameter, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(parameter));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (state)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now).OrderBy(timer => timer.Due)];
            foreach (Timer timer in due) timers.Remove(timer);
        }

        foreach (Timer timer in due) timer.Fire();
    }

    /// <summary>Waits until someone waits for such a time, and tells for how long.</summary>
    public Task<TimeSpan> WaitedForAsync(Func<TimeSpan, bool> which, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (state)
        {
            foreach (Timer timer in timers.Where(timer => which(timer.Due - now))) found.TrySetResult(timer.Due - now);
            waits.Add((which, found));
        }

        return found.Task.WaitAsync(cancellationToken);
    }

    private sealed class Timer(ManualClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (Func<TimeSpan, bool> Which, TaskCompletionSource<TimeSpan> Found)[] told = [];
            lock (clock.state)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                    told = [.. clock.waits.Where(wait => wait.Which(dueTime))];
                    clock.waits.RemoveAll(wait => told.Contains(wait));
                }
            }

            foreach ((_, TaskCompletionSource<TimeSpan> found) in told) found.TrySetResult(dueTime);
            return true;
        }

        public void Dispose()
        {
            lock (clock.state) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
