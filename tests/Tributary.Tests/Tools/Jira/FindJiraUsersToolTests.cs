using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira;

public sealed class FindJiraUsersToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task People_are_found_by_name_address_and_id(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        string Id(string name) => site.IsCloud ? site.Jira.User(name).AccountId : name;
        await using ToolUser bob = await site.ConnectAsync();

        Assert.Equal([Id("charlie")], (await bob.CallAsync("jira_find_users", ("query", "Charl"))).Succeeded().Each("users", "id"));
        Assert.Equal([Id("charlie")], (await bob.CallAsync("jira_find_users", ("query", "charlie@example.com"))).Succeeded().Each("users", "id"));
        Assert.Equal([Id("charlie")], (await bob.CallAsync("jira_get_user_profile", ("user_identifier", Id("charlie")))).Succeeded().Each("users", "id"));
        Assert.Equal([Id("bob")], (await bob.CallAsync("jira_find_users", ("query", "me"))).Succeeded().Each("users", "id"));
        Assert.Equal([Id("alice"), Id("bob")], (await bob.CallAsync("jira_find_users", ("project_key", "ENG"))).Succeeded().Each("users", "id"));
        Assert.Equal([Id("alice")], (await bob.CallAsync("jira_find_users", ("issue_key", key), ("query", "alice"))).Succeeded().Each("users", "id"));
        Assert.Equal("Nobody found. Try another spelling, or one part of the name.", (await bob.CallAsync("jira_find_users", ("project_key", "ENG"), ("query", "charlie"))).Text);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_user_after_the_fiftieth_is_reached_by_start(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.Jira.Wiki.Write(wiki => Enumerable.Range(1, 53).Select(number => wiki.AddUser($"zed{number:00}", $"Zed {number:00}", $"70121:zed{number:00}", $"8a7f808b{number:00}")).Count());
        await using ToolUser bob = await site.ConnectAsync();

        Reply first = (await bob.CallAsync("jira_find_users", ("query", "Zed"), ("limit", 50))).Succeeded();
        Reply second = (await bob.CallAsync("jira_find_users", ("query", "Zed"), ("limit", 50), ("start", first["next_start_offset"]))).Succeeded();

        Assert.Equal(50, first.Each("users", "id").Length);
        Assert.Equal(["Zed 51", "Zed 52", "Zed 53"], second.Each("users", "name"));
        Assert.Null(second["next_start_offset"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_restricted_server_shows_the_people_of_open_projects_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string Id(string name) => site.IsCloud ? site.Jira.User(name).AccountId : name;
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));
        await using ToolUser bob = await site.ConnectAsync();

        Assert.Equal([Id("alice"), Id("bob")], (await inside.CallAsync("jira_find_users")).Succeeded().Each("users", "id"));
        Assert.Empty((await inside.CallAsync("jira_find_users", ("query", "charlie"))).Succeeded().Each("users", "id"));
        Assert.Empty((await inside.CallAsync("jira_find_users", ("query", Id("charlie")))).Succeeded().Each("users", "id"));
        Assert.Equal([Id("alice")], (await inside.CallAsync("jira_find_users", ("query", Id("alice")))).Succeeded().Each("users", "id"));
        Assert.Equal("not_allowed", (await inside.CallAsync("jira_find_users", ("project_key", "SUP"))).Code);
        Assert.Equal("invalid_params", (await bob.CallAsync("jira_find_users")).Code);
        Assert.Equal("resource_not_found", (await bob.CallAsync("jira_find_users", ("project_key", "NONE"))).Code);
    }
}
