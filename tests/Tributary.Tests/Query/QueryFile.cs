using Tributary.Tests.Rules;

namespace Tributary.Tests.Query;

/// <summary>
/// Queries and what becomes of them, as a text file beside the tests: entries of labelled lines (<c>jql     project = ENG</c>), a blank line between two, and
/// headings that begin with <c>#</c>.
/// </summary>
internal static class QueryFile
{
    private const int LabelWidth = 8;

    /// <param name="path">Below the folder of these tests.</param>
    /// <returns>For each entry what its labels say.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path) =>
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "tests/Tributary.Tests/Query", path))
            .Split("\n\n")
            .Select(entry => entry.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToDictionary(line => line[..LabelWidth].TrimEnd(), line => line[LabelWidth..]))
            .Where(entry => entry.Count > 0),
    ];
}
