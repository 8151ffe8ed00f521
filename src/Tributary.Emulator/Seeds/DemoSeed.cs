using System.Text;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>The wiki and the issues of a small company that makes software for ferries: Seeds/Data/demo.</summary>
internal static class DemoSeed
{
    public static void Plant(Wiki wiki)
    {
        SeedFile seed = SeedReader.Read("demo", SeedData.Find("demo/site.json"));
        SeedFile issues = SeedReader.Read("demo", SeedData.Find("demo/jira.json"));
        new SeedPlanter(wiki, "demo", Find, isTrusted: true).Plant(seed with { Projects = issues.Projects });
    }

    private static byte[]? Find(string file) =>
        file == "ENG/gangway-change-log.xml" ? Encoding.UTF8.GetBytes(ChangeLogBody.Write()) : SeedData.Find($"demo/{file}");
}
