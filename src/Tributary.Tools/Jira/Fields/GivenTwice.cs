namespace Tributary.Tools.Jira.Fields;

/// <summary>What a new issue or request has arguments of its own for: given among the fields too, one of both would be dropped.</summary>
internal static class GivenTwice
{
    private static readonly Dictionary<string, string> Summary = new() { ["summary"] = Message("summary", "Summary") };

    private static readonly Dictionary<string, string> Both = new(Summary) { ["description"] = Message("description", "Description") };

    /// <param name="description">The argument; without it the field may be given.</param>
    public static IReadOnlyDictionary<string, string> Of(string? description) => string.IsNullOrEmpty(description) ? Summary : Both;

    private static string Message(string argument, string field) => $"`{argument}` and \"{field}\" in `fields` are the same field: give `{argument}` alone.";
}
