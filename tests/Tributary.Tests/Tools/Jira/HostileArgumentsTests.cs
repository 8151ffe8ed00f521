using System.Text.RegularExpressions;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Tools;
using Tributary.Tools.Catalog;

namespace Tributary.Tests.Tools.Jira;

/// <summary>No argument of a tool that works inside issues leaves its place in an address, whatever it is.</summary>
public sealed partial class HostileArgumentsTests
{
    private static readonly string[] Hostile =
    [
        "..", "../..", "ENG-1/..", "ENG-1/comment/1", "ENG-1?fields=x", "ENG-1#x", "%2e%2e", "%2e%2e%2fENG-2", "1/../../ENG-2", "..;/ENG-2", "\\..\\ENG-2", "ENG-1\r\nX: y", "*", "\" OR project = SUP OR key = \"", "ENG-2) OR (project=SUP",
        "𝟙", " ", new string('9', 400),
    ];

    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 60000)]
    [MemberData(nameof(Both))]
    public async Task No_argument_leaves_its_place_in_an_address(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), other = site.AddIssue(), comment = site.AddComment(key, site.Rich("Said")), file = site.AddFile(key, "a.txt", "text/plain", "hi"u8.ToArray());
        Regex known = new($"^/({string.Join('|', JiraCapabilities.All.Select(row => row.On(deployment)).OfType<Tributary.Atlassian.Routing.Route>().Select(route => Argument().Replace(Regex.Escape(route.Template), "[^/]+")))})$");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AllowPermanentDelete = true });
        (string Tool, (string, object?)[] Right)[] calls =
        [
            ("jira_get_issue", [("issue_key", key), ("expand", "comments,worklogs,remote_links,watchers,transitions")]),
            ("jira_edit_comment", [("issue_key", key), ("comment_id", comment), ("body", "x"), ("dry_run", true)]),
            ("jira_delete_comment", [("issue_key", key), ("comment_id", "1")]),
            ("jira_add_comment", [("issue_key", key), ("body", "x"), ("visible_to", "Developers")]),
            ("jira_add_worklog", [("issue_key", key), ("time_spent", "1h")]),
            ("jira_delete_worklog", [("issue_key", key), ("worklog_id", "1")]),
            ("jira_link_issues", [("issue_key", key), ("link_type", "blocks"), ("to_issue", other)]),
            ("jira_link_issues", [("remove_link", "1")]),
            ("jira_list_attachments", [("issue_key", key)]),
            ("jira_add_attachment", [("issue_key", key), ("content_base64", "aGk="), ("filename", "b.txt")]),
            ("jira_download_attachment", [("issue_key", key), ("attachment_id", file)]),
            ("jira_delete_attachment", [("issue_key", key), ("attachment_id", "1")]),
            ("jira_get_history", [("issue_key", key)]),
            ("jira_watch_issue", [("issue_key", key)]),
            ("jira_delete_issue", [("issue_key", "ENG-999")]),
        ];

        foreach ((string tool, (string, object?)[] right) in calls)
        {
            foreach (Parameter parameter in ToolCatalog.Find(tool)!.Parameters.Where(parameter => parameter.Kind is ParameterKind.Text or ParameterKind.IssueKey or ParameterKind.JiraId))
            {
                foreach (string value in Hostile)
                    await bob.CallAsync(tool, [.. right.Where(argument => argument.Item1 != parameter.Name), (parameter.Name, value)]);
            }
        }

        Assert.All(site.Jira.Server.Requests.All.Select(request => request.Path.Split('?')[0]).Distinct(), path => Assert.Matches(known, path));
        Assert.True(site.Jira.Server.Requests.All.Count > calls.Length);
        Assert.Equal("Fix the pump", site.Text(other, "summary"));
        Assert.Single(site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Files), kept => kept.Name == "a.txt");
    }

    [GeneratedRegex(@"\\\{[a-z]+\}|\{[a-z]+\}")]
    private static partial Regex Argument();
}
