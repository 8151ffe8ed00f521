using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Projects;

public sealed class GetProjectToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_project_tells_what_issues_there_can_be(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply project = (await bob.CallAsync("jira_get_project", ("project_key", "eng"))).Succeeded();
        Reply byEarlierName = (await bob.CallAsync("jira_get_project_components", ("project_key", "ENG"))).Succeeded();

        Assert.Equal(("ENG", "Gangway", "software", "Alice", "5", "2"), (project["key"], project["name"], project["type"], project["lead"]!.Split(' ')[0], project["total_versions"], project["unreleased_versions"]));
        Assert.Equal(site.IsCloud ? site.Jira.User("alice").AccountId : "alice", project["lead_id"]);
        Assert.Equal(["Epic", "Story", "Task", "Bug", "Sub-task"], project.Each("issue_types", "name"));
        Assert.Contains("fares", project.Each("components", "name"));
        Assert.Equal(["Administrators", "Developers"], project.Structured.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!));
        Assert.Contains("Issue type: Bug: To Do, In Progress, In Review, Done", project.Text, StringComparison.Ordinal);
        Assert.Contains("Component: ledger (lead Alice", project.Text, StringComparison.Ordinal);
        Assert.Equal(project.Text, byEarlierName.Text);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_project_that_is_not_there_hidden_or_closed_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser diana = await site.ConnectAsync("diana");
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("SUP"));

        Reply absent = await bob.CallAsync("jira_get_project", ("project_key", "NONE"));
        Reply hidden = await diana.CallAsync("jira_get_project", ("project_key", "ENG"));
        Reply closed = await inside.CallAsync("jira_get_project", ("project_key", "ENG"));
        Reply noKey = await bob.CallAsync("jira_get_project", ("project_key", "no key"));

        Assert.Equal(("resource_not_found", "resource_not_found", "not_allowed", "invalid_params"), (absent.Code, hidden.Code, closed.Code, noKey.Code));
    }
}
