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
        var text = new StringBuilder();
        text.Append(Count(lines.Count, noun)).Append(CultureInfo.InvariantCulture, $"{(total is null || total == lines.Count ? "" : $" of {total}")}");
        if (lines.Count > 0)
            text.Append('\n').Append(Fence.Around($"{Plural(noun)} of the site", string.Join('\n', lines.Select(line => "- " + line))));
        if (nextCursor is not null)
            text.Append("\nMore: repeat with cursor ").Append(nextCursor);
        else if (nextStart is not null)
            text.Append(CultureInfo.InvariantCulture, $"\nMore: repeat with start {nextStart}");
        return text.ToString();
    }

    /// <summary><c>1 branch</c>, <c>2 branches</c>.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : Plural(noun))}");

    private static string Plural(string noun) => noun switch
    {
        [.., 'y'] => noun[..^1] + "ies",
        [.., 'c', 'h'] => noun + "es",
        _ => noun + "s",
    };
}
