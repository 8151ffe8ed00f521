using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;
using Worklog = Tributary.Emulator.World.Jira.Worklog;

namespace Tributary.Tests.Tools.Jira;

public sealed class AddWorklogToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Work_is_logged_with_its_time_its_beginning_and_a_comment_and_read_again(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply words = (await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "3H20m"), ("started", "2026-11-20T10:00:00+02:00"), ("comment", "Took it **apart**."))).Succeeded();
        Reply seconds = (await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", 5400))).Succeeded();
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "worklogs"))).Succeeded();
        Reply alias = (await bob.CallAsync("jira_get_worklog", ("issue_key", key))).Succeeded();

        Assert.Equal(("3h 20m", "1h 30m"), (words["time_spent"], seconds["time_spent"]));
        Assert.Equal($"Logged 3h 20m on {key}, started 2026-11-20 08:00 UTC: worklog {words["id"]}.", words.Text);
        Assert.Equal([words["id"]!, seconds["id"]!], read.Each("worklogs", "id"));
        Assert.Equal(("2", "Took it **apart**."), (read["total_worklogs"], read.Structured.GetProperty("worklogs")[0].GetProperty("comment").GetString()));
        Assert.Contains("2 of 2 worklogs\n", alias.Text, StringComparison.Ordinal);
        Assert.Equal([12000, 5400], Worklogs(site, key).Select(worklog => worklog.Seconds));
        Assert.Contains(site.IsCloud ? "\"strong\"" : "*apart*", Worklogs(site, key)[0].Comment, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_remaining_estimate_follows_as_it_is_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        double?[] remaining =
        [
            await LogAsync(("adjust_estimate", "new"), ("estimate", "8h")),
            await LogAsync(),
            await LogAsync(("adjust_estimate", "leave")),
            await LogAsync(("adjust_estimate", "manual"), ("estimate", "7200")),
        ];

        Assert.Equal([28800, 25200, 25200, 18000], remaining);

        async Task<double?> LogAsync(params (string, object?)[] more)
        {
            (await bob.CallAsync("jira_add_worklog", [("issue_key", key), ("time_spent", "1h"), .. more])).Succeeded();
            return site.Value(key, "timeestimate")?.GetValue<double>();
        }
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_no_time_or_not_open_is_answered_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });

        Reply[] wrong =
        [
            .. await Task.WhenAll(new[] { "soon", "", "59", "3 hours", "-1h", "1h 2x" }.Select(time => bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", time)))),
            await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h"), ("started", "yesterday")),
            await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h"), ("adjust_estimate", "new")),
            await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h"), ("estimate", "1h")),
        ];
        Reply outside = await inside.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h"));

        Assert.All(wrong, reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Equal("not_allowed", outside.Code);
        Assert.Empty(site.Writes());
    }

    private static List<Worklog> Worklogs(TrackerSite site, string key) => site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Worklogs);
}
