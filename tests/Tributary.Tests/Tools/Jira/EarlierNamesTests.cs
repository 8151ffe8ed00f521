using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

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

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Projects_fields_people_and_requests_answer(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply projects = (await bob.CallAsync("jira_search_projects", ("query", "gang"), ("max_results", 1), ("current_project_ids", "10000"))).Succeeded();
        Reply types = (await bob.CallAsync("jira_get_project_issue_types", ("project_key", "ENG"))).Succeeded();
        Reply create = (await bob.CallAsync("jira_get_create_fields", ("project_key", "ENG"), ("issue_type_id", JiraCatalog.Story))).Succeeded();
        Reply options = (await bob.CallAsync("jira_get_field_options", ("field_id", "priority"), ("project_key", "ENG"), ("issue_type", "Story"), ("values_only", true))).Succeeded();
        Reply people = (await bob.CallAsync("jira_search_assignable_users", ("query", "ali"), ("project_key", "ENG"), ("limit", 10))).Succeeded();
        Reply dates = (await bob.CallAsync("jira_get_issue_dates", ("issue_key", "ENG-12"), ("include_status_changes", true))).Succeeded();
        Reply back = (await bob.CallAsync("jira_move_issues_to_backlog", ("issue_keys", "ENG-12"))).Succeeded();
        Reply request = (await bob.CallAsync("jira_create_customer_request",
            ("service_desk_id", "1"), ("request_type_id", "2"), ("request_field_values", """{"summary": "Why?", "description": "Because."}"""), ("strict_on_behalf", false))).Succeeded();

        Assert.Equal(["ENG"], projects.Each("projects", "key"));
        Assert.Contains("Story", types.Each("issue_types", "name"));
        Assert.Contains("summary", create.Each("fields", "id"));
        Assert.Contains("Priority (priority, priority): Highest, High, Medium, Low, Lowest", options.Text, StringComparison.Ordinal);
        Assert.Single(people.Each("users", "id"));
        Assert.Contains("Created: 20", dates.Text, StringComparison.Ordinal);
        Assert.Equal("Moved ENG-12 to the backlog.", back.Text);
        Assert.Equal(("SUP-13", "Why?"), (request["key"], site.Text("SUP-13", "summary")));
    }
}
