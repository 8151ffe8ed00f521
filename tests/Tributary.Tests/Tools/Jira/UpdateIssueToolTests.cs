using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools;
using Tributary.Tools.Jira;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class UpdateIssueToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_description_survives_a_change_of_another_field_byte_for_byte(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(RichSample.Of(deployment));
        await using ToolUser bob = await site.ConnectAsync();

        Reply changed = (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new { summary = "Mend the pump", Priority = "High" }))).Succeeded();

        Assert.Equal($"Changed Summary, Priority of {key}. {site.Jira.Origin}/browse/{key}", changed.Text);
        Assert.Equal(("Mend the pump", "2"), (site.Text(key, "summary"), site.Text(key, "priority")));
        Assert.Equal(RichSample.Of(deployment), site.Text(key, "description"));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_edit_of_one_paragraph_changes_that_paragraph_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string before = RichSample.Of(deployment);
        string key = site.AddIssue(before);
        await using ToolUser bob = await site.ConnectAsync();

        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key))).Succeeded();
        string markdown = read["description"]!.Replace("Last words.", "Very last words.", StringComparison.Ordinal);
        Reply dry = (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", markdown), ("description_base", read["description_base"]), ("dry_run", true))).Succeeded();
        string? afterDryRun = site.Text(key, "description");
        Reply changed = (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", markdown), ("description_base", read["description_base"]))).Succeeded();

        Assert.Equal(before, afterDryRun);
        Assert.Contains("-Last words.\n+Very last words.", dry["diff"], StringComparison.Ordinal);
        Assert.Equal(dry["diff"], changed["diff"]);
        Assert.Equal(before.Replace("Last words.", "Very last words.", StringComparison.Ordinal), site.Text(key, "description"));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_edit_beside_a_mention_or_in_a_cell_leaves_all_else_as_it_was(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string before = RichSample.Of(deployment), key = site.AddIssue(before);
        await using ToolUser bob = await site.ConnectAsync();

        foreach ((string was, string now) in new[] { (" first.", " at first."), ("P1", "P2"), ("Hot!", "Very hot!"), ("print(1)", "print(2)") })
        {
            Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key))).Succeeded();
            string markdown = read["description"]!.Replace(was, now, StringComparison.Ordinal);
            (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", markdown), ("description_base", read["description_base"]))).Succeeded();
            before = before.Replace(was, now, StringComparison.Ordinal);
            Assert.Equal(before, site.Text(key, "description"));
        }
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Other_texts_with_structure_are_written_over_what_is_there_too(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string before = RichSample.Of(deployment), key = site.AddIssue();
        site.Jira.Wiki.Write(wiki =>
        {
            wiki.Jira.Update(site.Jira.User("alice"), wiki.Jira.FindIssue(key)!, new Dictionary<string, JsonNode?> { [JiraCatalog.AcceptanceCriteria] = before });
            return 0;
        });
        await using ToolUser bob = await site.ConnectAsync();
        string markdown = IssueMarkup.ToMarkdown(new RichText(site.IsCloud ? RichTextFormat.AtlasDocFormat : RichTextFormat.WikiMarkup, before));

        Reply same = (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["Acceptance criteria"] = markdown }))).Succeeded();
        Reply changed = (await bob.CallAsync(
            "jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["Acceptance criteria"] = markdown.Replace("Last words.", "Very last words.", StringComparison.Ordinal) }))).Succeeded();
        string? after = site.Text(key, JiraCatalog.AcceptanceCriteria);
        Reply lossy = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["Acceptance criteria"] = "Nothing is left." }));

        Assert.StartsWith("Nothing to write", same.Text, StringComparison.Ordinal);
        Assert.StartsWith("Changed Acceptance criteria of", changed.Text, StringComparison.Ordinal);
        Assert.Equal(before.Replace("Last words.", "Very last words.", StringComparison.Ordinal), after);
        if (site.IsCloud)
            Assert.StartsWith("lossy_write: The field \"Acceptance criteria\" would lose", lossy.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_description_that_somebody_changed_meanwhile_is_not_overwritten(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(RichSample.Of(deployment));
        await using ToolUser bob = await site.ConnectAsync();
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key))).Succeeded();
        string theirs = RichSample.Of(deployment).Replace("Hot!", "Cold!", StringComparison.Ordinal);
        site.Jira.Wiki.Write(wiki =>
        {
            wiki.Jira.Update(site.Jira.User("alice"), wiki.Jira.FindIssue(key)!, new Dictionary<string, JsonNode?> { ["description"] = theirs });
            return 0;
        });

        Reply blind = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", "Mine"));
        Reply stale = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", "Mine"), ("description_base", read["description_base"]));

        Assert.Equal(("invalid_params", "version_conflict"), (blind.Code, stale.Code));
        Assert.Equal(theirs, site.Text(key, "description"));
        Assert.Empty(site.Writes());
    }

    // Wiki markup has nothing here that its Markdown does not show: what is left out there, somebody meant to leave out.
    [Fact(Timeout = 20000)]
    public async Task What_the_new_text_would_drop_is_refused_until_it_is_given_up()
    {
        await using TrackerSite site = await TrackerSite.StartAsync(Deployment.Cloud);
        string key = site.AddIssue(RichSample.Adf);
        await using ToolUser bob = await site.ConnectAsync();
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key))).Succeeded();

        Reply refused = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("description", "Nothing is left."), ("description_base", read["description_base"]));

        Assert.Equal("lossy_write", refused.Code);
        Assert.Contains("allow_loss [", refused.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_gets_its_epic_by_either_name_and_from_an_open_project_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), epic = site.AddIssue(summary: "Pumps", type: JiraCatalog.Epic), shut = site.Jira.AddIssue("Shut", JiraCatalog.Incident, "bob", "SUP").Key;
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser restricted = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("ENG")] });
        string field = site.IsCloud ? "parent" : JiraCatalog.EpicLink;

        var set = new List<bool>();
        foreach (string name in new[] { "Epic Link", "parent", "Epic" })
        {
            (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object?> { [name] = epic }))).Succeeded();
            set.Add(site.Value(key, field) is not null);
            (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object?> { [name] = null }))).Succeeded();
        }

        (await bob.CallAsync("jira_link_to_epic", ("issue_key", key), ("epic_key", epic))).Succeeded();
        string? before = $"{site.Value(key, field)}";
        site.Writes();
        Reply outside = await restricted.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new { Parent = shut }));
        Reply raw = await restricted.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new { Parent = new { key = shut } }));
        Reply number = await restricted.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new { Parent = new { id = "10001" } }));

        Assert.Equal([true, true, true], set);
        Assert.Equal(("not_allowed", "not_allowed", "invalid_params"), (outside.Code, raw.Code, number.Code));
        Assert.NotEqual("", before);
        Assert.Equal(before, $"{site.Value(key, field)}");
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Fields_are_emptied_with_null_and_wrong_ones_are_told_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", "{\"Assignee\": \"me\", \"Labels\": [\"wet\"], \"Story points\": 3}"))).Succeeded();
        Assert.Equal(site.Jira.User("bob").AccountId, site.Text(key, "assignee"));
        (await bob.CallAsync("jira_assign_issue", ("issue_key", key), ("assignee", "alice@example.com"))).Succeeded();
        Assert.Equal(site.Jira.User("alice").AccountId, site.Text(key, "assignee"));
        (await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", "{\"Assignee\": null, \"Labels\": null, \"Story points\": null}"))).Succeeded();
        site.Writes();

        Reply wrong = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", "{\"Severty\": \"Major\", \"Summary\": null, \"Component/s\": \"Fans\", \"Components\": \"Fans\"}"));
        Reply none = await bob.CallAsync("jira_update_issue", ("issue_key", key));
        Reply absent = await bob.CallAsync("jira_update_issue", ("issue_key", "ENG-999"), ("fields", "{\"Labels\": null}"));

        Assert.Null(site.Value(key, "assignee"));
        Assert.Null(site.Value(key, "labels"));
        Assert.Null(site.Value(key, JiraCatalog.StoryPoints));
        Assert.Contains("\"Summary\" is required and cannot be emptied.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("\"Components\" has no value \"Fans\". There is \"Pumps\".", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(("invalid_params", "invalid_params", "resource_not_found"), (wrong.Code, none.Code, absent.Code));
        Assert.Empty(site.Writes());
    }
}
