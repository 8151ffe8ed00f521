using System.Globalization;
using System.Text;

namespace Tributary.Emulator.Seeds;

/// <summary>The body of the demo's one long page, about 200 KB: written by arithmetic alone, so the same in every run.</summary>
internal static class ChangeLogBody
{
    private const int Length = 200_000;

    private static readonly string[] Services = ["boarding", "bookings", "fares", "harbour-gateway", "identity", "ledger", "notices", "reports", "timetable"];

    private static readonly string[] Subjects =
    [
        "A hold with a trailer", "The manifest of a late sailing", "A refund below one euro", "The tide window of Saltmarsh", "A notice with an emoji", "The group tariff",
        "A ticket that was handed on", "The list of partners", "A party of sixty", "The search by harbour", "A scanner in the second region", "The weekly statement",
        "A bicycle on the small vessels", "The waiting banner", "A sailing across midnight", "The receipt in Japanese", "An expired key", "The seat map of the Grey Heron",
    ];

    private static readonly string[] Changes =
    [
        "is shown at once", "no longer disappears after a restart", "takes one query instead of thirty", "is refused with a clear message", "keeps its order", "is written to the log once, not twice",
        "can be cancelled again", "counts for the day on which it leaves", "is read aloud correctly", "survives a lost connection", "fits on one line of the board", "has a test at last",
        "is rounded once, at the end",
    ];

    private static readonly string[] Reasons = ["", "", "", " Asked for by three harbours.", " Thanks to the crew of the <em>Skerry Hen</em>.", " Found in the exercise.", " See the runbook.", " Behind a switch until next week."];

    public static string Write()
    {
        var text = new StringBuilder(Length + 4096);
        text.Append("<p>Written by the build, every Tuesday: the newest first. What matters to passengers is in the <ac:link><ri:page ri:content-title=\"Release notes\" /></ac:link>.</p>\n");
        text.Append("<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>\n");
        var tuesday = new DateOnly(2026, 11, 17);
        for (int build = 0; text.Length < Length; build++) AppendBuild(text, build, tuesday.AddDays(-7 * build));
        return text.ToString();
    }

    private static void AppendBuild(StringBuilder text, int build, DateOnly day)
    {
        text.Append(CultureInfo.InvariantCulture, $"<h2>Build {1400 - build} &ndash; {day:yyyy-MM-dd}</h2>\n");
        if (build % 13 == 5)
        {
            text.Append("<ac:structured-macro ac:name=\"note\" ac:schema-version=\"1\"><ac:rich-text-body><p>Needs a migration: run it before the services start.</p></ac:rich-text-body></ac:structured-macro>\n");
        }

        text.Append("<ul>\n");
        int entries = 8 + (build * 5 % 9);
        for (int entry = 0; entry < entries; entry++) AppendEntry(text, build, entry);
        text.Append("</ul>\n");
        if (build % 4 == 1) AppendFigures(text, build);
    }

    private static void AppendEntry(StringBuilder text, int build, int entry)
    {
        int turn = (build * 31) + (entry * 17);
        string state = turn % 11 == 0 ? "<span style=\"color: rgb(191,38,0);\">Breaking:</span> " : "";
        text.Append(CultureInfo.InvariantCulture, $"<li><code>{Services[turn % Services.Length]}</code> {state}{Subjects[turn % Subjects.Length]} {Changes[(turn / 3) % Changes.Length]}.");
        text.Append(CultureInfo.InvariantCulture, $"{Reasons[(turn / 5) % Reasons.Length]} (#{9000 - (build * 16) - entry})</li>\n");
    }

    private static void AppendFigures(StringBuilder text, int build)
    {
        text.Append("<table><tbody><tr><th>Measured after the build</th><th>p50</th><th>p95</th></tr>");
        for (int row = 0; row < 3; row++)
        {
            int ms = 12 + (((build * 7) + (row * 29)) % 60);
            text.Append(CultureInfo.InvariantCulture, $"<tr><td><code>{Services[(build + row) % Services.Length]}</code></td><td>{ms}&nbsp;ms</td><td>{(ms * 3) + row}&nbsp;ms</td></tr>");
        }

        text.Append("</tbody></table>\n");
    }
}
