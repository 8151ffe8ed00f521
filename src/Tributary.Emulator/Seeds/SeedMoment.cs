using System.Globalization;

namespace Tributary.Emulator.Seeds;

/// <summary>Reads when something happened: <c>2026-03-02 09:15</c> (UTC), <c>2026-03-02</c>, ISO 8601, or back from now: <c>-3d 09:15</c>, <c>-3d</c>, <c>-5h</c>, <c>-20m</c>.</summary>
internal static class SeedMoment
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.fffK"];

    public static bool TryRead(string text, DateTimeOffset now, out DateTimeOffset moment)
    {
        if (text.StartsWith('-')) return TryReadBack(text.AsSpan(1), now, out moment);
        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
    }

    private static bool TryReadBack(ReadOnlySpan<char> text, DateTimeOffset now, out DateTimeOffset moment)
    {
        moment = now;
        int space = text.IndexOf(' ');
        ReadOnlySpan<char> span = space < 0 ? text : text[..space];
        if (span.Length is < 2 or > 7 || !int.TryParse(span[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return false;
        switch (span[^1])
        {
            case 'd':
                moment = now.AddDays(-count);
                break;
            case 'h':
                moment = now.AddHours(-count);
                break;
            case 'm':
                moment = now.AddMinutes(-count);
                break;
            default:
                return false;
        }

        if (space < 0) return true;
        if (!TimeOnly.TryParseExact(text[(space + 1)..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)) return false;
        moment = new DateTimeOffset(DateOnly.FromDateTime(moment.UtcDateTime), time, TimeSpan.Zero);
        return true;
    }
}
