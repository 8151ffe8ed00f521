using System.Text;
using System.Text.RegularExpressions;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira.Models;
using Tributary.Emulator;
using Tributary.Emulator.Faults;
using Tributary.Emulator.World;
using Tributary.Tests.Atlassian;
using Tributary.Tests.Emulator.Jira;
using Tributary.Tools;
using Tributary.Tools.Jira;
using Issue = Tributary.Emulator.World.Jira.Issue;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools;

/// <summary>What a model sees when Atlassian refuses, breaks or is silent: the exact text of every tool on both deployments, as snapshots.</summary>
public sealed partial class ToolFailureTests
{
    private static readonly (string Name, FaultRule Rule)[] Faults =
    [
        ("401", new(FaultKind.ExpiredCredentials)),
        ("403", new(FaultKind.Status, Status: 403)),
        ("404", new(FaultKind.Status, Status: 404)),
        ("409", new(FaultKind.Status, Status: 409)),
        ("413", new(FaultKind.Status, Status: 413)),
        ("429", new(FaultKind.Status, Status: 429, RetryAfterSeconds: 120)),
        ("500", new(FaultKind.Status, Status: 500)),
        ("HTML page", new(FaultKind.Html, Status: 200)),
        ("connection cut", new(FaultKind.Reset)),
    ];

    private static readonly ToolSettings Everything = new() { AllowPermanentDelete = true };

    public static TheoryData<string, Deployment> Tools
    {
        get
        {
            var rows = new TheoryData<string, Deployment>();
            foreach (string tool in ToolCatalog.Tools.Select(tool => tool.Name).Where(tool => tool != "find_tools"))
            {
                rows.Add(tool, Deployment.Cloud);
                rows.Add(tool, Deployment.DataCenter);
            }

            return rows;
        }
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Tools))]
    public async Task A_model_sees_what_happened_and_what_to_do_next(string tool, Deployment deployment)
    {
        await using ToolSite site = await ToolSite.StartAsync(deployment);
        Content page = site.AddPage(title: "Victim"), target = site.AddPage(title: "Target");
        if (tool == "confluence_restore_page")
            site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("alice")!, page, new ContentChange(2, null, "<p>Second</p>")));
        string id = Victim(tool, site, page);
        var seen = new StringBuilder();
        foreach ((string name, FaultRule rule) in Faults)
        {
            // A deletion is answered without content: there is nothing to tell a sign-in page by.
            if (rule.Kind == FaultKind.Html && Method(tool) == "DELETE")
                continue;

            // A fresh server each time: nothing remembered from the call before stands in for a request.
            await using ToolUser bob = await site.ConnectAsync(settings: Everything);
            site.Server.Faults.Add(rule with { Method = Method(tool), Count = null });
            Reply reply = await bob.CallAsync(tool, Arguments(tool, id, target.Id));
            site.Server.Faults.Clear();
            Assert.True(reply.IsError, $"{tool} took no notice of {name}: {reply.Text}");
            seen.Append(System.Globalization.CultureInfo.InvariantCulture, $"## {name}\n{reply.Text}\n{reply.Structured.GetRawText()}\n\n");
        }

        seen.Append("## time-out\n").Append(await TimedOutAsync(site, tool, id, target.Id)).Append('\n');
        string text = LogReference().Replace(seen.ToString(), "log referral number");
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bob-", text, StringComparison.Ordinal);
        Snapshot.Matches($"ToolFailures/{tool}.{deployment}.txt", text);
    }

    [Fact(Timeout = 10000)]
    public async Task A_fault_of_our_own_shows_a_reference_and_never_its_cause()
    {
        var tools = new ToolServer(
            () => throw new InvalidOperationException("secret inside"), new ToolSettings(), new ManualClock(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        await using ToolUser user = await ToolUser.ConnectAsync(tools);

        Reply reply = await user.CallAsync("confluence_get_page", ("page_id", "1"));

        Assert.Equal(
            "server_error: The server failed on this call; its log has the cause under 20261121120000-1.\nOperation: confluence_get_page\nNext step: Do not repeat the call unchanged; tell the user the reference.",
            reply.Text);
        Assert.Equal(
            """{"error":{"code":"server_error","operation":"confluence_get_page","status":null,"message":"The server failed on this call; its log has the cause under 20261121120000-1.","hint":"Do not repeat the call unchanged; tell the user the reference.","retry_after_seconds":null}}""",
            reply.Structured.GetRawText());
    }

    private static async Task<string> TimedOutAsync(ToolSite site, string tool, string pageId, string targetId)
    {
        var clock = new ManualClock();
        await using ToolUser bob = await ToolUser.ConnectAsync(site.Tools(settings: Everything, time: clock));
        site.Server.Faults.Add(new FaultRule(FaultKind.Delay, Count: null, Delay: TimeSpan.FromMinutes(5)));
        Task<TimeSpan> deadline = clock.WaitedForAsync(wait => wait == TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Task<Reply> call = bob.CallAsync(tool, Arguments(tool, pageId, targetId));
        await deadline;
        clock.Advance(TimeSpan.FromSeconds(30));
        Reply reply = await call;
        site.Server.Faults.Clear();
        return $"{reply.Text}\n{reply.Structured.GetRawText()}\n";
    }

    /// <summary>What the tool is called on: the page, or something that stands on it.</summary>
    private static string Victim(string tool, ToolSite site, Content page) => site.Wiki.Write(wiki => tool switch
    {
        _ when tool.StartsWith("jira_", StringComparison.Ordinal) => AddIssue(tool, wiki),
        "confluence_update_comment" or "confluence_delete_comment" => wiki.AddFooterComment(wiki.FindUser("bob")!, page, null, "<p>Old</p>").Id,
        "confluence_download_attachment" or "confluence_delete_attachment" =>
            page.Id + " " + wiki.AddAttachment(wiki.FindUser("bob")!, page, "a.txt", new FileVersion("text/plain", "hi"u8.ToArray()), "", minor: false).Id,
        _ => page.Id,
    });

    /// <summary>Its key, and behind a blank what the tool is called on inside of it.</summary>
    private static string AddIssue(string tool, Wiki wiki)
    {
        JiraSite.AddProjects(wiki);
        User bob = wiki.FindUser("bob")!;
        Issue issue = wiki.Jira.Create(bob, wiki.Jira.FindProject("ENG")!, JiraCatalog.Task, new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["summary"] = "Victim" });
        wiki.Jira.AddSprint(wiki.Jira.AddBoard("Pumps", "scrum", wiki.Jira.FindProject("ENG")!, "project = ENG"), "Sprint 1", "", null, null);
        wiki.Jira.AddRequestType(wiki.Jira.FindProject("SUP")!, "Ask", "", JiraCatalog.ServiceRequest, "summary");
        string body = wiki.Deployment == EmulatedDeployment.Cloud ? JiraSite.Document("Old").ToJsonString() : "Old";
        return tool switch
        {
            "jira_edit_comment" => $"{issue.Key} {wiki.Jira.AddComment(bob, issue, body, visibility: null).Id} {IssueMarkup.BaseOf(new RichText(RichTextFormat.WikiMarkup, body))}",
            "jira_delete_comment" => $"{issue.Key} {wiki.Jira.AddComment(bob, issue, body, visibility: null).Id}",
            "jira_download_attachment" or "jira_delete_attachment" => $"{issue.Key} {wiki.Jira.AddFile(bob, issue, "a.txt", "text/plain", "hi"u8.ToArray()).Id}",
            "jira_delete_worklog" => $"{issue.Key} {wiki.Jira.AddWorklog(bob, issue, wiki.Now, 3600, comment: null, visibility: null).Id}",
            _ => issue.Key,
        };
    }

    /// <summary>Of the request that does the tool's own work: others before it succeed.</summary>
    private static string? Method(string tool) => tool switch
    {
        "confluence_create_page" or "confluence_create_blog_post" or "confluence_copy_page" => "POST",
        "confluence_move_page" or "confluence_update_page" or "confluence_edit_page" or "confluence_restore_page" => "PUT",
        "confluence_delete_page" or "confluence_delete_comment" or "confluence_delete_attachment" => "DELETE",
        "confluence_add_comment" or "confluence_set_labels" or "confluence_set_property" => "POST",
        "confluence_update_comment" or "confluence_set_restrictions" or "jira_update_issue" or "jira_edit_comment" => "PUT",
        "jira_delete_comment" or "jira_delete_issue" or "jira_delete_worklog" or "jira_delete_attachment" => "DELETE",
        "jira_search" or "jira_create_issues" or "jira_transition_issue" or "jira_add_comment" or "jira_add_worklog" or "jira_link_issues" or "jira_add_attachment" or "jira_watch_issue" => "POST",
        "jira_update_sprint" or "jira_save_version" or "jira_create_request" => "POST",
        _ => null,
    };

    private static (string, object?)[] Arguments(string tool, string pageId, string targetId) => tool switch
    {
        "confluence_search" => [("query", "anything")],
        "confluence_list_spaces" => [],
        "confluence_move_page" => [("page_id", pageId), ("target_id", targetId)],
        "confluence_copy_page" => [("page_id", pageId), ("parent_page_id", targetId), ("title", "Copy")],
        "confluence_create_page" or "confluence_create_blog_post" => [("space_key", "OPEN"), ("title", "New"), ("body", "x")],
        "confluence_update_page" => [("page_id", pageId), ("base_version", 1), ("body", "x")],
        "confluence_edit_page" => [("page_id", pageId), ("base_version", 1), ("operations", new[] { new { op = "append", content = "x" } })],
        "confluence_restore_page" => [("page_id", pageId), ("version", 1)],
        "confluence_add_attachment" => [("page_id", pageId), ("content_base64", "aGk="), ("filename", "a.txt")],
        "confluence_add_comment" => [("page_id", pageId), ("body", "x")],
        "confluence_update_comment" => [("comment_id", pageId), ("body", "x")],
        "confluence_delete_comment" => [("comment_id", pageId)],
        "confluence_download_attachment" or "confluence_delete_attachment" => [("page_id", pageId.Split(' ')[0]), ("attachment_id", pageId.Split(' ')[1])],
        "confluence_set_labels" => [("page_id", pageId), ("add", new[] { "x" })],
        "confluence_set_restrictions" => [("page_id", pageId), ("read_groups", new[] { "confluence-users" })],
        "confluence_set_property" => [("page_id", pageId), ("key", "k"), ("value", 1)],
        "confluence_find_users" => [("query", "Charlie")],
        "confluence_list_templates" or "jira_list_projects" or "jira_list_boards" => [],
        "jira_list_sprints" => [("board", 1)],
        "jira_update_sprint" => [("sprint", 1), ("goal", "x")],
        "jira_get_project" or "jira_list_versions" => [("project_key", "ENG")],
        "jira_save_version" => [("project_key", "ENG"), ("name", "3.0")],
        "jira_find_users" => [("query", "Charlie")],
        "jira_list_queues" => [("desk", "SUP")],
        "jira_create_request" => [("desk", "SUP"), ("request_type", "Ask"), ("summary", "x")],
        "jira_search" => [("query", "anything")],
        "jira_create_issues" => [("issues", new { project_key = "ENG", issue_type = "Task", summary = "New" })],
        "jira_update_issue" => [("issue_key", pageId), ("fields", new { summary = "x" })],
        "jira_transition_issue" => [("issue_key", pageId), ("transition", "In Progress")],
        "jira_add_comment" => [("issue_key", pageId), ("body", "x")],
        "jira_edit_comment" => [("issue_key", pageId.Split(' ')[0]), ("comment_id", pageId.Split(' ')[1]), ("body", "x"), ("comment_base", pageId.Split(' ')[2])],
        "jira_delete_comment" => [("issue_key", pageId.Split(' ')[0]), ("comment_id", pageId.Split(' ')[1])],
        "jira_link_issues" => [("issue_key", pageId), ("url", "https://example.com/manual"), ("title", "Manual")],
        "jira_add_attachment" => [("issue_key", pageId), ("content_base64", "aGk="), ("filename", "a.txt")],
        "jira_download_attachment" or "jira_delete_attachment" => [("issue_key", pageId.Split(' ')[0]), ("attachment_id", pageId.Split(' ')[1])],
        "jira_list_attachments" or "jira_get_history" or "jira_watch_issue" => [("issue_key", pageId)],
        "jira_add_worklog" => [("issue_key", pageId), ("time_spent", "1h")],
        "jira_delete_worklog" => [("issue_key", pageId.Split(' ')[0]), ("worklog_id", pageId.Split(' ')[1])],
        "jira_get_issue" or "jira_find_fields" or "jira_get_development_info" or "jira_delete_issue" => [("issue_key", pageId)],
        _ => [("page_id", pageId)],
    };

    [GeneratedRegex("(?i)log referral number is [0-9a-f-]+")]
    private static partial Regex LogReference();
}
