using System.Text;
using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Tools;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

/// <summary>Every field that people write in Jira, through every tool that shows it: nothing invisible reaches a model.</summary>
public sealed class UntrustedIssueTextTests
{
    // Right-to-left override, "hi" in tag characters, zero width, an isolate.
    private const string Hidden = "\u202e\U000e0068\U000e0069\u200b\u2066";

    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Nothing_invisible_is_shown_by_any_tool(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(site.Rich($"walrus{Hidden} text"), $"walrus{Hidden}"), other = site.AddIssue(summary: $"Other{Hidden}");
        string comment = site.AddComment(key, site.Rich($"Said{Hidden}"));
        string named = site.AddFile(key, $"file{Hidden}.txt", "text/plain", Encoding.UTF8.GetBytes($"text{Hidden}"));
        string worklog = site.Jira.Wiki.Write(wiki =>
        {
            var bob = wiki.FindUser("bob")!;
            var issue = wiki.Jira.FindIssue(key)!;
            wiki.Jira.Update(bob, issue, new Dictionary<string, JsonNode?> { ["description"] = site.Rich($"walrus{Hidden} words"), ["labels"] = new JsonArray($"label{Hidden}") });
            wiki.Jira.Link(bob, JiraCatalog.LinkTypes[0], issue, wiki.Jira.FindIssue(other)!);
            wiki.Jira.SetRemoteLink(issue, null, $"seen{Hidden}", new JsonObject { ["url"] = $"https://example.com/{Hidden}", ["title"] = $"Title{Hidden}" }, null);
            return $"{wiki.Jira.AddWorklog(bob, issue, wiki.Now, 3600, site.Rich($"Did{Hidden}"), null).Id}";
        });
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AllowPermanentDelete = true });

        Reply[] replies =
        [
            await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments,worklogs,links,remote_links,watchers,changelog,transitions")),
            await bob.CallAsync("jira_search", ("query", "walrus"), ("fields", new[] { "description", "labels" })),
            await bob.CallAsync("jira_get_history", ("issue_key", key)),
            await bob.CallAsync("jira_list_attachments", ("issue_key", key)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("attachment_id", named)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("filename", "none")),
            await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", $"https://example.com/{Hidden}"), ("remove", true)),
            await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", "New"), ("description_base", "0")),
            await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", comment), ("body", $"New{Hidden}")),
            await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", comment), ("body", "New"), ("dry_run", true), ("comment_base", await BaseAsync())),
            await bob.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", worklog)),
            await bob.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", comment)),
            await bob.CallAsync("jira_delete_attachment", ("issue_key", key), ("attachment_id", named)),
            await bob.CallAsync("jira_delete_issue", ("issue_key", key)),
        ];

        Assert.Equal([5, 7, 8], Enumerable.Range(0, replies.Length).Where(i => replies[i].IsError));
        Assert.All(replies, reply => Assert.DoesNotContain(reply.Text.EnumerateRunes(), IsHidden));
        Assert.All(replies, reply => Assert.DoesNotContain(reply.Structured.ToString().EnumerateRunes(), IsHidden));
        Assert.All(replies, reply => Assert.DoesNotContain("\\u202e", reply.Structured.GetRawText(), StringComparison.OrdinalIgnoreCase));

        async Task<string?> BaseAsync() => (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded().Each("comments", "base")[0];
    }

    private static bool IsHidden(Rune rune) => rune.Value is 0x202e or 0x200b or 0x2066 or (>= 0xe0000 and <= 0xe007f);
}
