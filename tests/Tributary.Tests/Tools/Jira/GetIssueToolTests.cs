using System.Text.Json;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;
using Tributary.Tools.Jira.Fields;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class GetIssueToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_is_read_with_its_comments_and_history(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["Story points"] = 3, ["Assignee"] = "alice@example.com" }), ("description", "It **leaks**."))).Succeeded();
        Reply added = (await bob.CallAsync("jira_add_comment", ("issue_key", key), ("body", "See *there*."))).Succeeded();

        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments,changelog"))).Succeeded();
        Reply narrow = (await bob.CallAsync("jira_get_issue", ("issue_key", key.ToLowerInvariant()), ("fields", new[] { "story points" }))).Succeeded();

        Assert.Equal((key, "Fix the pump", "Task", "To Do", "It **leaks**."), (read["key"], read["summary"], read["type"], read["status"], read["description"]));
        Assert.Equal("3", read.Structured.GetProperty("fields").GetProperty("Story Points").GetString()!.TrimEnd('0').TrimEnd('.'));
        Assert.Equal([added["id"]!], read.Each("comments", "id"));
        Assert.Equal(["See *there*."], read.Each("comments", "body"));
        Assert.Contains("Story Points", read.Each("changes", "field"));
        Assert.Equal(["Story Points"], narrow.Structured.GetProperty("fields").EnumerateObject().Select(field => field.Name));
        Assert.Null(narrow["description"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Work_is_told_in_words(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "3h 20m"), ("adjust_estimate", "new"), ("estimate", "1d"))).Succeeded();

        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("fields", new[] { "Time tracking" }))).Succeeded();

        Assert.Contains("Time tracking: remaining 1d, spent 3h 20m", read.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_long_issue_comes_in_pieces_until_its_last_comment(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        string description = string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"Paragraph {i} with some words in it."));
        (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", description))).Succeeded();
        for (int i = 0; i < 25; i++)
            (await bob.CallAsync("jira_add_comment", ("issue_key", key), ("body", $"Comment {i}: {new string('x', 100)}"))).Succeeded();

        string text = "";
        var comments = new List<string>();
        string? cursor = null;
        int pieces = 0;
        do
        {
            Reply piece = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"), ("max_tokens", 200), ("cursor", cursor))).Succeeded();
            text += piece["description"];
            comments.AddRange(piece.Structured.TryGetProperty("comments", out _) ? piece.Each("comments", "body") : []);
            cursor = piece["cursor"];
        }
        while (cursor is not null && ++pieces < 50);

        Assert.Equal(description, text);
        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"Comment {i}"), comments.Select(comment => comment.Split(':')[0]));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Comments_and_worklogs_come_in_pieces_to_the_last_of_each(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(site.Rich("Long ago"));
        for (int i = 0; i < 60; i++)
            site.AddWorklog(key, 3600 + 60 * i);
        for (int i = 0; i < 25; i++)
            site.AddComment(key, site.Rich($"Comment {i}"));
        await using ToolUser bob = await site.ConnectAsync();

        var comments = new List<string>();
        var worklogs = new List<string>();
        string? cursor = null;
        int pieces = 0;
        do
        {
            Reply piece = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments,worklogs"), ("max_tokens", 300), ("cursor", cursor))).Succeeded();
            comments.AddRange(piece.Structured.TryGetProperty("comments", out _) ? piece.Each("comments", "body") : []);
            worklogs.AddRange(piece.Structured.TryGetProperty("worklogs", out _) ? piece.Each("worklogs", "time_spent") : []);
            cursor = piece["cursor"];
        }
        while (cursor is not null && ++pieces < 100);

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"Comment {i}"), comments);
        Assert.Equal(["1h", .. Enumerable.Range(1, 59).Select(i => $"1h {i}m")], worklogs);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_was_asked_for_beside_a_long_description_comes_once_with_its_first_piece(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(site.Rich(string.Join(" ", Enumerable.Range(0, 400).Select(i => $"word{i}"))));
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com/manual"))).Succeeded();
        const string All = "links,remote_links,watchers,transitions,changelog";

        Reply first = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", All), ("max_tokens", 200))).Succeeded();
        Reply second = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", All), ("max_tokens", 200), ("cursor", first["cursor"]))).Succeeded();

        string[] lists = ["links", "remote_links", "watchers", "transitions", "changes"];
        Assert.Equal(lists, lists.Where(list => first.Structured.TryGetProperty(list, out _)));
        Assert.DoesNotContain(lists, list => second.Structured.TryGetProperty(list, out _));
        Assert.NotEqual(first["description"], second["description"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_is_read_by_its_address_of_this_site_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply read = (await bob.CallAsync("jira_get_issue", ("url", $"{site.Jira.Origin}/browse/{key}"))).Succeeded();
        site.Jira.Server.Requests.Clear();
        Reply foreign = await bob.CallAsync("jira_get_issue", ("url", $"https://elsewhere.example.com/browse/{key}"));
        Reply neither = await bob.CallAsync("jira_get_issue");

        Assert.Equal(key, read["key"]);
        Assert.Equal(("not_allowed", "invalid_params"), (foreign.Code, neither.Code));
        Assert.Empty(site.Jira.Server.Requests.All);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_that_moved_out_of_the_open_projects_is_shut_under_its_old_key_too(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), id = site.AddComment(key, site.Rich("Said")), file = site.AddFile(key, "a.txt", "text/plain", "hi"u8.ToArray()), stays = site.AddIssue();
        site.Jira.Wiki.Write(wiki =>
        {
            wiki.Jira.Move(wiki.FindUser("alice")!, wiki.Jira.FindIssue(key)!, wiki.Jira.FindProject("SUP")!, JiraCatalog.Incident, subtaskTypeId: null);
            return 0;
        });
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AllowPermanentDelete = true, Projects = [ProjectKey.Parse("ENG")] });

        Reply[] refused =
        [
            await bob.CallAsync("jira_get_issue", ("issue_key", key)),
            await bob.CallAsync("jira_get_history", ("issue_key", key)),
            await bob.CallAsync("jira_add_comment", ("issue_key", key), ("body", "x")),
            await bob.CallAsync("jira_edit_comment", ("issue_key", key), ("comment_id", id), ("body", "x")),
            await bob.CallAsync("jira_delete_comment", ("issue_key", key), ("comment_id", id)),
            await bob.CallAsync("jira_add_worklog", ("issue_key", key), ("time_spent", "1h")),
            await bob.CallAsync("jira_delete_worklog", ("issue_key", key), ("worklog_id", "1")),
            await bob.CallAsync("jira_list_attachments", ("issue_key", key)),
            await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", "aGk="), ("filename", "b.txt")),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("attachment_id", file)),
            await bob.CallAsync("jira_delete_attachment", ("issue_key", key), ("attachment_id", file)),
            await bob.CallAsync("jira_link_issues", ("issue_key", stays), ("link_type", "blocks"), ("to_issue", key)),
            await bob.CallAsync("jira_watch_issue", ("issue_key", key)),
            await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new { summary = "x" })),
            await bob.CallAsync("jira_delete_issue", ("issue_key", key)),
        ];

        Assert.Equal(Enumerable.Repeat("not_allowed", refused.Length), refused.Select(reply => reply.Code));
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_not_there_not_shown_or_not_open_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser diana = await site.ConnectAsync("diana");
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });

        Reply absent = await bob.CallAsync("jira_get_issue", ("issue_key", "ENG-999"));
        Reply hidden = await diana.CallAsync("jira_get_issue", ("issue_key", key));
        Reply outside = await inside.CallAsync("jira_get_issue", ("issue_key", key));
        Reply noKey = await bob.CallAsync("jira_get_issue", ("issue_key", "pump"));
        Reply noField = await bob.CallAsync("jira_get_issue", ("issue_key", key), ("fields", new[] { "Sevrity" }));
        Reply foreign = await bob.CallAsync("confluence_get_page", ("page_id", "1"));

        Assert.Equal(
            ("resource_not_found", "resource_not_found", "not_allowed", "invalid_params", "invalid_params", "unsupported"),
            (absent.Code, hidden.Code, outside.Code, noKey.Code, noField.Code, foreign.Code));
        Assert.Contains("Check the key, or ask for access: Jira answers 404 for both.", absent.Text, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Severity\"?", noField.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"id":"1","type":{"inward":"is duplicated by","outward":"duplicates"},"outwardIssue":{"key":"ENG-12"}}]""", "duplicates ENG-12")]
    [InlineData("""{"value":"Europe","child":{"value":"Berlin"}}""", "Europe > Berlin")]
    [InlineData("""["com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,state=ACTIVE,name=Sprint 7,startDate=<null>]"]""", "Sprint 7")]
    [InlineData("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Dry."}]}]}""", "Dry.")]
    [InlineData("""{}""", null)]
    [InlineData("""[]""", null)]
    public void Any_value_is_shown_in_a_few_words(string json, string? text) => Assert.Equal(text, FieldText.Of(JsonElement.Parse(json)));
}
