using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira.ServiceDesks;

public sealed class ListQueuesToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Queues_are_listed_and_one_shows_its_requests(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply queues = (await bob.CallAsync("jira_list_queues", ("desk", "sup"))).Succeeded();
        Reply byName = (await bob.CallAsync("jira_list_queues", ("desk", "Gangway support"), ("queue", "unassigned"))).Succeeded();
        Reply jql = (await bob.CallAsync("jira_search", ("jql", queues.Each("queues", "jql")[1]))).Succeeded();
        Reply ofProject = (await bob.CallAsync("jira_get_service_desk_for_project", ("project_key", "SUP"))).Succeeded();
        Reply ofDesk = (await bob.CallAsync("jira_get_service_desk_queues", ("service_desk_id", "1"), ("start_at", 0), ("limit", 50))).Succeeded();
        Reply issues = (await bob.CallAsync("jira_get_queue_issues", ("service_desk_id", "1"), ("queue_id", "2"), ("start_at", 1), ("limit", 2))).Succeeded();

        Assert.Equal(["All open", "Unassigned", "Incidents", "Waiting for customer"], queues.Each("queues", "name"));
        Assert.Equal(["8", "4", "4", "1"], queues.Each("queues", "issue_count"));
        Assert.Equal(["SUP-8", "SUP-10", "SUP-11", "SUP-12"], byName.Each("issues", "key"));
        Assert.Equal(byName.Each("issues", "key"), jql.Each("issues", "key"));
        Assert.StartsWith("SUP, queue 2: 4 issues\n", byName.Text, StringComparison.Ordinal);
        Assert.Equal((queues.Text, queues.Text), (ofProject.Text, ofDesk.Text));
        Assert.Equal(["SUP-10", "SUP-11"], issues.Each("issues", "key"));
        Assert.Equal("3", issues["next_start_offset"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_request_and_the_queue_after_the_fiftieth_are_reached_by_start(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        for (int number = 1; number <= 52; number++)
            site.Jira.AddIssue($"Fire {number}", JiraCatalog.Incident, "bob", "SUP");
        site.Jira.Wiki.Write(wiki => Enumerable.Range(1, 52).Select(number => wiki.Jira.AddQueue(wiki.Jira.FindProject("SUP")!, $"Queue {number}", "project = SUP ORDER BY key")).Count());
        await using ToolUser bob = await site.ConnectAsync();

        Reply queues = (await bob.CallAsync("jira_list_queues", ("desk", "SUP"), ("limit", 50), ("start", 50))).Succeeded();
        Reply first = (await bob.CallAsync("jira_list_queues", ("desk", "SUP"), ("queue", "Queue 52"), ("limit", 50))).Succeeded();
        Reply second = (await bob.CallAsync("jira_list_queues", ("desk", "SUP"), ("queue", "Queue 52"), ("limit", 50), ("start", first["next_start_offset"]))).Succeeded();

        Assert.Equal(["Queue 51", "Queue 52"], queues.Each("queues", "name"));
        Assert.Equal("52", first["total_available"]);
        Assert.Equal(["Fire 51", "Fire 52"], second.Each("issues", "summary"));
        Assert.Null(second["next_start_offset"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_desk_or_queue_that_is_wrong_hidden_or_closed_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser diana = await site.ConnectAsync("diana");
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));

        Reply noDesk = await bob.CallAsync("jira_list_queues", ("desk", "SUPP"));
        Reply noQueue = await bob.CallAsync("jira_list_queues", ("desk", "SUP"), ("queue", "Unasigned"));
        Reply customer = await diana.CallAsync("jira_list_queues", ("desk", "SUP"));
        Reply closed = await inside.CallAsync("jira_list_queues", ("desk", "SUP"));
        Reply closedById = await inside.CallAsync("jira_list_queues", ("desk", "1"));

        Assert.Contains("There is no service desk \"SUPP\". Did you mean \"SUP\"? There is \"SUP\".", noDesk.Text, StringComparison.Ordinal);
        Assert.Contains("SUP has no queue \"Unasigned\". Did you mean \"Unassigned\"?", noQueue.Text, StringComparison.Ordinal);
        Assert.Equal(("invalid_params", "invalid_params", "permission_denied", "not_allowed", "invalid_params"), (noDesk.Code, noQueue.Code, customer.Code, closed.Code, closedById.Code));
        Assert.Contains("You do not have permission to view the queues", customer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SUP", closedById.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_was_promised_about_a_request_is_read_with_it(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply kept = (await bob.CallAsync("jira_get_issue", ("issue_key", "SUP-1"), ("expand", "sla"))).Succeeded();
        Reply late = (await bob.CallAsync("jira_get_issue_sla", ("issue_key", "SUP-8"))).Succeeded();
        Reply none = (await bob.CallAsync("jira_get_issue", ("issue_key", "ENG-1"), ("expand", "slas"))).Succeeded();

        Assert.Equal(["Time to first response", "Time to resolution"], kept.Each("slas", "name"));
        Assert.Contains("Request Type: Report a problem\n", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Time to first response: met, 0h 6m of 4h 0m, 3h 54m left", kept.Text, StringComparison.Ordinal);
        Assert.Equal("breached", late.Each("slas", "state")[1]);
        Assert.Contains("No SLAs", none.Text, StringComparison.Ordinal);
    }
}
