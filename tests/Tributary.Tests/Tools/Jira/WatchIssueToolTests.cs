using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Emulator.Faults;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class WatchIssueToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task One_watches_oneself_or_lets_another_watch_by_name(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        site.Jira.Wiki.Write(wiki => wiki.Jira.FindIssue(key)!.Watchers.RemoveWhere(_ => true));
        await using ToolUser bob = await site.ConnectAsync();

        Reply self = (await bob.CallAsync("jira_watch_issue", ("issue_key", key))).Succeeded();
        Reply other = (await bob.CallAsync("jira_add_watcher", ("issue_key", key), ("user_identifier", "charlie@example.com"))).Succeeded();
        Reply listed = (await bob.CallAsync("jira_get_issue_watchers", ("issue_key", key))).Succeeded();
        Reply unwatched = (await bob.CallAsync("jira_watch_issue", ("issue_key", key), ("action", "unwatch"))).Succeeded();
        Reply list = (await bob.CallAsync("jira_watch_issue", ("issue_key", key), ("action", "list"))).Succeeded();
        Reply removed = (await bob.CallAsync("jira_remove_watcher", ("issue_key", key), ("username", "charlie@example.com"))).Succeeded();

        Assert.StartsWith($"Bob", self.Text, StringComparison.Ordinal);
        Assert.Contains($"watches {key} now: 1 watcher", self.Text, StringComparison.Ordinal);
        Assert.Equal(("2", "2"), (other["watch_count"], listed["watch_count"]));
        Assert.Contains($"does not watch {key} now: 1 watcher", unwatched.Text, StringComparison.Ordinal);
        Assert.Equal([site.IsCloud ? site.Jira.User("charlie").AccountId : "charlie"], list.Each("watchers", "id"));
        Assert.EndsWith(": 0 watchers", removed.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Who_cannot_watch_or_be_found_is_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser charlie = await site.ConnectAsync("charlie");
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });

        Reply unknown = await bob.CallAsync("jira_watch_issue", ("issue_key", key), ("user", "nobody@example.com"));
        Reply outside = await inside.CallAsync("jira_watch_issue", ("issue_key", key));
        string[] sent = site.Writes();
        Reply blind = await bob.CallAsync("jira_watch_issue", ("issue_key", key), ("user", "diana@example.com"));
        Reply reader = await charlie.CallAsync("jira_watch_issue", ("issue_key", key), ("user", "bob@example.com"));

        Assert.Equal(("invalid_params", "not_allowed", "invalid_params", "permission_denied"), (unknown.Code, outside.Code, blind.Code, reader.Code));
        Assert.Contains("`user` knows nobody \"nobody@example.com\"", unknown.Text, StringComparison.Ordinal);
        Assert.Empty(sent);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Who_watches_now_is_told_even_where_the_watchers_cannot_be_read(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        string charlieId = site.Jira.User("charlie").AccountId;
        await using ToolUser bob = await site.ConnectAsync();
        site.Jira.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/watchers", "GET", Count: 2, Status: 500));

        Reply watches = (await bob.CallAsync("jira_watch_issue", ("issue_key", key), ("user", "charlie@example.com"))).Succeeded();
        bool isWatching = site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Watchers.Contains(charlieId));
        Reply unwatched = (await bob.CallAsync("jira_watch_issue", ("issue_key", key), ("user", "charlie@example.com"), ("action", "unwatch"))).Succeeded();

        Assert.True(isWatching);
        Assert.Contains($"watches {key} now. Jira did not tell who else watches it.", watches.Text, StringComparison.Ordinal);
        Assert.Contains($"does not watch {key} now.", unwatched.Text, StringComparison.Ordinal);
        Assert.Null(watches["watch_count"]);
    }
}
