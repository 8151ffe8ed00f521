using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>The few tags of HTML that people write into Markdown for what it has no sign for.</summary>
internal static class HtmlTag
{
    private const string Yellow = "#fffae6";

    public static bool IsLineBreak(ReadOnlySpan<char> tag) => NameOf(tag, out bool isEnd) is "br" && !isEnd;

    public static bool IsComment(string tag) => tag.StartsWith("<!--", StringComparison.Ordinal);

    /// <summary>The name of a tag without attributes; empty for any other.</summary>
    public static string NameOf(ReadOnlySpan<char> tag, out bool isEnd)
    {
        isEnd = tag.StartsWith("</");
        if (tag.Length < 3 || tag[0] != '<' || tag[^1] != '>') return "";
        ReadOnlySpan<char> name = tag[(isEnd ? 2 : 1)..^1].TrimEnd(" /");
        return name.Length > 6 || name.ContainsAnyExceptInRange('A', 'z') ? "" : name.ToString().ToLowerInvariant();
    }

    /// <summary>Null where the tag marks nothing.</summary>
    public static Marks? Apply(string name, Marks marks) => name switch
    {
        "u" or "ins" => marks with { Flags = marks.Flags | Mark.Underline },
        "sub" => marks with { Flags = marks.Flags | Mark.Subscript },
        "sup" => marks with { Flags = marks.Flags | Mark.Superscript },
        "b" or "strong" => marks with { Flags = marks.Flags | Mark.Strong },
        "i" or "em" => marks with { Flags = marks.Flags | Mark.Emphasis },
        "s" or "del" => marks with { Flags = marks.Flags | Mark.Strike },
        "mark" => marks with { Highlight = marks.Highlight ?? Yellow },
        _ => null,
    };
}
