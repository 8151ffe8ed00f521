using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira.Fields;

/// <summary>What a call says of its effect is what Jira did, and a dry run what it may do.</summary>
public sealed class WhatChangesTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_like_that_already_is_not_called_a_change(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        Dictionary<string, object?> same = new()
        {
            ["Summary"] = "Fix the pump",
            ["Labels"] = null,
            ["Story points"] = 3,
            ["Assignee"] = "alice@example.com",
            ["Environments"] = "Staging, Production",
            ["Priority"] = "High",
            ["Due date"] = "2027-01-31",
            ["Reviewers"] = "bob@example.com",
            ["Fix versions"] = new[] { "2.0" },
        };
        Reply first = (await UpdateAsync(bob, key, same)).Succeeded();
        site.Writes();

        Reply again = (await UpdateAsync(bob, key, same)).Succeeded();
        Reply dry = (await UpdateAsync(bob, key, same, ("dry_run", true))).Succeeded();
        Assert.Empty(site.Writes());
        same["Story points"] = 5;
        Reply dryOne = (await UpdateAsync(bob, key, same, ("dry_run", true))).Succeeded();
        Reply one = (await UpdateAsync(bob, key, same)).Succeeded();

        const string Others = "Assignee, Environments, Priority, Due date, Reviewers, Fix versions";
        Assert.StartsWith($"Changed Story Points, {Others} of {key}. Like this already: Summary, Labels.", first.Text, StringComparison.Ordinal);
        Assert.All([again, dry], reply => Assert.Equal($"Nothing to write: {key} is like this already. {site.Jira.Origin}/browse/{key}", reply.Text));
        Assert.StartsWith($"Dry run: nothing was written. Story Points would change, if Jira agrees: its own rules are checked when it is written. Like this already: Summary, Labels, {Others}.", dryOne.Text, StringComparison.Ordinal);
        Assert.Equal(["Story Points"], dryOne.Structured.GetProperty("changed").EnumerateArray().Select(name => name.GetString()));
        Assert.StartsWith($"Changed Story Points of {key}. Like this already: Summary", one.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_Jira_took_and_left_as_it_was_is_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.AddBoards("ENG", "Pumps");
        site.AddSprints(1, "Sprint 1");
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        (await UpdateAsync(bob, key, new() { ["Sprint"] = "Sprint 1", ["Time tracking"] = new { estimate = "3d", remaining = "1d" } })).Succeeded();

        Reply left = (await UpdateAsync(bob, key, new() { ["Sprint"] = "Sprint 1", ["Time tracking"] = new { remaining = "1d" } })).Succeeded();
        Reply partly = (await UpdateAsync(bob, key, new() { ["Sprint"] = "Sprint 1", ["Time tracking"] = new { remaining = "2d" } })).Succeeded();
        Reply wrong = await UpdateAsync(bob, key, new() { ["Time tracking"] = new { rest = "1d" } });

        Assert.StartsWith($"Nothing was changed in {key}. Jira took the call, and left as it was: Sprint, Time tracking.", left.Text, StringComparison.Ordinal);
        Assert.False(left.Structured.TryGetProperty("changed", out _));
        Assert.StartsWith($"Changed Time tracking of {key}. Jira took the call, and left as it was: Sprint.", partly.Text, StringComparison.Ordinal);
        Assert.Contains("\"Time tracking\" takes {\"estimate\": \"3d\", \"remaining\": \"1d 4h\"}", wrong.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_known_to_be_refused_is_refused_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), shut = site.Jira.AddIssue("Shut", JiraCatalog.Incident, "bob", "SUP").Key;
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));
        string tooLong = new('x', 256);
        (string Field, object Value, string Problem)[] wrong =
        [
            ("summary", " ", "is required and cannot be empty."),
            ("summary", "Two\nlines", "takes one line, without line breaks."),
            ("summary", tooLong, "takes at most 255 characters, not 256."),
            ("Labels", new[] { "two words" }, "takes words without blanks"),
            ("Labels", new[] { tooLong }, "takes words of at most 255 characters"),
            ("Parent", "ENG-999", "knows no issue ENG-999, or this user does not see it."),
        ];

        foreach (bool dry in new[] { true, false })
        {
            foreach ((string field, object value, string problem) in wrong)
            {
                object issue = field == "summary"
                    ? new { project_key = "ENG", issue_type = "Task", summary = value }
                    : new { project_key = "ENG", issue_type = "Task", summary = "New", fields = new Dictionary<string, object> { [field] = value } };
                Reply created = await bob.CallAsync("jira_create_issues", ("issues", issue), ("dry_run", dry));
                Reply updated = await UpdateAsync(bob, key, new() { [field] = value }, ("dry_run", dry));
                Assert.All([created, updated], reply => Assert.Equal("invalid_params", reply.Code));
                Assert.All([created, updated], reply => Assert.Contains(problem, reply.Text, StringComparison.Ordinal));
            }
        }

        Reply outside = await inside.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = "New", fields = new { Parent = shut } }), ("dry_run", true));
        Reply fine = (await bob.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = new string('x', 255) }), ("dry_run", true))).Succeeded();

        Assert.Equal("not_allowed", outside.Code);
        Assert.Equal("Dry run: nothing was created. The issue can be, as far as is known: Jira checks its own rules when it is called.", fine.Text);
        Assert.Empty(site.Writes());
    }

    private static Task<Reply> UpdateAsync(ToolUser user, string key, Dictionary<string, object?> fields, params (string, object?)[] more) =>
        user.CallAsync("jira_update_issue", [("issue_key", key), ("fields", fields), .. more]);
}
