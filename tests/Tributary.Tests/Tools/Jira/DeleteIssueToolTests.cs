using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class DeleteIssueToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    private static readonly ToolSettings Allowed = new() { AllowPermanentDelete = true };

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_goes_with_its_subtasks_only_when_they_are_meant_too(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(site.Rich("It leaks."));
        string child = site.Jira.AddIssue("Find the leak", JiraCatalog.Subtask, "bob", "ENG", new() { ["parent"] = JsonValue.Create(site.Jira.Wiki.Read(wiki => $"{wiki.Jira.FindIssue(key)!.Id}")) }).Key;
        await using ToolUser bob = await site.ConnectAsync(settings: Allowed);

        Reply refused = await bob.CallAsync("jira_delete_issue", ("issue_key", key));
        string[] before = site.Writes();
        Reply deleted = (await bob.CallAsync("jira_delete_issue", ("issue_key", key), ("delete_subtasks", true))).Succeeded();

        Assert.Equal("invalid_params", refused.Code);
        Assert.Contains($"{key} has a sub-task:", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"\n{child}: Find the leak\n", refused.Text, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Equal($"{key} is deleted for good, and so is its sub-task.", deleted["message"]);
        Assert.Equal($"Fix the pump\n\nIt leaks.\n\nSub-tasks:\n{child}: Find the leak", deleted["was"]);
        Assert.Null(site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key) ?? wiki.Jira.FindIssue(child)));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_may_not_be_deleted_stays(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser careful = await site.ConnectAsync();
        await using ToolUser charlie = await site.ConnectAsync("charlie", Allowed);
        await using ToolUser inside = await site.ConnectAsync(settings: Allowed with { Projects = [ProjectKey.Parse("SUP")] });

        Reply off = await careful.CallAsync("jira_delete_issue", ("issue_key", key));
        Reply outside = await inside.CallAsync("jira_delete_issue", ("issue_key", key));
        string[] sent = site.Writes();
        Reply reader = await charlie.CallAsync("jira_delete_issue", ("issue_key", key));
        Reply absent = await charlie.CallAsync("jira_delete_issue", ("issue_key", "ENG-999"));

        Assert.Equal(("not_allowed", "not_allowed", "permission_denied", "resource_not_found"), (off.Code, outside.Code, reader.Code, absent.Code));
        Assert.Empty(sent);
        Assert.Equal("Fix the pump", site.Text(key, "summary"));
    }
}
