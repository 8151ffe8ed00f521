using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class GetIssueHistoryToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Changes_are_told_newest_first_to_the_oldest(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        site.Jira.Wiki.Write(wiki =>
        {
            for (int i = 1; i <= 130; i++)
                wiki.Jira.Update(wiki.FindUser("alice")!, wiki.Jira.FindIssue(key)!, new Dictionary<string, JsonNode?> { ["summary"] = $"Summary {i}" });
            return 0;
        });
        await using ToolUser bob = await site.ConnectAsync();

        var told = new List<string>();
        string? start = "0";
        do
        {
            Reply page = (await bob.CallAsync("jira_get_history", ("issue_key", key), ("start", start), ("limit", 60))).Succeeded();
            told.AddRange(page.Each("changes", "after"));
            start = page["next_start_offset"];
            Assert.Equal("130", page["total_available"]);
        }
        while (start is not null);
        Reply alias = (await bob.CallAsync("jira_batch_get_changelogs", ("issue_ids_or_keys", new[] { key }), ("limit", 1))).Succeeded();
        Reply beyond = (await bob.CallAsync("jira_get_history", ("issue_key", key), ("start", 130))).Succeeded();

        Assert.Equal(Enumerable.Range(1, 130).Reverse().Select(i => $"Summary {i}"), told);
        Assert.StartsWith($"1 of 130 changes of {key}\n", alias.Text, StringComparison.Ordinal);
        Assert.Contains("Alice", alias.Text, StringComparison.Ordinal);
        Assert.Contains(": summary Summary 129 -> Summary 130\n", alias.Text, StringComparison.Ordinal);
        Assert.Equal("0", beyond["returned"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_not_there_or_not_open_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });

        Reply none = (await bob.CallAsync("jira_get_history", ("issue_key", key))).Succeeded();
        Reply absent = await bob.CallAsync("jira_get_history", ("issue_key", "ENG-999"));
        Reply outside = await inside.CallAsync("jira_get_history", ("issue_key", key));

        Assert.Equal($"0 of 0 changes of {key}", none.Text);
        Assert.Equal(("resource_not_found", "not_allowed"), (absent.Code, outside.Code));
    }
}
