using System.Buffers;
using System.Collections.Frozen;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>The words and characters of the directives, as the writer and the reader agree on them.</summary>
internal static class Notation
{
    public const string Mention = "mention";
    public const string UserScheme = "user:";

    /// <summary>What an attribute that is only a word stands for.</summary>
    public const string FlagValue = "true";

    public const int LongestName = 64;

    /// <summary>What a macro is called by whose own name cannot be a directive's; the name is then an attribute.</summary>
    public const string AnyMacro = "macro";

    // A macro of such a name would be read back as the notation's own thing.
    private static readonly FrozenSet<string> ReservedNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "u", "sub", "sup", "strong", "em", "del", "color", "highlight", "date", Mention, "emoji", "math", "opaque", AnyMacro, "table", "row", "cell",
        "layout", "layout-section", "layout-cell", "task", "placeholder", "var", "decision-list", "media-group");

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-");
    private static readonly SearchValues<char> BareCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.,%/+#:@-");
    private static readonly SearchValues<char> ColorCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.,%#()-");

    /// <summary>How many characters at the start are a directive's name; 0 where there is none.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetterLower(text[0])) return 0;
        int length = text[..Math.Min(text.Length, LongestName + 1)].IndexOfAnyExcept(NameCharacters);
        if (length < 0) length = text.Length;
        return length > LongestName ? 0 : length;
    }

    public static bool IsName(string name) => name.Length > 0 && NameLength(name) == name.Length;

    /// <summary>Whether a directive of the name is a macro.</summary>
    public static bool CanBeMacro(string name) => name == AnyMacro || !ReservedNames.Contains(name);

    /// <summary>Whether a directive within a line needs no braces. Any other word with a colon before it and brackets behind it is prose, such as <c>list:item[0]</c>.</summary>
    public static bool StandsBare(string name) => ReservedNames.Contains(name) || name is "status" or "jira" or "anchor";

    public static bool CanNameMacro(string name) => IsName(name) && !ReservedNames.Contains(name);

    /// <summary>The parameter that a reader sees as the macro's title, which is the directive's label.</summary>
    public static string LabelParameter(string macro) => macro switch
    {
        "jira" => "key",
        "anchor" => "",
        "excerpt" => "name",
        _ => "title",
    };

    public static bool CanBeLabel(string text) => text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Any(char.IsControl);

    public static int KeyLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsAsciiLetter(text[0]) || text[0] == '_')) return 0;
        int length = text.IndexOfAnyExcept(KeyCharacters);
        return length < 0 ? text.Length : length;
    }

    public static int BareLength(ReadOnlySpan<char> text) => LengthOf(text, BareCharacters);

    public static int ColorLength(ReadOnlySpan<char> text) => LengthOf(text, ColorCharacters);

    /// <summary>The marks whose label is Markdown itself. The last three have a form of Markdown's own, which cannot stand everywhere.</summary>
    public static Mark MarkOf(ReadOnlySpan<char> name) => name switch
    {
        "u" => Mark.Underline,
        "sub" => Mark.Subscript,
        "sup" => Mark.Superscript,
        "strong" => Mark.Strong,
        "em" => Mark.Emphasis,
        "del" => Mark.Strike,
        _ => Mark.None,
    };

    public static bool IsColor(ReadOnlySpan<char> name) => name is "color" or "highlight";

    public static bool HoldsMarkdown(ReadOnlySpan<char> name) => IsColor(name) || MarkOf(name) != Mark.None;

    private static int LengthOf(ReadOnlySpan<char> text, SearchValues<char> characters)
    {
        int length = text.IndexOfAnyExcept(characters);
        return length < 0 ? text.Length : length;
    }
}
