using System.Text.Json.Nodes;
using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira.Fields;

/// <summary>Lists that get and lose some, rather than be replaced.</summary>
public sealed class ListChangeTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Every_kind_of_list_gets_and_loses_some_by_name(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        (await UpdateAsync(bob, key, new() { ["Labels"] = "wet, cold", ["Environments"] = "Production", ["Reviewers"] = new[] { "alice@example.com" }, ["Fix versions"] = "1.0", ["Affects versions"] = "1.0" })).Succeeded();

        Reply changed = (await UpdateAsync(bob, key, new()
        {
            ["Labels"] = new { add = new[] { "+dry", "warm" }, remove = "wet" },
            ["Components"] = new { add = "pumps" },
            ["Environments"] = new { add = new[] { "staging" }, remove = new[] { "Production" } },
            ["Reviewers"] = new { add = "charlie@example.com", remove = new[] { "alice@example.com" } },
            ["Fix versions"] = new { add = "2.0" },
            ["Affects versions"] = new { remove = "1.0" },
        })).Succeeded();

        Assert.StartsWith("Changed Labels, Components, Environments, Reviewers, Fix versions, Affects versions of", changed.Text, StringComparison.Ordinal);
        Assert.Equal(["cold", "+dry", "warm"], Items(site, key, "labels"));
        Assert.Single(Items(site, key, "components"));
        Assert.Equal(["10111"], Items(site, key, JiraCatalog.Environments));
        Assert.Equal([site.Jira.User("charlie").AccountId], Items(site, key, JiraCatalog.Reviewers));
        Assert.Equal(2, Items(site, key, "fixVersions").Length);
        Assert.Empty(Items(site, key, "versions"));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Labels_that_several_add_at_once_are_all_there(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser alice = await site.ConnectAsync("alice");

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => UpdateAsync(i % 2 == 0 ? bob : alice, key, new() { ["Labels"] = new { add = $"l{i}" } })));

        Assert.All(replies, reply => Assert.StartsWith("Changed Labels", reply.Succeeded().Text, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"l{i}").Order(), Items(site, key, "labels").Order());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_change_that_is_wrong_or_written_as_a_value_is_told_the_form(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply signed = await UpdateAsync(bob, key, new() { ["Labels"] = "+plus" });
        Reply signedItems = await UpdateAsync(bob, key, new() { ["Components"] = new[] { "-Pumps" } });
        Reply unknown = await UpdateAsync(bob, key, new() { ["Components"] = new { add = "Fans" } });
        Reply both = await UpdateAsync(bob, key, new() { ["Labels"] = new { add = "x", remove = "x" } });
        Reply others = await UpdateAsync(bob, key, new() { ["Labels"] = new { set = "x" } });
        Reply onCreate = await bob.CallAsync("jira_create_issues", ("issues", new { project_key = "ENG", issue_type = "Task", summary = "New", fields = new { Labels = new { add = "x" } } }));
        site.Writes();
        Reply nothing = (await UpdateAsync(bob, key, new() { ["Labels"] = new { remove = "absent" } })).Succeeded();

        Assert.All([signed, signedItems], reply => Assert.Contains("""To change it by some, give {"add": [...], "remove": [...]}.""", reply.Text, StringComparison.Ordinal));
        Assert.Contains("\"Components\" has no value \"Fans\". There is \"Pumps\".", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("\"Labels\" is to get and to lose the same.", both.Text, StringComparison.Ordinal);
        Assert.Contains("\"Labels\" takes", others.Text, StringComparison.Ordinal);
        Assert.Contains("\"Labels\" has nothing yet to add to: give the list.", onCreate.Text, StringComparison.Ordinal);
        Assert.All([signed, signedItems, unknown, both, others, onCreate], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.StartsWith("Nothing to write", nothing.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    private static Task<Reply> UpdateAsync(ToolUser user, string key, Dictionary<string, object?> fields) => user.CallAsync("jira_update_issue", ("issue_key", key), ("fields", fields));

    private static string[] Items(TrackerSite site, string key, string field) => site.Value(key, field) is JsonArray list ? [.. list.Select(item => item!.GetValue<string>())] : [];
}
