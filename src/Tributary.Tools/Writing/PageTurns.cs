using Tributary.Atlassian.Confluence;

namespace Tributary.Tools.Writing;

/// <summary>
/// Lets the calls of this server write to a page one after the other. It keeps nobody else from writing, and nothing depends on it: it only saves the reads and merges of races among ourselves.
/// </summary>
internal sealed class PageTurns
{
    private readonly Dictionary<PageId, Turn> turns = [];

    public async Task<IDisposable> TakeAsync(PageId page, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (turns)
        {
            if (!turns.TryGetValue(page, out turn!))
                turns.Add(page, turn = new Turn(this, page));
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
            turns.Remove(turn.Page);
            turn.Free.Dispose();
        }
    }

    private sealed class Turn(PageTurns owner, PageId page) : IDisposable
    {
        public PageId Page => page;

        public SemaphoreSlim Free { get; } = new(1);

        public int Waiting { get; set; }

        public void Dispose()
        {
            Free.Release();
            owner.Leave(this);
        }
    }
}
