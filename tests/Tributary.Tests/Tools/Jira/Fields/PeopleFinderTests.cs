using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Fields;

public sealed class PeopleFinderTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_beginning_of_a_name_picks_nobody(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        string bobId = Id(site, "bob"), dianaId = Id(site, "diana");
        await using ToolUser bob = await site.ConnectAsync();

        Reply assignee = await bob.CallAsync("jira_update_issue", ("issue_key", "ENG-1"), ("fields", new { Assignee = "B" }));
        Reply watcher = await bob.CallAsync("jira_watch_issue", ("issue_key", "ENG-1"), ("user", "di"));
        Reply customer = await bob.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask a question"), ("summary", "x"), ("on_behalf_of", "Di"));
        Reply half = await bob.CallAsync("jira_watch_issue", ("issue_key", "ENG-1"), ("user", "bob@example.co"));

        Assert.All([assignee, watcher, customer, half], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Contains($"\"Assignee\" is nobody's whole name: \"B\". It could be {site.Jira.User("bob").DisplayName} ({bobId}). Give the id of one.", assignee.Text, StringComparison.Ordinal);
        Assert.All([watcher, customer], reply => Assert.Contains($"({dianaId})", reply.Text, StringComparison.Ordinal));
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_whole_name_in_any_case_an_address_or_an_id_does_and_who_was_meant_is_told(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        string name = site.Jira.User("bob").DisplayName, id = Id(site, "bob");
        await using ToolUser alice = await site.ConnectAsync("alice");

        Reply[] replies =
        [
            await alice.CallAsync("jira_update_issue", ("issue_key", "ENG-1"), ("fields", new { Assignee = name.ToUpperInvariant() })),
            await alice.CallAsync("jira_update_issue", ("issue_key", "ENG-2"), ("fields", new { Assignee = "BOB@example.com" })),
            await alice.CallAsync("jira_update_issue", ("issue_key", "ENG-3"), ("fields", new { Assignee = id })),
            await alice.CallAsync("jira_create_issues", ("issues", new[] { new { project_key = "ENG", issue_type = "Task", summary = "x", fields = new { Assignee = id } } })),
        ];

        Assert.All(replies, reply => Assert.Contains($" People set: {name} ({id}).", reply.Succeeded().Text, StringComparison.Ordinal));
        Assert.All(["ENG-1", "ENG-2", "ENG-3"], key => Assert.Equal(site.Jira.User("bob").AccountId, site.Text(key, "assignee")));
    }

    private static string Id(TrackerSite site, string user) => site.IsCloud ? site.Jira.User(user).AccountId : user;
}
