using System.Globalization;
using System.Text.RegularExpressions;

namespace Tributary.Emulator.Search.Jql;

/// <summary>Dates of a query, in UTC: literals, periods from now, and the functions around the present moment. Weeks begin on Sunday, as in Jira's default locale.</summary>
internal sealed partial class JqlDates(DateTimeOffset now)
{
    private static readonly string[] Formats = ["yyyy/M/d H:mm", "yyyy-M-d H:mm", "yyyy/M/d", "yyyy-M-d"];

    public DateTimeOffset Now => now;

    /// <summary>Null for what is no date.</summary>
    public DateTimeOffset? Read(JqlOperand operand)
    {
        string text = operand.Text!.Trim();
        if (operand.From is not null) return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        if (operand.IsNumber) return long.TryParse(text, CultureInfo.InvariantCulture, out long ms) && ms is > -62_135_596_800_000 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
            ? moment
            : Relative(text);
    }

    /// <summary>Null for a function that is none of a date, or an increment that is none.</summary>
    public DateTimeOffset? Call(string function, string? increment)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset week = today.AddDays(-(int)today.DayOfWeek);
        DateTimeOffset month = today.AddDays(1 - today.Day);
        DateTimeOffset year = today.AddDays(1 - today.DayOfYear);
        return function switch
        {
            "now" or "currentLogin" or "lastLogin" => now,
            "startOfDay" => Moved(today, increment, 'd'),
            "startOfWeek" => Moved(week, increment, 'w'),
            "startOfMonth" => Moved(month, increment, 'M'),
            "startOfYear" => Moved(year, increment, 'y'),
            // The end is the last moment before the next beginning, so that a month before the end of a month is the end of a month.
            "endOfDay" => Moved(today.AddDays(1), increment, 'd')?.AddTicks(-1),
            "endOfWeek" => Moved(week.AddDays(7), increment, 'w')?.AddTicks(-1),
            "endOfMonth" => Moved(month.AddMonths(1), increment, 'M')?.AddTicks(-1),
            "endOfYear" => Moved(year.AddYears(1), increment, 'y')?.AddTicks(-1),
            _ => null,
        };
    }

    private DateTimeOffset? Relative(string text)
    {
        Match period = Period().Match(text);
        if (!period.Success) return null;
        double minutes = 0;
        foreach (Match part in Part().Matches(text))
        {
            minutes += double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * part.Groups[2].ValueSpan[0] switch { 'w' => 7 * 24 * 60, 'd' => 24 * 60, 'h' => 60, _ => 1 };
        }

        return Guarded(() => now.AddMinutes(text[0] == '-' ? -minutes : minutes));
    }

    private static DateTimeOffset? Moved(DateTimeOffset moment, string? increment, char naturalUnit)
    {
        if (increment is null) return moment;
        Match match = Increment().Match(increment);
        if (!match.Success) return null;
        int amount = int.Parse(match.Groups["amount"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        char unit = match.Groups["unit"].Length > 0 ? match.Groups["unit"].ValueSpan[0] : naturalUnit;
        return Guarded(() => unit switch
        {
            'y' => moment.AddYears(amount),
            'M' => moment.AddMonths(amount),
            'w' => moment.AddDays(7.0 * amount),
            'd' => moment.AddDays(amount),
            'h' => moment.AddHours(amount),
            _ => moment.AddMinutes(amount),
        });
    }

    private static DateTimeOffset? Guarded(Func<DateTimeOffset> move)
    {
        try
        {
            return move();
        }
        catch (ArgumentOutOfRangeException)
        {
            // It leads out of the calendar.
            return null;
        }
    }

    [GeneratedRegex(@"^[+-]?[0-9]{1,8}[wdhm](\s+[0-9]{1,8}[wdhm])*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Period();

    [GeneratedRegex("([0-9]+)([wdhm])", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<amount>[+-]?[0-9]{1,8})(?<unit>[yMwdhm]?)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Increment();
}
