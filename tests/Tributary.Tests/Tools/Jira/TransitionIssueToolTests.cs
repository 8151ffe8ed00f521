using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class TransitionIssueToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_moves_by_the_name_of_a_transition_a_status_or_an_id(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply started = (await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "in progress"))).Succeeded();
        Reply back = (await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "11"))).Succeeded();
        Reply done = (await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "Done"), ("fields", new { Resolution = "won't do" }))).Succeeded();

        Assert.Equal(("In Progress", "To Do", "Done"), (started["status"], back["status"], done["status"]));
        Assert.Equal((JiraCatalog.Done, "10001"), (site.Text(key, "status"), site.Text(key, "resolution")));
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_a_transition_asks_is_told_beforehand(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply missing = await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "Done"));
        Reply wrong = await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "Done"), ("fields", new { Resolution = "Fixd" }));
        Reply unknown = await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "Review"));
        Reply listed = (await bob.CallAsync("jira_get_transitions", ("issue_key", key))).Succeeded();

        Assert.Contains($"\"Resolution\" is required for \"Done\" of {key}. There are \"Done\", \"Won't Do\", \"Duplicate\", \"Cannot Reproduce\".", missing.Text, StringComparison.Ordinal);
        Assert.Contains("\"Resolution\" has no value \"Fixd\".", wrong.Text, StringComparison.Ordinal);
        Assert.Contains($"{key} has no transition \"Review\" now. There are \"21: In Progress -> In Progress\", \"41: Done -> Done\".", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(["21", "41"], listed.Each("transitions", "id"));
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_issue_that_is_in_the_status_already_is_told_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply there = (await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "to do"))).Succeeded();
        Reply withFields = await bob.CallAsync("jira_transition_issue", ("issue_key", key), ("transition", "To Do"), ("fields", new { Priority = "High" }));

        Assert.StartsWith($"Nothing to do: {key} is in \"To Do\" already.", there.Text, StringComparison.Ordinal);
        Assert.Equal(("To Do", "invalid_params"), (there["status"], withFields.Code));
        Assert.Contains("jira_update_issue", withFields.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }
}
