namespace Tributary.Tools.Writing;

/// <summary>
/// Lets the calls of this server write to a page or an issue one after the other. It keeps nobody else from writing. Of pages it only saves the reads and merges of races among ourselves; of issues,
/// which have no version that a write could name, it keeps the second of two callers from overwriting what the first has just written.
/// </summary>
internal sealed class Turns
{
    private readonly Dictionary<object, Turn> turns = [];

    /// <param name="target">An id that tells itself from those of other kinds.</param>
    public async Task<IDisposable> TakeAsync(object target, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (turns)
        {
            if (!turns.TryGetValue(target, out turn!))
                turns.Add(target, turn = new Turn(this, target));
            turn.Waiting++;
        }

        try
        {
            await turn.Free.WaitAsync(cancellationToken);
            return turn;
        }
        catch (OperationCanceledException)
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (turns)
        {
            if (--turn.Waiting > 0)
                return;
            turns.Remove(turn.Target);
            turn.Free.Dispose();
        }
    }

    private sealed class Turn(Turns owner, object target) : IDisposable
    {
        public object Target => target;

        public SemaphoreSlim Free { get; } = new(1);

        public int Waiting { get; set; }

        public void Dispose()
        {
            Free.Release();
            owner.Leave(this);
        }
    }
}
