using System.Globalization;
using System.Text.RegularExpressions;

namespace Tributary.Emulator.Jira;

/// <summary>Time that work takes, as people write it: <c>1w 2d 3h 30m</c>. A day has eight hours, a week five days.</summary>
internal static partial class Duration
{
    private const long Minute = 60, Hour = 60 * Minute, Day = 8 * Hour, Week = 5 * Day;

    public static string Text(long seconds)
    {
        var parts = new List<string>();
        foreach ((long size, char unit) in new[] { (Week, 'w'), (Day, 'd'), (Hour, 'h'), (Minute, 'm') })
        {
            if (seconds / size > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{seconds / size}{unit}"));
            seconds %= size;
        }

        return parts.Count == 0 ? "0m" : string.Join(' ', parts);
    }

    /// <summary>Null for what is no duration. A number alone is minutes.</summary>
    public static long? Seconds(string text)
    {
        if (!Whole().IsMatch(text)) return null;
        double seconds = 0;
        foreach (Match part in Part().Matches(text))
        {
            long size = part.Groups[2].Value switch { "w" => Week, "d" => Day, "h" => Hour, _ => Minute };
            seconds += double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * size;
        }

        return seconds > int.MaxValue ? null : (long)seconds;
    }

    [GeneratedRegex(@"^\s*[0-9]+(\.[0-9]+)?[wdhm]?(\s+[0-9]+(\.[0-9]+)?[wdhm])*\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"([0-9]+(?:\.[0-9]+)?)([wdhm]?)", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
