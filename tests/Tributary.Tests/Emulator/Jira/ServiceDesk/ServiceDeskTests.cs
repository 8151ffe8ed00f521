using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Jira.ServiceDesk;

/// <summary>On the demo's service desk, where bob is an agent and diana a customer.</summary>
public sealed class ServiceDeskTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Desks_have_request_types_with_fields(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply desks = await site.GetAsync(At(site, "/servicedesk"), "diana");
        Reply types = await site.GetAsync(At(site, "/servicedesk/1/requesttype?limit=2"), "diana");
        Reply fields = await site.GetAsync(At(site, "/servicedesk/1/requesttype/1/field"), "diana");
        Reply none = await site.GetAsync(At(site, "/servicedesk/9"), "diana");

        Assert.Equal(["SUP"], desks.Json["values"].Each("projectKey"));
        Assert.Equal(["Report a problem", "Ask a question"], types.Json["values"].Each("name"));
        Assert.Equal((2, false), ((int)types.Json["size"]!, (bool)types.Json["isLastPage"]!));
        Assert.Equal(["summary", "description"], fields.Json["requestTypeFields"].Each("fieldId"));
        Assert.Equal((404, "Service Desk with ID 9 does not exist."), (none.Status, (string)none.Json["errorMessage"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Queues_are_for_agents(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply queues = await site.GetAsync(At(site, "/servicedesk/1/queue?includeCount=true"));
        Reply unassigned = await site.GetAsync(At(site, "/servicedesk/1/queue/2/issue"));

        Assert.Equal(["All open", "Unassigned", "Incidents", "Waiting for customer"], queues.Json["values"].Each("name"));
        Assert.Equal(["8", "4", "4", "1"], queues.Json["values"].Each("issueCount"));
        Assert.Equal(["SUP-8", "SUP-10", "SUP-11", "SUP-12"], unassigned.Json["values"].Each("key"));
        Assert.Equal(403, (await site.GetAsync(At(site, "/servicedesk/1/queue"), "diana")).Status);
        Assert.Equal(404, (await site.GetAsync(At(site, "/servicedesk/1/queue/9"))).Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_customer_asks_and_reads_the_answer_that_is_meant_for_customers(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply made = await site.PostAsync(At(site, "/request"), Request("2", "When is low water?"), "diana");
        string request = At(site, $"/request/{made.Json["issueKey"]}");
        Reply inside = await site.PostAsync($"{request}/comment", new JsonObject { ["body"] = "She asks often.", ["public"] = false });
        Reply answer = await site.PostAsync($"{request}/comment", new JsonObject { ["body"] = "At noon.", ["public"] = true });
        Reply seen = await site.GetAsync($"{request}/comment", "diana");
        Reply read = await site.GetAsync(request, "diana");
        Reply issue = await site.GetAsync("/issue/SUP-13");

        Assert.Equal((201, "SUP-13"), (made.Status, (string)made.Json["issueKey"]!));
        Assert.Equal((201, 201), (inside.Status, answer.Status));
        Assert.Equal(["At noon."], seen.Json["values"].Each("body"));
        Assert.Equal(("Open", "NEW"), ((string)read.Json["currentStatus"]!["status"]!, (string)read.Json["currentStatus"]!["statusCategory"]!));
        Assert.Equal("Only *two* lines.", (string)read.Json["requestFieldValues"]![1]!["value"]!);
        Assert.Equal(("Diana", "Service Request"), ((string)issue.Field("reporter")["displayName"]!, (string)issue.Field("issuetype")["name"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_request_that_is_wrong_is_refused(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Assert.Equal(400, (await site.PostAsync(At(site, "/request"), Request("2", " "), "diana")).Status);
        Assert.Equal(404, (await site.PostAsync(At(site, "/request"), Request("9", "x"), "diana")).Status);
        JsonObject unknown = Request("2", "x");
        unknown["requestFieldValues"]!["colour"] = "blue";
        Assert.Equal("The field 'colour' is not part of the request type 'Ask a question'.", (string)(await site.PostAsync(At(site, "/request"), unknown, "diana")).Json["errorMessage"]!);
        JsonObject forOther = Request("2", "x");
        forOther["raiseOnBehalfOf"] = site.IsCloud ? site.User("charlie").AccountId : "charlie";
        Assert.Equal(403, (await site.PostAsync(At(site, "/request"), forOther, "diana")).Status);
        Assert.Equal(404, (await site.GetAsync(At(site, "/request/SUP-99"), "diana")).Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task What_was_promised_is_counted(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply kept = await site.GetAsync(At(site, "/request/SUP-1/sla"));
        Reply running = await site.GetAsync(At(site, "/request/SUP-8/sla/2"));

        Assert.Equal(["Time to first response", "Time to resolution"], kept.Json["values"].Each("name"));
        Assert.Equal((false, 6 * 60 * 1000), ((bool)kept.Json["values"]![0]!["completedCycles"]![0]!["breached"]!, (int)kept.Json["values"]![0]!["completedCycles"]![0]!["elapsedTime"]!["millis"]!));
        Assert.True((bool)running.Json["ongoingCycle"]!["breached"]!);
        Assert.Equal(403, (await site.GetAsync(At(site, "/request/SUP-2/sla"), "diana")).Status);
        Assert.Equal(["Resolved", "Waiting for customer", "Open"], (await site.GetAsync(At(site, "/request/SUP-2/status"), "diana")).Json["values"].Each("status"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task One_lists_ones_own_requests(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Assert.Equal(["SUP-12", "SUP-10", "SUP-9", "SUP-6"], (await site.GetAsync(At(site, "/request?requestStatus=OPEN_REQUESTS"), "diana")).Json["values"].Each("issueKey"));
    }

    private static JsonObject Request(string typeId, string summary) => new()
    {
        ["serviceDeskId"] = "1",
        ["requestTypeId"] = typeId,
        ["requestFieldValues"] = new JsonObject { ["summary"] = summary, ["description"] = "Only *two* lines." },
    };

    private static string At(JiraSite site, string path) => $"{site.Origin}/rest/servicedeskapi{path}";
}
