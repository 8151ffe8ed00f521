using System.Globalization;

namespace Tributary.Emulator.Seeds;

/// <summary>As many issues as wanted, told apart by arithmetic: the project MOCK with MOCK-1000 and so on, incidents resolved and requests done within the last 180 days.</summary>
internal static class MockIssues
{
    private const int FirstNumber = 1000;
    private const int HalfYearInMinutes = 180 * 24 * 60;

    private static readonly string[] Topics =
    [
        "Customer support request", "Login does not work", "Export is empty", "Wrong invoice", "Question about limits", "Slow search", "Mail never arrives", "Broken link in the manual", "Feature request",
        "Data is out of date",
    ];

    private static readonly string[] Priorities = ["Medium", "High", "Low", "Highest", "Lowest"];
    private static readonly string[] Labels = ["support", "billing", "search", "account", "documentation"];
    private static readonly string[] Assignees = ["alice", "bob"];
    private static readonly string[] Reporters = ["charlie", "alice", "bob"];
    private static readonly string[] Resolutions = ["Done", "Done", "Won't Do", "Done", "Duplicate", "Cannot Reproduce"];

    public static SeedProject Project(int count) => new()
    {
        Key = "MOCK",
        Name = "Mock Project",
        Description = "Generated issues for tests.",
        Type = "service_desk",
        At = "-181d",
        FirstNumber = FirstNumber,
        Issues = [.. Enumerable.Range(1, count).Select(number => Issue(number, count))],
    };

    private static SeedIssue Issue(int number, int count)
    {
        // The first is the oldest; each begins, and is done, a fair part nearer to now.
        int age = HalfYearInMinutes - (int)((HalfYearInMinutes - 120L) * (number - 1) / count);
        string topic = Topics[(number - 1) % Topics.Length], assignee = Assignees[number % Assignees.Length];
        bool isIncident = number % 3 == 0;
        return new SeedIssue
        {
            Type = isIncident ? "Incident" : "Service Request",
            Summary = string.Create(CultureInfo.InvariantCulture, $"Mock Issue {number}: {topic}"),
            Description = string.Create(CultureInfo.InvariantCulture, $"This is **mock issue {number}**, about {topic.ToLowerInvariant()}.\n\n1. Open the page of order {4000 + number}.\n2. Wait for {1 + (number % 9)} seconds.\n3. See what support sees.\n\nExpected: an answer within a day."),
            By = Reporters[number % Reporters.Length],
            At = Ago(age),
            Values = new SeedValues
            {
                Priority = Priorities[number % Priorities.Length],
                Assignee = assignee,
                Labels = ["mock", Labels[number % Labels.Length]],
            },
            Events =
            [
                new SeedEvent(assignee, Ago(age * 2 / 3), new SeedValues { Status = "In Progress" }, null, Internal: false, Worked: null),
                new SeedEvent(assignee, Ago(age / 3), new SeedValues { Status = isIncident ? "Resolved" : "Done", Resolution = Resolutions[number % Resolutions.Length] }, number % 2 == 0 ? "Answered, and the customer agrees." : null, Internal: false, Worked: null),
            ],
        };
    }

    private static string Ago(int minutes) => string.Create(CultureInfo.InvariantCulture, $"-{minutes}m");
}
