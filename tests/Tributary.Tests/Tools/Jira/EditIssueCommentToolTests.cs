using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;
using IssueComment = Tributary.Emulator.World.Jira.IssueComment;
using Visibility = Tributary.Emulator.World.Jira.Visibility;

namespace Tributary.Tests.Tools.Jira;

public sealed class EditIssueCommentToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_edit_of_one_paragraph_changes_that_paragraph_alone_and_keeps_the_readers(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), before = RichSample.Of(deployment);
        string id = site.AddComment(key, before, new Visibility("role", "Developers"));
        await using ToolUser bob = await site.ConnectAsync();

        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded();
        string markdown = read.Each("comments", "body")[0].Replace("Last words.", "Very last words.", StringComparison.Ordinal);
        Reply dry = (await EditAsync(("dry_run", true))).Succeeded();
        string afterDryRun = Comment(site, key).Body;
        Reply edited = (await EditAsync()).Succeeded();
        Reply again = (await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", markdown), ("comment_base", edited["base"]))).Succeeded();

        Assert.Equal(before, afterDryRun);
        Assert.Contains("-Last words.\n+Very last words.", dry["diff"], StringComparison.Ordinal);
        Assert.Equal(dry["diff"], edited["diff"]);
        Assert.Equal(before.Replace("Last words.", "Very last words.", StringComparison.Ordinal), Comment(site, key).Body);
        Assert.Equal(new Visibility("role", "Developers"), Comment(site, key).Visibility);
        Assert.StartsWith("Nothing to write", again.Text, StringComparison.Ordinal);
        Assert.Single(site.Writes());

        Task<Reply> EditAsync(params (string, object?)[] more) =>
            bob.CallAsync("jira_edit_comment", [("issue_key", key), ("comment_id", id), ("body", markdown), ("comment_base", read.Each("comments", "base")[0]), .. more]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Who_may_see_it_is_changed_by_name_and_opened_only_by_word(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Said"));
        await using ToolUser bob = await site.ConnectAsync();

        Reply narrowed = (await EditAsync("Developers")).Succeeded();
        Visibility? forDevelopers = Comment(site, key).Visibility;
        Reply unnamed = (await EditAsync("")).Succeeded();
        Visibility? kept = Comment(site, key).Visibility;
        Reply wrong = await EditAsync("Develpers");
        Reply opened = (await EditAsync("Everyone")).Succeeded();

        Assert.Contains("Developers alone may see it now.", narrowed.Text, StringComparison.Ordinal);
        Assert.Equal((new Visibility("role", "Developers"), new Visibility("role", "Developers")), (forDevelopers, kept));
        Assert.StartsWith("Nothing to write", unnamed.Text, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Developers\"?", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Everyone who sees the issue sees it now.", opened.Text, StringComparison.Ordinal);
        Assert.Null(Comment(site, key).Visibility);

        async Task<Reply> EditAsync(string readers)
        {
            Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded();
            return await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "Said"), ("comment_base", read.Each("comments", "base")[0]), ("visible_to", readers));
        }
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_somebody_else_wrote_meanwhile_is_shown_and_not_overwritten(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Theirs"));
        await using ToolUser bob = await site.ConnectAsync();

        Reply blind = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "Mine"));
        Reply stale = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "Mine"), ("comment_base", "0123456789ab"));

        Assert.Equal(("invalid_params", "version_conflict"), (blind.Code, stale.Code));
        Assert.All([blind, stale], reply => Assert.Contains("\nTheirs\n", reply.Text, StringComparison.Ordinal));
        Assert.Equal(site.Rich("Theirs"), Comment(site, key).Body);
        Assert.Empty(site.Writes());
        string shown = blind.Text.Split("give comment_base ")[1].TrimEnd('.');
        (await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "Mine"), ("comment_base", shown))).Succeeded();
    }

    [Fact(Timeout = 20000)]
    public async Task What_the_new_text_would_drop_is_refused_until_it_is_given_up()
    {
        await using TrackerSite site = await TrackerSite.StartAsync(Deployment.Cloud);
        string key = site.AddIssue(), id = site.AddComment(key, RichSample.Adf);
        await using ToolUser bob = await site.ConnectAsync();
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded();

        Reply refused = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "Nothing is left."), ("comment_base", read.Each("comments", "base")[0]));

        Assert.StartsWith("lossy_write: The comment would lose", refused.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_not_there_not_yours_or_not_open_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Said"), by: "alice");
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });
        string basis = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded().Each("comments", "base")[0];

        Reply empty = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", ""));
        Reply absent = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", "1"), ("body", "x"));
        Reply path = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", ".."), ("body", "x"));
        Reply foreign = await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "x"), ("comment_base", basis));
        Reply outside = await inside.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "x"));

        Assert.Equal(("invalid_params", "resource_not_found", "invalid_params", "not_allowed"), (empty.Code, absent.Code, path.Code, outside.Code));
        Assert.Contains("You do not have the permission to edit this comment.", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(site.Rich("Said"), Comment(site, key).Body);
    }

    private static IssueComment Comment(TrackerSite site, string key) => site.Jira.Wiki.Read(wiki => Assert.Single(wiki.Jira.FindIssue(key)!.Comments));
}
