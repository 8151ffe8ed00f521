using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown;

/// <summary>The lines of a code block.</summary>
internal static class CodeLines
{
    public static string Of(FencedCodeBlock fence, string markdown)
    {
        var code = new StringBuilder();
        for (int i = 0; i < fence.Lines.Count; i++)
        {
            if (i > 0) code.Append('\n');
            ref StringLine line = ref fence.Lines.Lines[i];
            bool isWhole = ReferenceEquals(line.Slice.Text, markdown) && line.Column <= fence.Column;
            ReadOnlySpan<char> rest = isWhole ? default : FromColumn(fence.Column, line.Position, markdown);
            code.Append(rest.IsEmpty ? line.Slice.AsSpan() : rest);
        }

        return code.ToString();
    }

    /// <summary>
    /// Within a list Markdig drops a third blank at the start of a line, and within any container it makes spaces of a tab: the source has them still. Empty where a tab reaches across the column.
    /// </summary>
    private static ReadOnlySpan<char> FromColumn(int wanted, int lineStart, string markdown)
    {
        if (lineStart >= markdown.Length) return default;
        ReadOnlySpan<char> source = markdown.AsSpan(lineStart);
        int end = source.IndexOfAny('\r', '\n');
        if (end >= 0) source = source[..end];
        int column = 0;
        for (int at = 0; at < source.Length && column <= wanted; at++)
        {
            if (column == wanted) return source[at..];
            column += source[at] == '\t' ? 4 - (column % 4) : 1;
        }

        return default;
    }
}
