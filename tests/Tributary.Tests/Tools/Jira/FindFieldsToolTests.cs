using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class FindFieldsToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Fields_are_found_with_what_they_take(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply all = (await bob.CallAsync("jira_find_fields", ("query", "story"))).Succeeded();
        Reply create = (await bob.CallAsync("jira_find_fields", ("query", "sever"), ("project_key", "ENG"), ("issue_type", "Bug"))).Succeeded();
        Reply edit = (await bob.CallAsync("jira_find_fields", ("query", "priority"), ("issue_key", key))).Succeeded();
        Reply noType = await bob.CallAsync("jira_find_fields", ("project_key", "ENG"));

        Assert.Equal([JiraCatalog.StoryPoints], all.Each("fields", "id"));
        Assert.Contains("Severity (customfield_10030, option, required): Critical, Major, Minor", create.Text, StringComparison.Ordinal);
        Assert.Contains("Priority (priority, priority): Highest, High, Medium, Low, Lowest", edit.Text, StringComparison.Ordinal);
        Assert.Contains("There are \"Epic\", \"Story\", \"Task\"", noType.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_field_and_the_value_after_the_fiftieth_are_reached(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.Jira.Wiki.Write(wiki => Enumerable.Range(3, 60).Select(number => wiki.Jira.AddVersion(wiki.Jira.FindProject("ENG")!, $"{number}.0")).Count());
        await using ToolUser bob = await site.ConnectAsync();

        Reply several = (await bob.CallAsync("jira_find_fields", ("project_key", "ENG"), ("issue_type", "Task"), ("query", "versions"))).Succeeded();
        Reply one = (await bob.CallAsync("jira_search_fields", ("project_key", "ENG"), ("issue_type", "Task"), ("keyword", "fix versions"), ("refresh", true))).Succeeded();
        Reply all = (await bob.CallAsync("jira_find_fields", ("limit", 200))).Succeeded();
        Reply first = (await bob.CallAsync("jira_find_fields", ("limit", 5))).Succeeded();
        Reply second = (await bob.CallAsync("jira_find_fields", ("limit", 200), ("start", first["next_start_offset"]))).Succeeded();

        Assert.Contains(", 50.0 and 12 more", several.Text, StringComparison.Ordinal);
        Assert.EndsWith(", 61.0, 62.0", one.Text.Split('\n')[2], StringComparison.Ordinal);
        Assert.Equal(all.Each("fields", "id"), first.Each("fields", "id").Concat(second.Each("fields", "id")));
    }
}
