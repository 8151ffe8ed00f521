using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>The worlds that a site can begin with.</summary>
internal static class SeedCatalog
{
    /// <summary>Each plants itself into a wiki that already has its people.</summary>
    private static readonly Dictionary<string, Action<Wiki>> Seeds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["empty"] = _ => { },
    };

    public static IReadOnlyCollection<string> Names => Seeds.Keys;

    /// <param name="seed">A name, or the path of a data file.</param>
    public static Wiki Plant(string seed, EmulatedDeployment deployment, TimeProvider clock)
    {
        var wiki = new Wiki(deployment, clock);
        if (Seeds.TryGetValue(seed, out Action<Wiki>? plant))
        {
            wiki.Found();
            plant(wiki);
            wiki.PretendedNow = null;
        }
        else if (File.Exists(seed))
        {
            wiki.Load(DataFile.Read(seed));
        }
        else
        {
            wiki.Dispose();
            throw new ArgumentException($"'{seed}' is neither a seed ({string.Join(", ", Names)}) nor a data file.", nameof(seed));
        }

        return wiki;
    }
}
