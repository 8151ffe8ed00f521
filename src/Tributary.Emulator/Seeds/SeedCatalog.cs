using System.Globalization;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>The worlds that a site can begin with.</summary>
internal static class SeedCatalog
{
    private const int DefaultMockPages = 100;
    private const int MostMockPages = 200_000;

    public static IReadOnlyList<string> Names { get; } = ["demo", "mock", "empty"];

    /// <param name="seed">A name, <c>mock:</c> and a number of pages, or the path of a seed file or of a site that the emulator saved.</param>
    /// <exception cref="ArgumentException">There is no such seed.</exception>
    /// <exception cref="InvalidDataException">The file is not what a seed should be; the message names the key.</exception>
    public static Wiki Plant(string seed, EmulatedDeployment deployment, TimeProvider clock)
    {
        var wiki = new Wiki(deployment, clock);
        bool isPlanted = false;
        try
        {
            Plant(seed, wiki);
            isPlanted = true;
            return wiki;
        }
        finally
        {
            if (!isPlanted) wiki.Dispose();
        }
    }

    private static void Plant(string seed, Wiki wiki)
    {
        switch (seed.ToLowerInvariant())
        {
            case "empty":
                wiki.Found();
                break;
            case "demo":
                wiki.Found();
                DemoSeed.Plant(wiki);
                break;
            case "mock":
                wiki.Found();
                MockSeed.Plant(wiki, DefaultMockPages);
                break;
            case { } name when name.StartsWith("mock:", StringComparison.Ordinal):
                wiki.Found();
                MockSeed.Plant(wiki, MockPages(name["mock:".Length..]));
                break;
            default:
                PlantFile(seed, wiki);
                break;
        }
    }

    private static int MockPages(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pages) && pages is > 0 and <= MostMockPages
            ? pages
            : throw new ArgumentException($"'mock:{text}': expected a number of pages from 1 to {MostMockPages}, such as mock:500.");

    private static void PlantFile(string path, Wiki wiki)
    {
        if (!File.Exists(path)) throw new ArgumentException($"'{path}' is neither a seed ({string.Join(", ", Names)}) nor a file.");
        byte[] json = File.ReadAllBytes(path);
        if (SeedReader.IsSavedSite(json))
        {
            wiki.Load(DataFile.Read(path));
            return;
        }

        wiki.Found();
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        SeedFile seed = SeedReader.Read(path, json);
        new SeedPlanter(wiki, path, file => Path.Combine(folder, file) is { } full && File.Exists(full) ? File.ReadAllBytes(full) : null, isTrusted: false).Plant(seed);
    }
}
