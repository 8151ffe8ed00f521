using Tributary.Atlassian.Http;

namespace Tributary.Serving;

/// <param name="Emulator">What stands behind the connection in a demonstration, and ends with it.</param>
internal sealed record OpenSite(AtlassianConnection Connection, IAsyncDisposable? Emulator) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        if (Emulator is not null)
            await Emulator.DisposeAsync();
    }
}
