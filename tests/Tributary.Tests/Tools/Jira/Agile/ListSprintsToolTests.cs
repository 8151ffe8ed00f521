using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Agile;

public sealed class ListSprintsToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Sprints_come_with_goal_and_dates_the_open_ones_unless_asked_otherwise(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply open = (await bob.CallAsync("jira_list_sprints", ("board", "gangway board"))).Succeeded();
        Reply closed = (await bob.CallAsync("jira_list_sprints", ("project_key", "ENG"), ("state", "closed"), ("limit", 1), ("start", 1))).Succeeded();
        Reply all = (await bob.CallAsync("jira_list_sprints", ("state", "all"))).Succeeded();

        Assert.Equal(["Sprint 42", "Sprint 43"], open.Each("sprints", "name"));
        Assert.Equal("A school class is quoted in under a second", open.Each("sprints", "goal")[0]);
        Assert.Equal(["Sprint 41"], closed.Each("sprints", "name"));
        Assert.Contains("- 2: Sprint 41 (closed, 2026-09-28 to 2026-10-09, completed 2026-10-09): Know where a quote spends its time", closed.Text, StringComparison.Ordinal);
        Assert.Equal(4, all.Each("sprints", "id").Length);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_sprint_after_the_fiftieth_is_reached_by_start(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.AddBoards("ENG", "Pumps");
        site.AddSprints(1, [.. Enumerable.Range(1, 52).Select(number => $"Sprint {number}")]);
        await using ToolUser bob = await site.ConnectAsync();

        Reply first = (await bob.CallAsync("jira_list_sprints", ("limit", 50))).Succeeded();
        Reply second = (await bob.CallAsync("jira_list_sprints", ("limit", 50), ("start", first["next_start_offset"]))).Succeeded();
        Reply last = (await bob.CallAsync("jira_update_sprint", ("sprint", "sprint 52"), ("goal", "The last"))).Succeeded();

        Assert.Equal(["Sprint 51", "Sprint 52"], second.Each("sprints", "name"));
        Assert.Null(second["next_start_offset"]);
        Assert.Contains("52: Sprint 52 (future): The last", last.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_board_that_is_wrong_or_not_clear_is_answered_with_those_there_are(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        Reply noBoard = await bob.CallAsync("jira_list_sprints");
        site.AddBoards("ENG", "Pumps", "Fans");

        Reply misspelt = await bob.CallAsync("jira_list_sprints", ("board", "Pumsp"));
        Reply notClear = await bob.CallAsync("jira_list_sprints");
        Reply absent = await bob.CallAsync("jira_list_sprints", ("board", "99"));

        Assert.Contains("`board` is missing. There is none.", noBoard.Text, StringComparison.Ordinal);
        Assert.Contains("There is no board \"Pumsp\". Did you mean \"Pumps\"?", misspelt.Text, StringComparison.Ordinal);
        Assert.Contains("`board` is missing. There are \"Pumps\", \"Fans\".", notClear.Text, StringComparison.Ordinal);
        Assert.Equal(("invalid_params", "invalid_params", "resource_not_found"), (misspelt.Code, notClear.Code, absent.Code));
    }
}
