using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira;

/// <summary>Names and arguments of other servers' tools, on the demo's site.</summary>
public sealed class EarlierNamesTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Boards_sprints_and_their_issues_answer(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply boards = (await bob.CallAsync("jira_get_agile_boards", ("board_name", "Gangway"), ("board_type", "scrum"), ("project_key", "ENG"), ("start_at", 0), ("limit", 10))).Succeeded();
        Reply sprints = (await bob.CallAsync("jira_get_sprints_from_board", ("board_id", "1"), ("start_at", 2))).Succeeded();
        Reply active = (await bob.CallAsync("jira_get_sprints_from_board", ("board_id", "1"), ("state", "active"))).Succeeded();
        Reply onBoard = (await bob.CallAsync("jira_get_board_issues", ("board_id", "1"), ("jql", "labels = performance"), ("fields", "summary,status"), ("start_at", 0), ("expand", "version"))).Succeeded();
        Reply inSprint = (await bob.CallAsync("jira_get_sprint_issues", ("sprint_id", "3"), ("limit", 50))).Succeeded();
        Reply inProject = (await bob.CallAsync("jira_get_project_issues", ("project_key", "SUP"), ("limit", 50))).Succeeded();
        Reply goesOn = await bob.CallAsync("jira_get_project_issues", ("project_key", "SUP"), ("start_at", 50));
        Reply injected = await bob.CallAsync("jira_get_sprint_issues", ("sprint_id", "3 OR project = SUP"));
        Reply made = (await bob.CallAsync("jira_create_sprint", ("board_id", "1"), ("name", "Sprint 44"), ("start_date", "2027-01-04T08:00:00.000Z"), ("end_date", "2027-01-15T08:00:00.000Z"), ("goal", "Rest"))).Succeeded();
        Reply filled = (await bob.CallAsync("jira_add_issues_to_sprint", ("sprint_id", "5"), ("issue_keys", "ENG-17,ENG-20"))).Succeeded();

        Assert.Equal(["1"], boards.Each("boards", "id"));
        Assert.Equal(["Sprint 42", "Sprint 43"], sprints.Each("sprints", "name"));
        Assert.Equal(["Sprint 42"], active.Each("sprints", "name"));
        Assert.Contains("ENG-12", onBoard.Each("issues", "key"));
        Assert.Equal(5, inSprint.Each("issues", "key").Length);
        Assert.Equal(12, inProject.Each("issues", "key").Length);
        Assert.Equal(("invalid_params", "invalid_params"), (goesOn.Code, injected.Code));
        Assert.StartsWith("Made sprint 5", made.Text, StringComparison.Ordinal);
        Assert.Equal("Moved ENG-17, ENG-20 into sprint 5.", filled["message"]);
    }
}
