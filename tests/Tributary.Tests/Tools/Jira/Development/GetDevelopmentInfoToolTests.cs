using System.Text.Json.Nodes;
using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Development;

public sealed class GetDevelopmentInfoToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Branches_commits_and_pull_requests_of_an_issue_are_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply found = (await bob.CallAsync("jira_get_development_info", ("issue_key", "ENG-12"))).Succeeded();
        Reply byEarlierName = (await bob.CallAsync("jira_get_issue_development_info", ("issue_key", "ENG-12"), ("application_type", "GitHub"), ("data_type", "branch"))).Succeeded();
        Reply none = (await bob.CallAsync("jira_get_development_info", ("issue_key", "ENG-1"))).Succeeded();

        Assert.StartsWith("ENG-12: 1 branch, 2 commits, 1 pull request, 0 builds", found.Text, StringComparison.Ordinal);
        Assert.Equal(["ENG-12-one-tariff-query"], found.Each("branches", "name"));
        Assert.Equal(["9f2c51d", "1b7d9c3"], found.Each("commits", "id"));
        Assert.Equal(("#214", "open", "ENG-12-one-tariff-query", "main"),
            (found.Each("pull_requests", "id")[0], found.Each("pull_requests", "status")[0], found.Each("pull_requests", "source")[0], found.Each("pull_requests", "destination")[0]));
        Assert.Contains(" in fares: ENG-12 Hold a class of thirty in a test https://github.example.com/gangway/fares/commit/1b7d9c3", found.Text, StringComparison.Ordinal);
        Assert.Equal(found.Text, byEarlierName.Text);
        Assert.Equal("ENG-1: 0 branches, 0 commits, 0 pull requests, 0 builds", none.Text);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_commit_after_the_fiftieth_is_reached_by_start(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        site.Jira.Wiki.Write(wiki => wiki.Jira.FindIssue(key)!.Development = new JsonObject
        {
            ["commits"] = new JsonArray([.. Enumerable.Range(1, 52).Select(number => new JsonObject { ["id"] = $"{number:0000000}", ["message"] = $"Commit {number}", ["author"] = "bob", ["repository"] = "pumps" })]),
        });
        await using ToolUser bob = await site.ConnectAsync();

        Reply first = (await bob.CallAsync("jira_get_development_info", ("issue_key", key), ("limit", 50))).Succeeded();
        Reply second = (await bob.CallAsync("jira_get_development_info", ("issue_key", key), ("limit", 50), ("start", first["next_start_offset"]))).Succeeded();

        Assert.Equal("52", first["total_commits"]);
        Assert.Equal(["Commit 51", "Commit 52"], second.Each("commits", "message"));
        Assert.Null(second["next_start_offset"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_not_there_hidden_or_closed_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser diana = await site.ConnectAsync("diana");
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("SUP"));

        Reply absent = await bob.CallAsync("jira_get_development_info", ("issue_key", "ENG-999"));
        Reply hidden = await diana.CallAsync("jira_get_development_info", ("issue_key", key));
        Reply closed = await inside.CallAsync("jira_get_development_info", ("issue_key", key));

        Assert.Equal(("resource_not_found", "resource_not_found", "not_allowed"), (absent.Code, hidden.Code, closed.Code));
    }
}
