using Tributary.Atlassian;

namespace Tributary.Serving;

/// <summary>Something that opens when it is first asked for, and again when a trouble that may pass kept it from opening.</summary>
internal sealed class SiteOpening<T>(Func<CancellationToken, Task<T>> open, TimeProvider time) : IAsyncDisposable
    where T : class
{
    // Opening asks the site several times already; calls that come meanwhile get the trouble as it was found.
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource closed = new();
    private readonly Lock openingLock = new();
    private Task<T>? opening;
    private long failed;

    public Task<T> OpenAsync()
    {
        lock (openingLock)
        {
            // A setting does not mend itself; a network does.
            if (opening is null || (opening.Exception?.InnerException is AtlassianException && time.GetElapsedTime(failed) >= PauseAfterTrouble))
                opening = Task.Run(OpenOnceAsync);
            return opening;
        }

        async Task<T> OpenOnceAsync()
        {
            try
            {
                return await open(closed.Token);
            }
            catch (AtlassianException)
            {
                failed = time.GetTimestamp();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        Task<T>? last;
        lock (openingLock)
            last = opening;
        if (last is not null)
        {
            await ((Task)last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (last.IsCompletedSuccessfully)
            {
                switch (await last)
                {
                    case IAsyncDisposable open: await open.DisposeAsync(); break;
                    case IDisposable open: open.Dispose(); break;
                }
            }
        }

        closed.Dispose();
    }
}
