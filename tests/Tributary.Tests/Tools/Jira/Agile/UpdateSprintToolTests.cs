using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Emulator.Faults;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira.Agile;

public sealed class UpdateSprintToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_sprint_is_made_filled_started_and_closed(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        string first = site.AddIssue(summary: "First"), second = site.AddIssue(summary: "Second");
        await using ToolUser bob = await site.ConnectAsync();

        Reply made = (await bob.CallAsync("jira_update_sprint", ("board", "Pumps"), ("name", "Sprint 2"), ("goal", "Dry"), ("add_issues", new[] { first, second }))).Succeeded();
        Reply back = (await bob.CallAsync("jira_update_sprint", ("to_backlog", first))).Succeeded();
        Reply started = (await bob.CallAsync("jira_update_sprint", ("sprint", "sprint 2"), ("state", "active"), ("start_date", "2027-01-04"), ("end_date", "2027-01-15T17:00:00+01:00"))).Succeeded();
        Reply closed = (await bob.CallAsync("jira_update_sprint", ("sprint", made.Structured.GetProperty("sprint").GetProperty("id").GetInt64()), ("state", "closed"), ("goal", ""))).Succeeded();

        Assert.StartsWith($"Made sprint 2, which is future. Moved {first}, {second} into sprint 2.", made.Text, StringComparison.Ordinal);
        Assert.Equal($"Moved {first} to the backlog.", back.Text);
        Assert.Null(site.Value(first, JiraCatalog.Sprint));
        Assert.Equal(["2"], Sprints(site, second));
        Assert.Contains("2: Sprint 2 (active, 2027-01-04 to 2027-01-15): Dry", started.Text, StringComparison.Ordinal);
        Assert.StartsWith("Changed sprint 2, which is closed.", closed.Text, StringComparison.Ordinal);
        Assert.False(closed.Structured.GetProperty("sprint").TryGetProperty("goal", out _));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_was_done_before_a_step_failed_is_told_with_the_call_that_goes_on(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        string first = site.AddIssue(summary: "First"), second = site.AddIssue(summary: "Second");
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("add_issues", second))).Succeeded();
        site.Jira.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/sprint/*/issue", "POST", Status: 403));
        Reply denied = await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("goal", "Dry"), ("add_issues", first), ("to_backlog", second));
        site.Jira.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/sprint/*/issue", "POST", Status: 500));
        Reply broken = await bob.CallAsync("jira_update_sprint", ("name", "Sprint 2"), ("add_issues", first));
        site.Jira.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/sprint/3", Status: 403));
        Reply notStarted = await bob.CallAsync("jira_update_sprint", ("name", "Sprint 3"), ("start_date", "2027-01-04"), ("end_date", "2027-01-15"), ("state", "active"), ("add_issues", first));
        site.Jira.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/backlog/issue", "POST", Status: 429, RetryAfterSeconds: 90));
        Reply stayed = await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("add_issues", first), ("to_backlog", second));

        Assert.Equal(("permission_denied", "outcome_unknown", "permission_denied", "rate_limited"), (denied.Code, broken.Code, notStarted.Code, stayed.Code));
        Assert.Contains("Changed sprint 1, which is future. What followed failed:", denied.Text, StringComparison.Ordinal);
        Assert.Contains($$"""Do not repeat the call; go on with jira_update_sprint {"sprint":"1","add_issues":["{{first}}"],"to_backlog":["{{second}}"]}""", denied.Text, StringComparison.Ordinal);
        Assert.Contains("Made sprint 2, which is future. What followed failed:", broken.Text, StringComparison.Ordinal);
        Assert.EndsWith($$"""jira_update_sprint {"sprint":"2","add_issues":["{{first}}"]}""", broken.Text, StringComparison.Ordinal);
        Assert.EndsWith($$"""jira_update_sprint {"sprint":"3","state":"active","add_issues":["{{first}}"]}""", notStarted.Text, StringComparison.Ordinal);
        Assert.EndsWith($$"""jira_update_sprint {"to_backlog":["{{second}}"]}""", stayed.Text, StringComparison.Ordinal);
        Assert.Equal(["1"], Sprints(site, first));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Issues_that_are_there_already_are_not_moved_and_told(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        string first = site.AddIssue(summary: "First"), second = site.AddIssue(summary: "Second");
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("add_issues", first))).Succeeded();
        site.Writes();

        Reply both = (await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("add_issues", new[] { first, second }))).Succeeded();
        string[] moved = site.Writes();
        Reply again = (await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("add_issues", first))).Succeeded();
        (await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("state", "active"), ("start_date", "2027-01-04"), ("end_date", "2027-01-15"))).Succeeded();
        (await bob.CallAsync("jira_update_sprint", ("to_backlog", first))).Succeeded();
        site.Writes();
        Reply unmoved = (await bob.CallAsync("jira_update_sprint", ("to_backlog", first))).Succeeded();
        (await bob.CallAsync("jira_update_sprint", ("sprint", 1), ("state", "closed"))).Succeeded();

        Assert.StartsWith($"Moved {second} into sprint 1. In sprint 1 already: {first}.", both.Text, StringComparison.Ordinal);
        Assert.Single(moved);
        Assert.StartsWith($"In sprint 1 already: {first}.", again.Text, StringComparison.Ordinal);
        Assert.Equal($"In no open sprint already: {first}.", unmoved.Text);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_wrong_is_told_before_anything_is_done(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply nothing = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"));
        Reply noSprint = await bob.CallAsync("jira_update_sprint", ("add_issues", key));
        Reply misspelt = await bob.CallAsync("jira_update_sprint", ("sprint", "Spirnt 1"), ("goal", "Dry"));
        Reply noBoard = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("board", "Pupms"), ("goal", "Dry"));
        Reply noDates = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("state", "active"));
        Reply notActive = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("state", "closed"));
        Reply backwards = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("start_date", "2027-02-01"), ("end_date", "2027-01-01"));
        Reply noTime = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("start_date", "soon"));
        Reply tooLong = await bob.CallAsync("jira_update_sprint", ("name", new string('x', 31)));
        Reply noKey = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("add_issues", "pump"));
        Reply noIssue = await bob.CallAsync("jira_update_sprint", ("name", "Sprint 2"), ("add_issues", new[] { key, "ENG-999" }));
        Reply both = await bob.CallAsync("jira_update_sprint", ("sprint", "Sprint 1"), ("add_issues", key), ("to_backlog", new[] { key }));
        Reply noId = await bob.CallAsync("jira_update_sprint", ("sprint", 99), ("goal", "Dry"));

        Assert.All([nothing, noSprint, misspelt, noBoard, noDates, notActive, backwards, noTime, tooLong, noKey, both], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Equal(("resource_not_found", "resource_not_found"), (noIssue.Code, noId.Code));
        Assert.Contains("Board 1 has no open sprint \"Spirnt 1\". Did you mean \"Sprint 1\"?", misspelt.Text, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Pumps\"?", noBoard.Text, StringComparison.Ordinal);
        Assert.Contains("A sprint needs start_date and end_date to be started.", noDates.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Readers_and_restricted_servers_plan_nothing(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        string outside = site.Jira.AddIssue("A fire", JiraCatalog.Incident, "bob", "SUP").Key;
        site.AddBoards("SUP", "Fires");
        site.AddSprints(2, "Fire 1");
        await using ToolUser charlie = await site.ConnectAsync("charlie");
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));

        Reply reader = await charlie.CallAsync("jira_update_sprint", ("sprint", 1), ("goal", "Dry"));
        Reply foreignIssue = await inside.CallAsync("jira_update_sprint", ("sprint", 1), ("add_issues", outside));
        Reply foreignBacklog = await inside.CallAsync("jira_update_sprint", ("to_backlog", outside));
        Reply foreignSprint = await inside.CallAsync("jira_update_sprint", ("sprint", 2), ("goal", "Dry"));
        Reply foreignBoard = await inside.CallAsync("jira_update_sprint", ("board", 2), ("name", "Fire 2"));

        Assert.Equal("permission_denied", reader.Code);
        Assert.All([foreignIssue, foreignBacklog, foreignSprint, foreignBoard], reply => Assert.Equal("not_allowed", reply.Code));
        Assert.Equal(["POST /rest/agile/1.0/sprint/1"], site.Writes());
    }

    private static async Task<TrackerSite> StartAsync(Deployment deployment)
    {
        TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.AddBoards("ENG", "Pumps");
        site.AddSprints(1, "Sprint 1");
        return site;
    }

    private static string[] Sprints(TrackerSite site, string key) => [.. ((JsonArray)site.Value(key, JiraCatalog.Sprint)!).Select(id => (string)id!)];
}
