using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

/// <summary>A file of the repository that code writes: the test fails when the two differ, and <c>./dev docs</c> writes it anew.</summary>
internal static class GeneratedFile
{
    /// <param name="path">From the root of the repository.</param>
    public static void Matches(string path, string text)
    {
        string file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"{path} is missing: ./dev docs writes it.");
        Assert.True(File.ReadAllText(file) == text, $"{path} is not what the code says: run ./dev docs, look at the difference and commit it.");
    }
}
