using System.Collections.Frozen;

namespace Tributary.Markup.Wiki;

/// <summary>Which macros go by their own name in Markdown, and which would be taken for a word of the notation.</summary>
internal static class DirectiveNames
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "u", "sub", "sup", "color", "highlight", "date", "mention", "emoji", "math", "opaque", "macro", "table", "row", "cell", "layout", "layout-section", "layout-cell", "task",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsPlain(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && !Reserved.Contains(name) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
