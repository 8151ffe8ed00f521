using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class DeleteWorklogToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Work_is_taken_back_and_remains_to_be_done(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AllowPermanentDelete = true });
        Reply logged = (await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h"), ("comment", "Took it apart."), ("adjust_estimate", "new"), ("estimate", "2h"))).Succeeded();

        Reply deleted = (await bob.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", logged["id"]))).Succeeded();
        Reply gone = await bob.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", logged["id"]));

        Assert.Equal($"Worklog {logged["id"]} of {key} is deleted for good.", deleted["message"]);
        Assert.EndsWith(": 1h\nTook it apart.", deleted["was"], StringComparison.Ordinal);
        Assert.Equal("resource_not_found", gone.Code);
        Assert.Equal(10800, site.Value(key, "timeestimate")!.GetValue<double>());
        Assert.Empty(site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Worklogs));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_may_not_be_deleted_stays(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        site.AddWorklog(key, 3600);
        string id = site.Jira.Wiki.Read(wiki => $"{wiki.Jira.FindIssue(key)!.Worklogs[0].Id}");
        var allowed = new ToolSettings { AllowPermanentDelete = true };
        await using ToolUser careful = await site.ConnectAsync();
        await using ToolUser bob = await site.ConnectAsync(settings: allowed);
        await using ToolUser inside = await site.ConnectAsync(settings: allowed with { Projects = [ProjectKey.Parse("SUP")] });

        Reply off = await careful.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", id));
        Reply outside = await inside.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", id));
        Reply path = await bob.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", ".."));

        Assert.Equal(("not_allowed", "not_allowed", "invalid_params"), (off.Code, outside.Code, path.Code));
        Assert.Empty(site.Writes());
    }
}
