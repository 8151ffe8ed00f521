using Tributary.Atlassian;
using Tributary.Emulator.Faults;

namespace Tributary.Tests.Tools.Jira;

/// <summary>Jira answers 400, 401, 403 or 404 where a permission is lacking: a caller reads the same of all.</summary>
public sealed class LackingPermissionTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_permission_that_is_lacking_is_told_as_such_whatever_the_status(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), other = site.AddIssue();
        string comment = site.AddComment(key, site.Rich("Mine"), by: "alice");
        await using ToolUser charlie = await site.ConnectAsync("charlie");
        await using ToolUser bob = await site.ConnectAsync();
        string commentBase = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded().Each("comments", "base")[0];

        Reply[] refused =
        [
            await charlie.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Hello")),
            await charlie.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h")),
            await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", comment), ("body", "Yours"), ("comment_base", commentBase)),
            await charlie.CallAsync("jira_link_issues", ("issue_key", key), ("link_type", "blocks"), ("to_issue", other)),
            await charlie.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com")),
            await bob.CallAsync("jira_save_version", ("project_key", "ENG"), ("name", "9.0")),
            await bob.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", "1.0"), ("released", true)),
        ];
        Reply absent = await bob.CallAsync("jira_add_comment", ("issue_key", "ENG-999"), ("body", "Hello"));

        Assert.All(refused, reply => Assert.Equal("permission_denied", reply.Code));
        Assert.Contains("comment on this issue", refused[0].Text, StringComparison.Ordinal);
        Assert.Contains("No Link Issue Permission", refused[3].Text, StringComparison.Ordinal);
        Assert.All(refused, reply => Assert.EndsWith("Ask an administrator of the project for this permission.", reply.Text, StringComparison.Ordinal));
        Assert.Equal("resource_not_found", absent.Code);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_may_have_been_made_is_to_be_searched_for(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        site.Jira.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/issue", "POST", Status: 500));

        Reply unknown = await bob.CallAsync("jira_create_issues", ("issues", new[] { new { project_key = "ENG", issue_type = "Task", summary = "x" } }));

        Assert.Equal("outcome_unknown", unknown.Code);
        Assert.EndsWith("It may have been made, and nothing tells its key or id: search for it before you repeat the call.", unknown.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_no_field_is_answered_with_the_tool_that_changes_it(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply refused = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["Status"] = "Done", ["Linked Issues"] = "ENG-2", ["Comment"] = "Hello" }));

        Assert.Equal("invalid_params", refused.Code);
        Assert.Contains("jira_transition_issue", refused.Text, StringComparison.Ordinal);
        Assert.Contains("jira_link_issues", refused.Text, StringComparison.Ordinal);
        Assert.Contains("jira_add_comment", refused.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_dry_run_tells_that_a_comment_would_become_public(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser alice = await site.ConnectAsync("alice");
        string comment = (await alice.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Quiet"), ("visible_to", "Administrators"))).Succeeded()["id"]!;
        string commentBase = (await alice.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded().Each("comments", "base")[0];

        Reply open = (await alice.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", comment), ("body", "Quiet"), ("comment_base", commentBase), ("visible_to", "everyone"), ("dry_run", true))).Succeeded();

        Assert.StartsWith("Dry run: nothing was written. The comment would become public: everyone who sees the issue would see it.", open.Text, StringComparison.Ordinal);
    }
}
