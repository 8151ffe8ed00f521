using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>The signs around a phrase: <c>*</c>, or <c>{*}</c> where it begins or ends within a word.</summary>
/// <param name="Kind">Its place among the signs.</param>
internal readonly record struct WikiPhrase(int Kind, char Sign, Mark Mark, int Length, bool IsBraced)
{
    public const int Count = 7;

    private const string Signs = "*_?-+^~";

    public static WikiPhrase? At(string source, int at, int end)
    {
        bool braced = source[at] == '{';
        int sign = braced ? at + 1 : at;
        if (sign >= end) return null;
        int kind = Signs.IndexOf(source[sign], StringComparison.Ordinal);
        if (kind < 0) return null;
        int after = sign + 1;
        if (source[sign] == '?' && (after >= end || source[after++] != '?')) return null;
        if (braced && (after >= end || source[after++] != '}')) return null;
        return new WikiPhrase(kind, source[sign], MarkOf(source[sign]), after - at, braced);
    }

    public static string SignOf(Mark mark) => mark switch
    {
        Mark.Strong => "*",
        Mark.Strike => "-",
        Mark.Underline => "+",
        Mark.Superscript => "^",
        Mark.Subscript => "~",
        _ => "_",
    };

    private static Mark MarkOf(char sign) => sign switch
    {
        '*' => Mark.Strong,
        '-' => Mark.Strike,
        '+' => Mark.Underline,
        '^' => Mark.Superscript,
        '~' => Mark.Subscript,
        // A citation looks like what is emphasised.
        _ => Mark.Emphasis,
    };
}
