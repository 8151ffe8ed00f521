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
}
