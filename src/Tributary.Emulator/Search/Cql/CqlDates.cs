using System.Globalization;
using System.Text.RegularExpressions;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Search.Cql;

/// <summary>A point in time as far as the query says: a day, or a minute.</summary>
/// <param name="End">Exclusive.</param>
internal readonly record struct CqlDate(DateTimeOffset Start, DateTimeOffset End);

/// <summary>Dates of a query: literals in UTC, and the functions around the present moment. Weeks begin on Sunday, as in Confluence's own default locale.</summary>
internal sealed partial class CqlDates(DateTimeOffset now)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd"];
    private static readonly string[] Minutes = ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm"];

    /// <exception cref="World.ConfluenceException">No date, or no function that makes one.</exception>
    public CqlDate Resolve(string field, CqlValue value) => value switch
    {
        CqlLiteral literal => Literal(field, literal.Value),
        CqlFunction function => Minute(Called(function)),
        _ => throw CqlError.Of($"The field '{field}' takes one date."),
    };

    private static CqlDate Literal(string field, string text)
    {
        if (TryParse(text, Days, out DateTimeOffset day))
            return new CqlDate(day, day.AddDays(1));

        return TryParse(text, Minutes, out DateTimeOffset minute)
            ? Minute(minute)
            : throw CqlError.Of(
                $"Date value '{text}' for field '{field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a function such as now(\"-4w\")");
    }

    private static bool TryParse(string text, string[] formats, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);

    private static CqlDate Minute(DateTimeOffset moment)
    {
        var start = new DateTimeOffset(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        return new CqlDate(start, start.AddMinutes(1));
    }

    private DateTimeOffset Called(CqlFunction function)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset week = today.AddDays(-(int)today.DayOfWeek);
        DateTimeOffset month = today.AddDays(1 - today.Day);
        DateTimeOffset year = today.AddDays(1 - today.DayOfYear);

        return function.Name.ToLowerInvariant() switch
        {
            "now" => Moved(function, now.ToUniversalTime(), 'd'),
            "startofday" => Moved(function, today, 'd'),
            "startofweek" => Moved(function, week, 'w'),
            "startofmonth" => Moved(function, month, 'M'),
            "startofyear" => Moved(function, year, 'y'),
            // The end is the last moment before the next beginning, so that a month before the end of a month is the end of a month.
            "endofday" => Moved(function, today.AddDays(1), 'd').AddTicks(-1),
            "endofweek" => Moved(function, week.AddDays(7), 'w').AddTicks(-1),
            "endofmonth" => Moved(function, month.AddMonths(1), 'M').AddTicks(-1),
            "endofyear" => Moved(function, year.AddYears(1), 'y').AddTicks(-1),
            _ => throw CqlError.Of($"Unsupported CQL function '{function.Name}' for a date"),
        };
    }

    private static DateTimeOffset Moved(CqlFunction function, DateTimeOffset moment, char naturalUnit)
    {
        if (function.Arguments.Count == 0)
            return moment;

        Match increment = Increment().Match(function.Arguments[0]);
        if (function.Arguments.Count > 1 || !increment.Success)
            throw CqlError.Of($"The function {function.Name}() takes at most one increment such as \"-4w\": a sign, a number and one of y, M, w, d, h, m");

        int amount = int.Parse(increment.Groups["amount"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        char unit = increment.Groups["unit"].Length > 0 ? increment.Groups["unit"].ValueSpan[0] : naturalUnit;
        try
        {
            return unit switch
            {
                'y' => moment.AddYears(amount),
                'M' => moment.AddMonths(amount),
                'w' => moment.AddDays(7.0 * amount),
                'd' => moment.AddDays(amount),
                'h' => moment.AddHours(amount),
                _ => moment.AddMinutes(amount),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw CqlError.Of($"The increment '{increment.Value}' of {function.Name}() leads out of the calendar");
        }
    }

    [GeneratedRegex(@"^(?<amount>[+-]?[0-9]{1,8})(?<unit>[yMwdhm]?)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Increment();
}
