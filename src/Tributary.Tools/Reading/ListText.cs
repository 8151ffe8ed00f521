using System.Globalization;
using System.Text;

namespace Tributary.Tools.Reading;

/// <summary>Lists as text: how many, a line each, and how to go on. What the lines say comes from the wiki, and is fenced.</summary>
internal static class ListText
{
    /// <param name="noun">In the singular.</param>
    public static string Of(string noun, IEnumerable<string> items, int? total, int? nextStart, string? nextCursor = null)
    {
        var lines = items.ToList();
        string nouns = noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{lines.Count} {(lines.Count == 1 ? noun : nouns)}{(total is null || total == lines.Count ? "" : $" of {total}")}");
        if (lines.Count > 0)
            text.Append('\n').Append(Fence.Around($"{nouns} of the site", string.Join('\n', lines.Select(line => "- " + line))));
        if (nextCursor is not null)
            text.Append("\nMore: repeat with cursor ").Append(nextCursor);
        else if (nextStart is not null)
            text.Append(CultureInfo.InvariantCulture, $"\nMore: repeat with start {nextStart}");
        return text.ToString();
    }
}
