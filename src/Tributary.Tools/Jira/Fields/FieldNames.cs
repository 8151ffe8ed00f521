using Tributary.Tools.Catalog;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Finds what a caller means by a name: an id, or a name whose case, blanks and signs do not count.</summary>
internal static class FieldNames
{
    private const int MostShown = 25;

    /// <returns>All that fit; more than one only where the names themselves are the same.</returns>
    public static T[] Find<T>(string name, IEnumerable<T> all, Func<T, string> id, Func<T, string> display)
    {
        T[] known = [.. all];
        T[] byId = [.. known.Where(one => id(one).Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (byId.Length > 0)
            return byId;

        T[] byName = [.. known.Where(one => display(one).Equals(name, StringComparison.OrdinalIgnoreCase))];
        return byName.Length > 0 ? byName : [.. known.Where(one => Squeezed(display(one)) == Squeezed(name) || Squeezed(id(one)) == Squeezed(name))];
    }

    /// <summary>What else it may have been, in words.</summary>
    public static string Instead(string name, IReadOnlyList<string> known)
    {
        string? nearest = Nearest.To(name.ToLowerInvariant(), known.Select(one => one.ToLowerInvariant()));
        string? shown = known.FirstOrDefault(one => one.Equals(nearest, StringComparison.OrdinalIgnoreCase));
        return (shown is null ? "" : $"Did you mean \"{shown}\"? ") + Listed(known);
    }

    /// <summary>Which tool changes what is shown as a field and is none; null where it is one.</summary>
    public static string? ToolFor(string name) => Squeezed(name) switch
    {
        "status" => "\"Status\" is changed with jira_transition_issue.",
        "resolution" => "\"Resolution\" is set by the transition that asks for it, with jira_transition_issue.",
        "linkedissues" or "issuelinks" => "\"Linked Issues\" are changed with jira_link_issues.",
        "comment" or "comments" => "\"Comment\" is added with jira_add_comment.",
        _ => null,
    };

    public static string Listed(IReadOnlyList<string> known) => known.Count == 0
        ? "There is none."
        : $"There {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known.Take(MostShown).Select(one => $"\"{one}\""))}{(known.Count > MostShown ? $" and {known.Count - MostShown} more" : "")}.";

    private static string Squeezed(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
