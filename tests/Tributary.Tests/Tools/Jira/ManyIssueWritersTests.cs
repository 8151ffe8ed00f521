using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira;

/// <summary>Several callers of one server change the same text at the same time.</summary>
public sealed class ManyIssueWritersTests
{
    private const int Writers = 6;

    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task One_of_many_writers_of_a_description_wins_and_the_others_are_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(site.Rich("Before"));
        await using ToolUser bob = await site.ConnectAsync();
        string? basis = (await bob.CallAsync("jira_get_issue", ("issue_key", key))).Succeeded()["description_base"];

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
            bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", $"Text of {writer}"), ("description_base", basis))));

        int winner = Array.FindIndex(replies, reply => !reply.IsError);
        Assert.Equal(Enumerable.Repeat("version_conflict", Writers - 1), replies.Where((_, writer) => writer != winner).Select(reply => reply.Code));
        Assert.Equal(site.Rich($"Text of {winner}"), site.Text(key, "description"));
        Assert.Single(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task One_of_many_writers_of_a_comment_wins_and_the_others_are_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Before"));
        await using ToolUser bob = await site.ConnectAsync();
        string basis = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded().Each("comments", "base")[0];

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
            bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", $"Text of {writer}"), ("comment_base", basis))));

        int winner = Array.FindIndex(replies, reply => !reply.IsError);
        Assert.Equal(Enumerable.Repeat("version_conflict", Writers - 1), replies.Where((_, writer) => writer != winner).Select(reply => reply.Code));
        Assert.Equal(site.Rich($"Text of {winner}"), site.Jira.Wiki.Read(wiki => Assert.Single(wiki.Jira.FindIssue(key)!.Comments).Body));
        Assert.Single(site.Writes());
    }
}
