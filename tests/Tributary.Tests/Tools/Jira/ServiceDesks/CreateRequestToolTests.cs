using Tributary.Atlassian;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira.ServiceDesks;

public sealed class CreateRequestToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_request_goes_by_names_and_can_be_for_a_customer(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply created = (await bob.CallAsync("jira_create_request",
            ("desk", "Support"), ("request_type", "get a machine"), ("summary", "A fan"), ("description", "It must **hum**."), ("on_behalf_of", "charlie@example.com"),
            ("fields", new Dictionary<string, object> { ["severity"] = "Major", ["Due date"] = "2027-01-31", ["Environments"] = new[] { "Staging" } }))).Succeeded();

        string key = created["key"]!;
        Assert.Equal("SUP-1", key);
        Assert.Equal($"Created SUP-1. People set: {site.Jira.User("charlie").DisplayName} ({(site.IsCloud ? site.Jira.User("charlie").AccountId : "charlie")}). Its status is \"Open\". {site.Jira.Origin}/browse/SUP-1 Its customer sees it at {created["portal_url"]}", created.Text);
        Assert.Equal(site.Jira.User("charlie").AccountId, site.Text(key, "reporter"));
        Assert.Equal(("10101", "2027-01-31"), (site.Text(key, JiraCatalog.Severity), site.Text(key, "duedate")));
        Assert.Contains(site.IsCloud ? "\"strong\"" : "*hum*", site.Text(key, "description"), StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_wrong_is_answered_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser charlie = await site.ConnectAsync("charlie");
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("ENG"));

        Reply form = (await bob.CallAsync("jira_find_fields", ("project_key", "SUP"), ("request_type", "get a machine"), ("query", "se"))).Succeeded();
        Reply noForm = await bob.CallAsync("jira_find_fields", ("project_key", "SUP"), ("request_type", "Get a machin"));
        Reply noDesk = await bob.CallAsync("jira_create_request", ("desk", "SUPP"), ("request_type", "Ask"), ("summary", "x"));
        Reply noType = await bob.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Get a machin"), ("summary", "x"));
        Reply wrongFields = await bob.CallAsync("jira_create_request",
            ("desk", "SUP"), ("request_type", "Get a machine"), ("summary", "x"), ("on_behalf_of", "nobody@example.com"),
            ("fields", new Dictionary<string, object> { ["Severty"] = "Major", ["Severity"] = "Mayor", ["Due date"] = "soon" }));
        Reply noField = await bob.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask"), ("summary", "x"), ("description", "y"));
        Reply notForOthers = await charlie.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask"), ("summary", "x"), ("on_behalf_of", "bob@example.com"));
        Reply closed = await inside.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask"), ("summary", "x"));
        Reply dry = (await bob.CallAsync("jira_create_request", ("desk", "SUP"), ("request_type", "Ask"), ("summary", "x"), ("dry_run", true))).Succeeded();

        Assert.Contains("Severity (customfield_10030, option): Critical, Major, Minor", form.Text, StringComparison.Ordinal);
        Assert.Contains("SUP has no request type \"Get a machin\". Did you mean \"Get a machine\"?", noForm.Text, StringComparison.Ordinal);
        Assert.Contains("SUP has no request type \"Get a machin\". Did you mean \"Get a machine\"?", noType.Text, StringComparison.Ordinal);
        Assert.Contains("\"Severty\" is no field of \"Get a machine\" of SUP. Did you mean \"Severity\"?", wrongFields.Text, StringComparison.Ordinal);
        Assert.Contains("\"Severity\" has no value \"Mayor\". Did you mean \"Major\"?", wrongFields.Text, StringComparison.Ordinal);
        Assert.Contains("\"Due date\" takes a date such as 2026-01-31, not \"soon\".", wrongFields.Text, StringComparison.Ordinal);
        Assert.Contains("`on_behalf_of` knows nobody \"nobody@example.com\"", wrongFields.Text, StringComparison.Ordinal);
        Assert.Contains("\"Description\" is no field of \"Ask\" of SUP. There is \"Summary\".", noField.Text, StringComparison.Ordinal);
        Assert.Contains("may create requests for itself alone", notForOthers.Text, StringComparison.Ordinal);
        Assert.All([noDesk, noType, wrongFields, noField, notForOthers], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Equal("not_allowed", closed.Code);
        Assert.StartsWith("Dry run", dry.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    private static async Task<TrackerSite> StartAsync(Deployment deployment)
    {
        TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.Jira.Wiki.Write(wiki =>
        {
            var desk = wiki.Jira.FindProject("SUP")!;
            wiki.Jira.AddRequestType(desk, "Get a machine", "", JiraCatalog.ServiceRequest, "summary", "description", JiraCatalog.Severity, "duedate", JiraCatalog.Environments);
            return wiki.Jira.AddRequestType(desk, "Ask", "", JiraCatalog.ServiceRequest, "summary");
        });
        return site;
    }
}
