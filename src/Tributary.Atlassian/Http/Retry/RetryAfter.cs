using System.Globalization;
using System.Net.Http.Headers;

namespace Tributary.Atlassian.Http.Retry;

/// <summary>The header as servers really send it.</summary>
internal static class RetryAfter
{
    /// <summary>Seconds or an HTTP date; null where the header is absent or makes no sense.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) || values.Count != 1) return null;
        string text = values.ToString().Trim();
        if (text.Length is > 0 and <= 18 && text.All(char.IsAsciiDigit))
        {
            // A figure past a day is past any limit of ours; TimeSpan must not overflow on it.
            return TimeSpan.FromSeconds(Math.Min(long.Parse(text, CultureInfo.InvariantCulture), 86_400));
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
