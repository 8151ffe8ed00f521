using System.Buffers;
using Tributary.Markup;

namespace Tributary.Tools.Reading;

/// <summary>Titles, names and excerpts as people wrote them, made safe to show: nothing in them that the eye cannot see.</summary>
internal static class WikiText
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\t\u2028\u2029");

    /// <summary>On one line: whatever breaks a line becomes a space.</summary>
    public static string Line(string text)
    {
        string visible = VisibleText.Of(text);
        return visible.AsSpan().IndexOfAny(LineBreaks) < 0
            ? visible
            : string.Concat(visible.Select(c => LineBreaks.Contains(c) ? ' ' : c));
    }

    /// <summary>One line of its first letters, where it has more than <paramref name="most"/>.</summary>
    public static string Beginning(string text, int most) => Line(text.Length <= most ? text : text[..most] + "…");
}
