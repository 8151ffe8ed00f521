using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira.Development;

public sealed class DevStatusTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Branches_commits_and_pull_requests_of_an_issue_are_counted_and_told(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);
        Issue issue = site.Jira.FindIssue("ENG-12")!;

        Reply summary = await site.GetAsync($"{site.Origin}/rest/dev-status/1.0/issue/summary?issueId={issue.Id}");
        Reply pulls = await Detail("GitHub", "pullrequest");
        Reply commits = await Detail("github", "repository");

        Assert.Equal((1, 1, 2, "OPEN"), (Count("pullrequest"), Count("branch"), Count("repository"), (string)summary.Json["summary"]!["pullrequest"]!["overall"]!["state"]!));
        Assert.Equal(["ENG-12 One tariff query for a whole party"], pulls.Json["detail"]![0]!["pullRequests"].Each("name"));
        Assert.Equal(["9f2c51d", "1b7d9c3"], commits.Json["detail"]![0]!["repositories"]![0]!["commits"].Each("displayId"));
        Assert.Empty((await Detail("bitbucket", "pullrequest")).Json["detail"]!.AsArray());
        Assert.Equal(400, (await Detail("GitHub", "poem")).Status);
        Assert.Equal(400, (await site.GetAsync($"{site.Origin}/rest/dev-status/1.0/issue/summary?issueId=ENG-12")).Status);

        int Count(string type) => (int)summary.Json["summary"]![type]!["overall"]!["count"]!;
        Task<Reply> Detail(string application, string type) => site.GetAsync($"{site.Origin}/rest/dev-status/1.0/issue/detail?issueId={issue.Id}&applicationType={application}&dataType={type}");
    }
}
