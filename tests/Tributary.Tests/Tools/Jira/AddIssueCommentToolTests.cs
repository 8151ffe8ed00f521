using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira;

public sealed class AddIssueCommentToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Comments_can_be_for_a_role_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser alice = await site.ConnectAsync("alice");
        await using ToolUser charlie = await site.ConnectAsync("charlie");

        Reply empty = await alice.CallAsync("jira_add_comment", ("issue_key", key), ("body", " "));
        Reply forAdmins = (await alice.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Quiet"), ("visible_to", "Administrators"))).Succeeded();
        Reply read = (await alice.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded();

        Assert.Equal("invalid_params", empty.Code);
        Assert.Equal([forAdmins["id"]!], read.Each("comments", "id"));
        Assert.Equal(["Administrators"], read.Each("comments", "visible_to"));
        Assert.True((await charlie.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded()["total_comments"] is "0" or null);
    }
}
