using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tests.Tools.Jira;

namespace Tributary.Tests.Atlassian.Jira;

public sealed class JiraClientTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_unknown_host_tells_what_it_is(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        var options = new SiteOptions
        {
            Product = AtlassianProduct.Jira,
            Url = site.Jira.Origin + "/browse/ENG-1",
            Credential = site.IsCloud ? Credential.ApiToken("bob@example.com", "bob-token") : Credential.PersonalAccessToken("bob-pat"),
        };

        using AtlassianConnection connection = await AtlassianConnection.OpenAsync(options, TestEgress.Inputs(network: site.Jira.Server.CreateHandler()), Token);

        Assert.Equal((deployment, site.Jira.Origin), (connection.Site.Deployment, connection.Site.BaseUrl.AbsoluteUri.TrimEnd('/')));
        Assert.Equal("Bob", (await new JiraClient(connection).GetCurrentUserAsync(Token)).DisplayName.Split(' ')[0]);
    }

    [Fact(Timeout = 20000)]
    public async Task What_is_no_Jira_is_said_so()
    {
        await using StubSite stub = await StubSite.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        var options = new SiteOptions { Product = AtlassianProduct.Jira, Url = stub.Url.ToString(), Credential = Credential.PersonalAccessToken("x") };

        AtlassianException fault = await Assert.ThrowsAsync<AtlassianException>(() => AtlassianConnection.OpenAsync(options, TestEgress.Inputs(), Token));

        Assert.Equal(AtlassianErrorKind.ServerError, fault.Kind);
        Assert.Contains("does not answer like Jira (status 404)", fault.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_query_is_read_to_its_end(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string[] keys = [.. Enumerable.Range(0, 120).Select(i => site.AddIssue(summary: $"Issue {i}"))];

        var found = new List<string>();
        await foreach (Issue issue in site.Client().EnumerateIssuesAsync("project = ENG ORDER BY key ASC", ["summary"], Token))
            found.Add(issue.Key.ToString());

        Assert.Equal(keys, found);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_refusal_tells_each_field_at_fault(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();

        AtlassianException fault = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().UpdateIssueAsync(
            IssueKey.Parse(key), new IssueWrite(new Dictionary<string, FieldValue> { ["summary"] = new FieldValue.Text(new string('x', 300)), ["duedate"] = new FieldValue.Text("soon") }), Token));

        Assert.Equal((AtlassianErrorKind.InvalidRequest, AtlassianProduct.Jira, 400), (fault.Kind, fault.Product, fault.Status));
        Assert.Contains("summary", fault.FieldErrors.Keys);
        Assert.Contains(fault.FieldErrors["summary"], fault.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Parts_are_changed_people_assigned_and_issues_deleted(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        IssueKey key = IssueKey.Parse(site.AddIssue());
        JiraClient alice = site.Client("alice");
        JiraUser bob = Assert.Single(await alice.FindAssignableUsersAsync(key.Project, "bob", 10, Token));

        await alice.UpdateIssueAsync(key, new IssueWrite(
            new Dictionary<string, FieldValue>(), [new FieldOperation("labels", "add", new FieldValue.Text("wet")), new FieldOperation("labels", "add", new FieldValue.Text("cold"))]), Token);
        await alice.AssignIssueAsync(key, bob.Id, Token);
        Issue issue = await alice.GetIssueAsync(key, ["labels", "assignee"], withChanges: true, Token);
        await alice.AssignIssueAsync(key, null, Token);
        Issue unassigned = await alice.GetIssueAsync(key, ["assignee"], withChanges: false, Token);
        await alice.DeleteIssueAsync(key, withSubtasks: false, Token);
        AtlassianException gone = await Assert.ThrowsAsync<AtlassianException>(() => alice.GetIssueAsync(key, null, withChanges: false, Token));

        Assert.Equal(["wet", "cold"], issue.Field("labels")!.Value.EnumerateArray().Select(label => label.GetString()));
        Assert.Equal(bob.DisplayName, issue.Field("assignee")!.Value.GetProperty("displayName").GetString());
        Assert.Contains(issue.Changes!.SelectMany(change => change.Items), item => item.Field == "assignee");
        Assert.Null(unassigned.Field("assignee"));
        Assert.Equal(AtlassianErrorKind.ResourceNotFound, gone.Kind);
    }

    [Fact(Timeout = 20000)]
    public async Task The_sprints_of_all_boards_of_a_project_are_told_once()
    {
        await using StubSite stub = await StubSite.StartAsync(context => context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/rest/agile/1.0/board" => """{"values":[{"id":1,"type":"scrum"},{"id":2,"type":"scrum"}]}""",
            "/rest/agile/1.0/board/1/sprint" => """{"values":[{"id":7,"name":"Sprint 7","state":"active"}]}""",
            _ => """{"values":[{"id":7,"name":"Sprint 7","state":"active"},{"id":8,"name":"Sprint 8","state":"future"}]}""",
        }));
        var options = new SiteOptions { Product = AtlassianProduct.Jira, Url = stub.Url.ToString(), Credential = Credential.PersonalAccessToken("x") };
        using var connection = new AtlassianConnection(new Site("default", new Uri(stub.Url.ToString()), Deployment.DataCenter), options, TestEgress.Inputs());

        IReadOnlyList<Sprint> sprints = await new JiraClient(connection).ListSprintsAsync(ProjectKey.Parse("ENG"), Token);

        Assert.Equal([(7, "Sprint 7"), (8, "Sprint 8")], sprints.Select(sprint => (sprint.Id, sprint.Name)));
    }

    [Fact(Timeout = 20000)]
    public async Task Worklogs_are_told_page_by_page_by_a_site_that_always_gives_all_of_them()
    {
        await using StubSite stub = await StubSite.StartAsync(context => context.Response.WriteAsync(
            $$"""{"startAt":0,"maxResults":5,"total":5,"worklogs":[{{string.Join(',', Enumerable.Range(1, 5).Select(id => $$"""{"id":"{{id}}","timeSpent":"1h","timeSpentSeconds":3600,"comment":""}"""))}}]}"""));
        var options = new SiteOptions { Product = AtlassianProduct.Jira, Url = stub.Url.ToString(), Credential = Credential.PersonalAccessToken("x") };
        using var connection = new AtlassianConnection(new Site("default", new Uri(stub.Url.ToString()), Deployment.DataCenter), options, TestEgress.Inputs());
        var jira = new JiraClient(connection);

        WorklogList first = await jira.ListWorklogsAsync(IssueKey.Parse("ENG-1"), 0, 3, Token), second = await jira.ListWorklogsAsync(IssueKey.Parse("ENG-1"), 3, 3, Token);

        Assert.Equal(["1", "2", "3", "4", "5"], first.Items.Concat(second.Items).Select(worklog => worklog.Id));
        Assert.Equal((5, 5), (first.Total, second.Total));
        Assert.Null(first.Items[0].Comment);
    }

    [Fact(Timeout = 20000)]
    public async Task Who_may_not_see_the_roles_of_a_project_learns_no_wrong_ones()
    {
        await using StubSite stub = await StubSite.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            return context.Response.WriteAsync("""{"errorMessages":["No."],"errors":{}}""");
        });
        var options = new SiteOptions { Product = AtlassianProduct.Jira, Url = stub.Url.ToString(), Credential = Credential.PersonalAccessToken("x") };
        using var connection = new AtlassianConnection(new Site("default", new Uri(stub.Url.ToString()), Deployment.DataCenter), options, TestEgress.Inputs());

        Assert.Null(await new JiraClient(connection).ListRolesAsync(ProjectKey.Parse("ENG"), Token));
    }

    // Data Center refuses some requests of service desks without it.
    [Fact(Timeout = 20000)]
    public async Task Service_desks_are_asked_as_by_one_who_knows_that_their_API_is_not_settled()
    {
        var asked = new List<(string?, string)>();
        await using StubSite stub = await StubSite.StartAsync(context =>
        {
            asked.Add((context.Request.Path.Value, context.Request.Headers["X-ExperimentalApi"].ToString()));
            return context.Response.WriteAsync(asked.Count == 1 ? """{"values":[{"id":7,"projectKey":"SUP","projectName":"Support"}],"isLastPage":false}""" : asked.Count == 2 ? """{"values":[],"isLastPage":true}""" : """{"id":1}""");
        });
        var options = new SiteOptions { Product = AtlassianProduct.Jira, Url = stub.Url.ToString(), Credential = Credential.PersonalAccessToken("x") };
        using var connection = new AtlassianConnection(new Site("default", new Uri(stub.Url.ToString()), Deployment.DataCenter), options, TestEgress.Inputs());
        var client = new JiraClient(connection);

        ServiceDesk desk = Assert.Single(await client.ListServiceDesksAsync(Token));
        await client.GetBoardAsync(1, Token);

        Assert.Equal(("7", "SUP", "Support"), (desk.Id, desk.Project.ToString(), desk.Name));
        Assert.Equal([("/rest/servicedeskapi/servicedesk", "opt-in"), ("/rest/servicedeskapi/servicedesk", "opt-in"), ("/rest/agile/1.0/board/1", "")], asked);
    }

    [Theory]
    [InlineData("https://x.atlassian.net/wiki/spaces/ENG", "https://x.atlassian.net/", Deployment.Cloud)]
    [InlineData("x.atlassian.net/jira/software/projects/ENG", "https://x.atlassian.net/", Deployment.Cloud)]
    [InlineData("https://api.atlassian.com/ex/jira/1-2", "https://api.atlassian.com/ex/jira/1-2", Deployment.Cloud)]
    [InlineData("https://tracker.example.com/jira/browse/ENG-1", "https://tracker.example.com/jira", Deployment.DataCenter)]
    [InlineData("https://jira.example.com/secure/Dashboard.jspa", "https://jira.example.com/", null)]
    public void An_address_of_Jira_is_brought_to_its_root(string text, string root, Deployment? deployment)
    {
        SiteAddress address = SiteAddress.Parse(text, AtlassianProduct.Jira);

        Assert.Equal((root, deployment), (address.BaseUrl.AbsoluteUri, address.Deployment));
    }

    [Theory]
    [InlineData("eng-12", "ENG-12")]
    [InlineData("A_1-1", "A_1-1")]
    [InlineData("ENG", null)]
    [InlineData("ENG-", null)]
    [InlineData("1NG-1", null)]
    [InlineData("ENG-1/comment", null)]
    [InlineData("", null)]
    public void The_key_of_an_issue_is_known_from_anything_else(string text, string? key) =>
        Assert.Equal(key, IssueKey.TryParse(text, out IssueKey parsed) ? parsed.ToString() : null);

    [Fact]
    public void A_value_takes_the_shape_of_its_deployment()
    {
        Assert.Equal("""{"accountId":"a1"}""", Json(new FieldValue.User("a1"), Deployment.Cloud));
        Assert.Equal("""{"name":"bob"}""", Json(new FieldValue.User("bob"), Deployment.DataCenter));
        Assert.Equal("""[{"id":"1","child":{"id":"2"}},null,3.5]""", Json(new FieldValue.List([new FieldValue.Choice("1", "2"), new FieldValue.None(), new FieldValue.Number(3.5m)]), Deployment.Cloud));
    }

    private static string Json(FieldValue value, Deployment deployment)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            value.Write(json, deployment);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
