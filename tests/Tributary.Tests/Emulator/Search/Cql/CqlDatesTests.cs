using System.Globalization;
using Tributary.Emulator.Search.Cql;
using Tributary.Emulator.World;
using Tributary.Query.Cql;

namespace Tributary.Tests.Emulator.Search.Cql;

public sealed class CqlDatesTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 14, 25, 36, TimeSpan.Zero);

    [Fact(Timeout = 10000)]
    public void Literals_are_days_or_minutes()
    {
        Assert.Equal("2024-02-29 00:00 +1440", Resolved("2024-02-29"));
        Assert.Equal("2024-02-29 00:00 +1440", Resolved("2024/02/29"));
        Assert.Equal("2024-02-29 13:05 +1", Resolved("\"2024-02-29 13:05\""));
        Assert.Equal("2024-02-29 13:05 +1", Resolved("\"2024/02/29 13:05\""));
    }

    [Fact(Timeout = 10000)]
    public void Functions_go_from_the_present_moment()
    {
        (string Function, string Expected)[] functions =
        [
            ("now()", "2026-03-18 14:25"),
            ("now(\"-4w\")", "2026-02-18 14:25"),
            ("now(-90m)", "2026-03-18 12:55"),
            ("now(\"+2h\")", "2026-03-18 16:25"),
            ("now(\"-1y\")", "2025-03-18 14:25"),
            ("now(\"-1M\")", "2026-02-18 14:25"),
            ("now(\"7\")", "2026-03-25 14:25"),
            ("startOfDay()", "2026-03-18 00:00"),
            ("startOfDay(\"-1d\")", "2026-03-17 00:00"),
            ("startOfWeek()", "2026-03-15 00:00"),
            ("startOfMonth(\"+15d\")", "2026-03-16 00:00"),
            ("startOfYear(\"-1\")", "2025-01-01 00:00"),
            ("STARTOFYEAR()", "2026-01-01 00:00"),
            ("endOfDay()", "2026-03-18 23:59"),
            ("endOfWeek()", "2026-03-21 23:59"),
            ("endOfMonth()", "2026-03-31 23:59"),
            ("endOfMonth(\"-1M\")", "2026-02-28 23:59"),
            ("endOfYear()", "2026-12-31 23:59"),
        ];
        foreach ((string function, string expected) in functions)
            Assert.Equal((function, expected + " +1"), (function, Resolved(function)));
    }

    [Fact(Timeout = 10000)]
    public void What_is_no_date_is_refused_with_the_formats_that_are()
    {
        foreach (string value in (string[])["-7d", "yesterday", "2024-13-01", "2024-1-1", "\"2024-01-01T10:00:00Z\"", "20240101"])
        {
            ConfluenceException error = Assert.Throws<ConfluenceException>(() => Resolved(value));
            Assert.StartsWith("Could not parse cql : Date value '", error.Message, StringComparison.Ordinal);
            Assert.Contains("now(\"-4w\")", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 10000)]
    public void Unknown_functions_and_increments_are_refused()
    {
        foreach (string value in (string[])["currentUser()", "tomorrow()", "now(\"-4x\")", "now(\"-4w\", \"-1d\")", "now(\"99999999y\")", "now(\"\")"])
            Assert.Throws<ConfluenceException>(() => Resolved(value));
    }

    private static string Resolved(string value)
    {
        var comparison = (CqlComparison)CqlParser.Parse($"created = {value}").Where!;
        CqlDate date = new CqlDates(Now).Resolve("created", comparison.Value);
        return string.Create(CultureInfo.InvariantCulture, $"{date.Start:yyyy-MM-dd HH:mm} +{(date.End - date.Start).TotalMinutes}");
    }
}
