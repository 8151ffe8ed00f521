using Tributary.Emulator.World;

namespace Tributary.Emulator.Search.Cql;

internal static class CqlError
{
    public static ConfluenceException Of(string reason) => ConfluenceException.BadRequest($"Could not parse cql : {reason}");
}
