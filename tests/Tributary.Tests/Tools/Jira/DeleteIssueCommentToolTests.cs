using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class DeleteIssueCommentToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_comment_is_deleted_for_good_only_where_the_operator_allows_it(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Said"));
        await using ToolUser careful = await site.ConnectAsync();
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AllowPermanentDelete = true });

        Reply refused = await careful.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", id));
        string[] before = site.Writes();
        Reply deleted = (await bob.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", id))).Succeeded();
        Reply gone = await bob.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", id));

        Assert.Equal(("not_allowed", "resource_not_found"), (refused.Code, gone.Code));
        Assert.Equal(($"Comment {id} of {key} is deleted for good.", "Said"), (deleted["message"], deleted["was"]));
        Assert.Empty(before);
        Assert.Empty(site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Comments));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task No_id_can_lead_to_anything_else(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Said"));
        var settings = new ToolSettings { AllowPermanentDelete = true, Projects = [ProjectKey.Parse("SUP")] };
        await using ToolUser bob = await site.ConnectAsync(settings: settings with { Projects = [] });
        await using ToolUser inside = await site.ConnectAsync(settings: settings);

        Reply[] wrong = [.. await Task.WhenAll(new[] { "..", ".", "", "1/..", "%2e%2e", "١" }.Select(bad => bob.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", bad))))];
        Reply outside = await inside.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", id));

        Assert.All(wrong, reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Equal("not_allowed", outside.Code);
        Assert.Empty(site.Writes());
    }
}
