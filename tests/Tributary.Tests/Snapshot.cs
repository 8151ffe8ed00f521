namespace Tributary.Tests;

/// <summary>
/// A surface kept as a file under Snapshots/. A missing one is written, and is a failure in CI; <c>UPDATE_SNAPSHOTS=1</c> rewrites the others.
/// </summary>
internal static class Snapshot
{
    /// <param name="name">The path below Snapshots/, such as <c>Tools/confluence_get_page.json</c>.</param>
    public static void Matches(string name, string actual)
    {
        string path = Path.Combine(Folder(), name);
        bool update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";
        if (!update && File.Exists(path))
        {
            Assert.Equal(File.ReadAllText(path), actual);
            return;
        }

        Assert.True(update || Environment.GetEnvironmentVariable("CI") is null or "", $"The snapshot {name} is missing: run the test locally and commit the file.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, actual);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tributary.slnx")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "Tributary.Tests", "Snapshots");
    }
}
