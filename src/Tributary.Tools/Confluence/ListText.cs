using System.Globalization;
using System.Text;

namespace Tributary.Tools.Confluence;

/// <summary>Lists as text: how many, a line each, and how to go on.</summary>
internal static class ListText
{
    public static string Of(string noun, IEnumerable<string> items, int? total, int? nextStart, string? nextCursor = null)
    {
        var lines = items.ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{lines.Count} {noun}{(lines.Count == 1 ? "" : "s")}{(total is null || total == lines.Count ? "" : $" of {total}")}");
        foreach (string line in lines)
            text.Append("\n- ").Append(line);
        if (nextCursor is not null)
            text.Append("\nMore: repeat with cursor ").Append(nextCursor);
        else if (nextStart is not null)
            text.Append(CultureInfo.InvariantCulture, $"\nMore: repeat with start {nextStart}");
        return text.ToString();
    }
}
