using System.Text;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>The wiki of a small company that makes software for ferries: Seeds/Data/demo.</summary>
internal static class DemoSeed
{
    public static void Plant(Wiki wiki)
    {
        SeedFile seed = SeedReader.Read("demo", SeedData.Find("demo/site.json"));
        new SeedPlanter(wiki, "demo", Find, isTrusted: true).Plant(seed);
    }

    private static byte[]? Find(string file) =>
        file == "ENG/gangway-change-log.xml" ? Encoding.UTF8.GetBytes(ChangeLogBody.Write()) : SeedData.Find($"demo/{file}");
}
