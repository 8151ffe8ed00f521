using System.Text.RegularExpressions;

namespace Tributary.Tests.Clients;

/// <summary>What a script of tests/clients says at its end.</summary>
/// <param name="Operations">The client's functions that did what was expected of them, as it names them.</param>
internal sealed partial record ClientRun(IReadOnlyList<string> Operations, int Steps)
{
    public static ClientRun Read(string printed)
    {
        Match end = End().Match(printed);
        Assert.True(end.Success, $"It does not say what it did:\n{printed}");
        return new ClientRun(end.Groups["operations"].Value.Split(", "), int.Parse(end.Groups["steps"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    public string ToMarkdown() => string.Concat(
        $"{Operations.Count} operations in {Steps} steps:\n\n",
        string.Concat(Operations.GroupBy(Family).Select(family => $"- {(family.Key.Length > 0 ? $"{family.Key}: " : "")}{string.Join(", ", family.Select(name => name[(name.LastIndexOf('.') + 1)..]))}\n")));

    private static string Family(string operation) => operation[..Math.Max(0, operation.LastIndexOf('.'))];

    [GeneratedRegex(@"^operations: (?<operations>.+)\n\d+ operations in (?<steps>\d+) steps passed, 0 steps failed$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex End();
}
