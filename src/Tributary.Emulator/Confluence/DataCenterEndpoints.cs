namespace Tributary.Emulator.Confluence;

/// <summary>The endpoints that Data Center alone has, under <c>/rest/api</c>.</summary>
internal static class DataCenterEndpoints
{
    public static void Map(Routes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
    }
}
