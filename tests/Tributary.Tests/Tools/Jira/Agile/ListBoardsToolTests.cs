using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Agile;

public sealed class ListBoardsToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Boards_are_listed_by_project_name_and_type(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply all = (await bob.CallAsync("jira_list_boards")).Succeeded();
        Reply found = (await bob.CallAsync("jira_list_boards", ("project_key", "eng"), ("name", "GANG"), ("type", "scrum"))).Succeeded();
        Reply none = (await bob.CallAsync("jira_list_boards", ("type", "kanban"))).Succeeded();
        Reply noProject = await bob.CallAsync("jira_list_boards", ("project_key", "NONE"));

        Assert.Equal(["Gangway board"], all.Each("boards", "name"));
        Assert.Equal(("1", "scrum"), (found.Each("boards", "id")[0], found.Each("boards", "type")[0]));
        Assert.Contains(site.IsCloud ? "- 1: Gangway board (scrum, ENG)" : "- 1: Gangway board (scrum)\n", all.Text, StringComparison.Ordinal);
        Assert.Empty(none.Each("boards", "id"));
        Assert.Equal("invalid_params", noProject.Code);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_board_after_the_fiftieth_is_reached_by_start(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.AddBoards("ENG", [.. Enumerable.Range(1, 53).Select(number => $"Board {number}")]);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));

        foreach (ToolUser user in new[] { bob, inside })
        {
            Reply first = (await user.CallAsync("jira_list_boards", ("limit", 50))).Succeeded();
            Reply second = (await user.CallAsync("jira_list_boards", ("limit", 50), ("start", first["next_start_offset"]))).Succeeded();

            Assert.Equal(50, first.Each("boards", "id").Length);
            Assert.Equal(["Board 51", "Board 52", "Board 53"], second.Each("boards", "name"));
            Assert.Equal(("53", null), (second["total_available"], second["next_start_offset"]));
        }

        Assert.Equal("invalid_params", (await bob.CallAsync("jira_list_boards", ("start", "next"))).Code);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Boards_of_closed_projects_are_not_there(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.AddBoards("ENG", "Pumps");
        site.AddBoards("SUP", "Fires");
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));

        Assert.Equal(["Pumps"], (await inside.CallAsync("jira_list_boards")).Succeeded().Each("boards", "name"));
        Assert.Equal("not_allowed", (await inside.CallAsync("jira_list_boards", ("project_key", "SUP"))).Code);
        Assert.Equal("not_allowed", (await inside.CallAsync("jira_list_sprints", ("board", 2))).Code);
        Assert.Equal("invalid_params", (await inside.CallAsync("jira_list_sprints", ("board", "Fires"))).Code);
        Assert.Equal("not_allowed", (await inside.CallAsync("jira_search", ("board", "2"))).Code);
    }
}
