using System.Globalization;
using System.Text;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>As many pages as wanted, told apart by arithmetic: the space MOCK with mock-page-1, mock-page-2 and so on, dated over the last 365 days.</summary>
internal static class MockSeed
{
    private const long HomeId = 98304;
    private const long YearInMinutes = 365 * 24 * 60;
    private const int PagesInChapter = 10;
    private const int PagesWithHistory = 1000;
    private const int MostIssues = 5000;

    private static readonly string[] Topics =
    [
        "Getting started", "Customer support request", "Release checklist", "Meeting notes", "Architecture notes", "Troubleshooting guide", "API reference", "Security review", "Project plan",
        "Weekly report", "Frequently asked questions", "Style guide",
    ];

    private static readonly string[] Authors = ["alice", "bob"];

    private static readonly string[] Languages = ["csharp", "python", "sql", "bash", "json"];

    private static readonly string[] Codes =
    [
        "var page = await confluence.GetPageAsync(id, cancellationToken);\nreturn page.Title;",
        "page = client.get_page(page_id)\nprint(page[\"title\"])",
        "select title, version\nfrom page\nwhere space = 'MOCK'\norder by last_modified desc;",
        "curl -s \"$CONFLUENCE_URL/api/v2/pages/$ID\" | jq .title",
        "{\n  \"title\": \"Mock page\",\n  \"labels\": [\"mock\", \"sample\"]\n}",
    ];

    private static readonly string[] Sentences =
    [
        "It was written to be found, read and changed.", "Numbers in it are invented but stay the same in every run.", "Whoever edits it makes a new version.", "Links lead to its neighbours.",
        "Der Inhalt ist erfunden, die Umlaute sind echt: äöüß.", "Содержание выдумано, но буквы настоящие.", "内容は架空ですが、文字は本物です。", "A customer asked for it in the spring.", "Support answers within a day.",
        "The table below is read by a script.",
    ];

    public static void Plant(Wiki wiki, int count) => new SeedPlanter(wiki, "mock", _ => null, isTrusted: true).Plant(new SeedFile { Spaces = [Space(count)], Projects = [MockIssues.Project(Math.Min(count, MostIssues))] });

    /// <summary>The body of a page as its number makes it.</summary>
    internal static string Body(int number, int count, int revision)
    {
        int next = (number % count) + 1;
        string topic = Topic(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<h1>{topic}</h1><p>This is <strong>mock page {number}</strong>, about <em>{topic.ToLowerInvariant()}</em>. {Sentence(number, 0)} {Sentence(number, 1)}</p>");
        text.Append(CultureInfo.InvariantCulture, $"<p>Revision {revision} of this page, kept by <ac:link><ri:user ri:username=\"{Author(number)}\" /></ac:link>.</p>");
        text.Append(CultureInfo.InvariantCulture, $"<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\"><ac:rich-text-body><p>{Sentence(number, 2)}</p></ac:rich-text-body></ac:structured-macro>");
        text.Append("<h2>Steps</h2><ol>");
        for (int step = 0; step < 3 + (number % 4); step++) text.Append(CultureInfo.InvariantCulture, $"<li>Step {step + 1}: {Sentence(number, step + 3)}</li>");
        text.Append("</ol><h2>Figures</h2><table><tbody><tr><th>Quarter</th><th>Requests</th><th>Answered</th></tr>");
        for (int quarter = 1; quarter <= 4; quarter++)
        {
            int requests = 40 + (((number * 37) + (quarter * 53)) % 160);
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>Q{quarter}</td><td>{requests}</td><td>{requests - (number % 7)}</td></tr>");
        }

        text.Append("</tbody></table><h2>Example</h2>");
        text.Append(CultureInfo.InvariantCulture, $"<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">{Languages[number % Languages.Length]}</ac:parameter><ac:plain-text-body><![CDATA[{Codes[number % Codes.Length]}]]></ac:plain-text-body></ac:structured-macro>");
        if (number % 6 == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>{(number % 4 == 0 ? "complete" : "incomplete")}</ac:task-status><ac:task-body><ac:link><ri:user ri:username=\"{Author(number + 1)}\" /></ac:link> check the figures</ac:task-body></ac:task></ac:task-list>");
        }

        text.Append(CultureInfo.InvariantCulture, $"<p>Next: <ac:link><ri:page ri:content-title=\"{Title(next)}\" /></ac:link>. More at <a href=\"https://www.example.com/mock/{number}\">example.com</a>.</p>");
        return text.ToString();
    }

    private static SeedSpace Space(int count)
    {
        SeedPage[] pages = [.. Enumerable.Range(1, count).Select(number => Page(number, count))];
        return new SeedSpace
        {
            Key = "MOCK",
            Name = "Mock Space",
            Id = 32769,
            Description = "Generated pages for tests.",
            At = "-365d",
            Pages =
            [
                new SeedPage
                {
                    Id = HomeId,
                    Title = "Mock Space Home",
                    Home = true,
                    Body = "<p>Generated pages for tests: <code>mock-page-1</code> and so on.</p><ac:structured-macro ac:name=\"children\" ac:schema-version=\"2\" />",
                    Children = [.. pages.Chunk(PagesInChapter).Select(chapter => chapter[0] with { Children = chapter[1..] })],
                },
            ],
        };
    }

    private static SeedPage Page(int number, int count)
    {
        // The first is the oldest; each edit comes a fair part nearer to now.
        long age = YearInMinutes - ((YearInMinutes - 60) * (number - 1) / count);

        // Old bodies are most of the memory, and whoever wants 100,000 pages wants no history.
        int edits = number <= PagesWithHistory ? number % 5 : 0;
        return new SeedPage
        {
            Id = HomeId + number,
            Alias = string.Create(CultureInfo.InvariantCulture, $"mock-page-{number}"),
            Title = Title(number),
            Body = Body(number, count, edits + 1),
            By = Author(number),
            At = Ago(age),
            Labels = ["mock", Topic(number).ToLowerInvariant().Replace(' ', '-')],
            Likes = number % 4 == 0 ? ["charlie"] : [],
            Edits = [.. Enumerable.Range(1, edits).Select(edit => new SeedEdit
            {
                By = Author(number + edit),
                At = Ago(age * (edits + 1 - edit) / (edits + 1)),
                Message = string.Create(CultureInfo.InvariantCulture, $"Revision {edit + 1}"),
                Minor = edit % 2 == 0,
                BodyBefore = Body(number, count, edit),
            })],
            Comments = number % 3 == 0 ? [new SeedComment { By = "charlie", At = Ago(age / 2), Body = $"<p>{Sentence(number, 7)}</p>" }] : [],
        };
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Mock Page {number}: {Topic(number)}");

    private static string Topic(int number) => Topics[(number - 1) % Topics.Length];

    private static string Author(int number) => Authors[number % Authors.Length];

    private static string Sentence(int number, int turn) => Sentences[((number * 3) + (turn * 7)) % Sentences.Length];

    private static string Ago(long minutes) => string.Create(CultureInfo.InvariantCulture, $"-{minutes}m");
}
