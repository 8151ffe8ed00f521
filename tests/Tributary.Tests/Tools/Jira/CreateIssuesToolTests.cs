using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class CreateIssuesToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Fields_people_and_options_go_by_their_names(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply created = (await bob.CallAsync("jira_create_issues", ("issues", new object[]
        {
            new
            {
                project_key = "ENG",
                issue_type = "bug",
                summary = "The pump leaks",
                description = "It **drips**.",
                fields = new Dictionary<string, object>
                {
                    ["Story points"] = 5, ["assignee"] = "alice@example.com", ["Severity"] = "major", ["Environments"] = new[] { "Production", "Staging" }, ["fix versions"] = "1.0", ["Labels"] = "wet, cold",
                    ["Due date"] = "2027-01-31", ["Reviewers"] = new[] { "charlie@example.com" }, ["Acceptance criteria"] = "It is *dry*.",
                },
            },
        }))).Succeeded();

        string key = Assert.Single(created.Each("issues", "key"));
        string alice = site.Jira.User("alice").AccountId, charlie = site.Jira.User("charlie").AccountId;
        Assert.Equal(5, site.Value(key, JiraCatalog.StoryPoints)!.GetValue<double>());
        Assert.Equal(alice, site.Text(key, "assignee"));
        Assert.Equal("10101", site.Text(key, JiraCatalog.Severity));
        Assert.Equal(["10110", "10111"], Items(site.Value(key, JiraCatalog.Environments)));
        Assert.Equal(["wet", "cold"], Items(site.Value(key, "labels")));
        Assert.Equal([charlie], Items(site.Value(key, JiraCatalog.Reviewers)));
        Assert.Equal("2027-01-31", site.Text(key, "duedate"));
        Assert.Contains(site.IsCloud ? "\"strong\"" : "*drips*", site.Text(key, "description"), StringComparison.Ordinal);
        Assert.Contains(site.IsCloud ? "\"em\"" : "_dry_", site.Text(key, JiraCatalog.AcceptanceCriteria), StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_wrong_is_answered_at_once_and_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply refused = await bob.CallAsync("jira_create_issues", ("issues", new object[]
        {
            new { project_key = "ENG", issue_type = "Bug", summary = "No severity" },
            new
            {
                project_key = "ENG", issue_type = "Task", summary = "All wrong",
                fields = new Dictionary<string, object> { ["Story pionts"] = 3, ["Priority"] = "Hihg", ["Assignee"] = "nobody@example.com", ["Due date"] = "soon", ["Story points"] = "many" },
            },
            new { project_key = "ENG", issue_type = "Bugg", summary = "No type" },
        }));

        Assert.Equal("invalid_params", refused.Code);
        Assert.Contains("issues[0]: \"Severity\" is required for a new Bug in ENG. There are \"Critical\", \"Major\", \"Minor\".", refused.Text, StringComparison.Ordinal);
        Assert.Contains("issues[1]: \"Story pionts\" is no field of a new Task in ENG. Did you mean \"Story Points\"?", refused.Text, StringComparison.Ordinal);
        Assert.Contains("issues[1]: \"Priority\" has no value \"Hihg\". Did you mean \"High\"?", refused.Text, StringComparison.Ordinal);
        Assert.Contains("\"Assignee\" knows nobody \"nobody@example.com\" who may be given issues of ENG", refused.Text, StringComparison.Ordinal);
        Assert.Contains("\"Due date\" takes a date such as 2026-01-31, not \"soon\".", refused.Text, StringComparison.Ordinal);
        Assert.Contains("\"Story Points\" takes a number, not \"many\".", refused.Text, StringComparison.Ordinal);
        Assert.Contains("issues[2]: ENG has no issue type \"Bugg\". Did you mean \"Bug\"?", refused.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Each_of_several_has_its_own_outcome(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        string task = site.AddIssue();

        Reply created = (await bob.CallAsync("jira_create_issues", ("issues", new object[]
        {
            new { project_key = "ENG", issue_type = "Task", summary = "First" },
            new { project_key = "ENG", issue_type = "Task", summary = "Below a task", fields = new { Parent = task } },
            new { project_key = "SUP", issue_type = "Incident", summary = "Third" },
        }))).Succeeded();

        Assert.StartsWith("Created 2 of 3 issues", created.Text, StringComparison.Ordinal);
        JsonElement[] issues = [.. created.Structured.GetProperty("issues").EnumerateArray()];
        Assert.Equal(("ENG-2", "SUP-1"), (issues[0].GetProperty("key").GetString(), issues[2].GetProperty("key").GetString()));
        Assert.False(issues[1].TryGetProperty("key", out _));
        Assert.Contains(site.IsCloud ? "hierarchy" : "must be of type 'Epic'", issues[1].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_dry_run_and_a_closed_project_create_nothing(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("ENG")] });
        object[] issues = [new { project_key = "SUP", issue_type = "Incident", summary = "A fire" }];

        Reply dry = (await bob.CallAsync("jira_create_issues", ("issues", issues), ("dry_run", true))).Succeeded();
        Reply outside = await inside.CallAsync("jira_create_issues", ("issues", issues));

        Assert.StartsWith("Dry run", dry.Text, StringComparison.Ordinal);
        Assert.Equal("not_allowed", outside.Code);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Earlier_names_take_their_earlier_arguments(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply one = (await bob.CallAsync("jira_create_issue",
            ("project_key", "ENG"), ("summary", "One"), ("issue_type", "Task"), ("assignee", "bob@example.com"), ("additional_fields", "{\"priority\": {\"name\": \"High\"}}"))).Succeeded();
        Reply two = (await bob.CallAsync("jira_batch_create_issues",
            ("issues", "[{\"project_key\": \"ENG\", \"summary\": \"Two\", \"issue_type\": \"Task\"}, {\"project_key\": \"ENG\", \"summary\": \"Three\", \"issue_type\": \"Task\", \"components\": [\"Pumps\"]}]"))).Succeeded();

        string key = Assert.Single(one.Each("issues", "key"));
        Assert.Equal((site.Jira.User("bob").AccountId, "2"), (site.Text(key, "assignee"), site.Text(key, "priority")));
        Assert.Equal(["ENG-2", "ENG-3"], two.Each("issues", "key"));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_sprint_goes_by_its_name_too(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string id = site.Jira.Wiki.Write(wiki =>
        {
            var board = wiki.Jira.AddBoard("Pumps", "scrum", wiki.Jira.FindProject("ENG")!, "project = ENG ORDER BY Rank");
            return $"{wiki.Jira.AddSprint(board, "Sprint 7", "", null, null).Id}";
        });
        await using ToolUser bob = await site.ConnectAsync();

        Reply created = (await bob.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = "In it", fields = new { Sprint = "sprint 7" } }))).Succeeded();
        Reply wrong = await bob.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = "In none", fields = new { Sprint = "Sprint 8" } }));

        Assert.Equal([id], Items(site.Value(Assert.Single(created.Each("issues", "key")), JiraCatalog.Sprint)));
        Assert.Contains("\"Sprint\" has no open sprint \"Sprint 8\" in ENG. Did you mean \"Sprint 7\"?", wrong.Text, StringComparison.Ordinal);
    }

    private static string[] Items(JsonNode? list) => [.. list!.AsArray().Select(item => item!.GetValue<string>())];
}
