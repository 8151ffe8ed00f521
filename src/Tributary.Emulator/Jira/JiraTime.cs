using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.Jira;

/// <summary>Moments as Jira writes them: <c>2026-11-21T01:02:03.000+0000</c>.</summary>
internal static class JiraTime
{
    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mm:ss.fffzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.fffZ", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mmzzz"];

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0000";

    /// <summary>Of a moment that is kept in ISO 8601.</summary>
    public static string? Text(JsonNode? kept) =>
        kept is null ? null : Text(DateTimeOffset.Parse(kept.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    /// <summary>As people read it.</summary>
    public static string Shown(DateTimeOffset moment) => moment.UtcDateTime.ToString("dd/MMM/yy h:mm tt", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment.ToUniversalTime() : null;

    public static DateOnly? ReadDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
