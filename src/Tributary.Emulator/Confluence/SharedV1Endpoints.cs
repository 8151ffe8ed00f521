namespace Tributary.Emulator.Confluence;

/// <summary>The v1 endpoints under <c>/rest/api</c> that Cloud still has and Data Center has too.</summary>
internal static class SharedV1Endpoints
{
    public static void Map(Routes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
    }
}
