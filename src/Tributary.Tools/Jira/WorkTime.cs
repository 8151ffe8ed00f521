using System.Globalization;
using System.Text.RegularExpressions;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Time that work takes, as a caller writes it: <c>1w 2d 3h 20m</c>, or a number of seconds. How long a day is, the site decides.</summary>
internal static partial class WorkTime
{
    private const int LeastSeconds = 60;

    /// <param name="argument">Its name.</param>
    /// <returns>What Jira reads; or the seconds.</returns>
    public static (string? Text, long? Seconds) Parse(string argument, string given)
    {
        string text = given.Trim().ToLowerInvariant();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds is >= LeastSeconds and <= int.MaxValue)
            return (null, seconds);

        return Whole().IsMatch(text)
            ? (string.Join(' ', Part().Matches(text).Select(part => part.Value)), null)
            : throw ToolException.InvalidParams(
                $"`{argument}` \"{WikiText.Beginning(given, 40)}\" is no time of at least a minute.", "Give it like 3h 20m or 1d, or in seconds.");
    }

    [GeneratedRegex(@"^([0-9]{1,5}(\.[0-9]{1,2})?[wdhm]\s*)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[0-9.]+[wdhm]", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
