using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira.Fields;

/// <summary>Of two values for one field none is dropped without a word.</summary>
public sealed class GivenTwiceTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_field_that_is_given_twice_is_refused_by_both_its_names(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        site.Jira.Wiki.Write(wiki => wiki.Jira.AddRequestType(wiki.Jira.FindProject("SUP")!, "Ask", "", JiraCatalog.ServiceRequest, "summary", "description"));
        await using ToolUser bob = await site.ConnectAsync();
        object summary = new { Summary = "Other" }, description = new { description = "Other" };

        Reply[] summaries =
        [
            await bob.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = "One", fields = summary })),
            await bob.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask"), ("summary", "One"), ("fields", summary)),
            await bob.CallAsync("jira_create_customer_request", ("service_desk_id", "SUP"), ("request_type_id", "Ask"), ("summary", "One"), ("request_field_values", new { summary = "Other" })),
        ];
        Reply[] descriptions =
        [
            await bob.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = "One", description = "Text", fields = description })),
            await bob.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask"), ("summary", "One"), ("description", "Text"), ("fields", description)),
        ];
        Reply names = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["Story points"] = 3, [JiraCatalog.StoryPoints] = 5 }));
        Reply cases = await bob.CallAsync("jira_update_issue", ("issue_key", key), ("fields", new Dictionary<string, object> { ["labels"] = "a", ["Labels"] = "b" }));

        Assert.All(summaries, reply => Assert.Contains("`summary` and \"Summary\" in `fields` are the same field: give `summary` alone.", reply.Text, StringComparison.Ordinal));
        Assert.All(descriptions, reply => Assert.Contains("`description` and \"Description\" in `fields` are the same field: give `description` alone.", reply.Text, StringComparison.Ordinal));
        Assert.Contains($"\"Story points\" and \"{JiraCatalog.StoryPoints}\" are the same field, {JiraCatalog.StoryPoints}: give it once.", names.Text, StringComparison.Ordinal);
        Assert.Contains("\"labels\" and \"Labels\" are the same field", cases.Text, StringComparison.Ordinal);
        Assert.All([.. summaries, .. descriptions, names, cases], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Earlier_names_of_arguments_do_not_hide_one_another(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply twice = await bob.CallAsync("jira_create_issue", ("project_key", "ENG"), ("issue_type", "Task"), ("summary", "One"), ("labels", "a"), ("additional_fields", new { labels = "b" }));
        Reply watcher = await bob.CallAsync("jira_add_watcher", ("issue_key", key), ("user_identifier", "alice"), ("account_id", "charlie"));
        Reply epic = await bob.CallAsync("jira_link_to_epic", ("issue_key", key), ("epic_key", "ENG-2"), ("fields", new { Labels = "a" }));
        Reply board = await bob.CallAsync("jira_get_sprint_issues", ("sprint_id", "1"), ("jql", "labels = wet"));
        Assert.Empty(site.Writes());
        Reply all = (await bob.CallAsync("jira_create_issue",
            ("project_key", "ENG"), ("issue_type", "Task"), ("summary", "One"), ("fields", new { priority = "High" }), ("labels", "a"), ("additional_fields", new Dictionary<string, object> { ["Due date"] = "2027-01-31" }))).Succeeded();

        string made = Assert.Single(all.Each("issues", "key"));
        Assert.Contains("`issues[0].additional_fields` is not an argument", twice.Text, StringComparison.Ordinal);
        Assert.Contains("`account_id` is not an argument", watcher.Text, StringComparison.Ordinal);
        Assert.Contains("`epic_key` is not an argument", epic.Text, StringComparison.Ordinal);
        Assert.Contains("`sprint_id` is not an argument", board.Text, StringComparison.Ordinal);
        Assert.Equal(("2", "2027-01-31", "[\"a\"]"), (site.Text(made, "priority"), site.Text(made, "duedate"), site.Value(made, "labels")!.ToJsonString()));
    }
}
