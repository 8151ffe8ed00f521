namespace Tributary.Tests.Rules;

/// <summary>The checkout that the tests were built from; laws about source are read there.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<SourceFile> SourceFiles(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !relative.Contains("/bin/", StringComparison.Ordinal) && !relative.Contains("/obj/", StringComparison.Ordinal)
        orderby relative
        select new SourceFile(relative, File.ReadAllLines(path));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tributary.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Tributary.slnx is in no folder above the tests: run them from a checkout.");
    }
}

internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public IEnumerable<string> LinesWith(string text) =>
        Lines.Select((line, index) => (line, number: index + 1))
            .Where(entry => entry.line.Contains(text, StringComparison.Ordinal) && !entry.line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(entry => $"{Path}:{entry.number}");
}
