using System.Net.Http.Headers;
using Tributary.Emulator.Faults;
using Tributary.Emulator.Hosting;

namespace Tributary.Tests.Emulator.Jira;

public sealed class DoorTests
{
    [Fact(Timeout = 10000)]
    public async Task Cloud_answers_a_wrong_credential_in_plain_text()
    {
        await using JiraSite site = await JiraSite.StartAsync();

        Reply reply = await SendAsync(site, "/myself", TeamSite.Basic("bob@example.com", "wrong"));

        Assert.Equal((401, "Client must be authenticated to access this resource."), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_answers_a_wrong_credential_with_a_page_for_browsers()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.DataCenter);

        Reply reply = await SendAsync(site, "/myself", TeamSite.Basic("bob", "wrong"));

        Assert.Equal((401, "AUTHENTICATED_FAILED"), (reply.Status, reply.Header("X-Seraph-LoginReason")));
        Assert.Equal("anonymous", reply.Header("X-AUSERNAME"));
        Assert.StartsWith("<html>", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, """{"message":"Client must be authenticated to access this resource.","status-code":401}""")]
    [InlineData(Api.DataCenter, """{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}""")]
    public async Task Nobody_is_let_in_without_a_credential_but_for_the_server_s_own_facts(Api api, string refusal)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply myself = await SendAsync(site, "/myself", null);
        Reply facts = await SendAsync(site, "/serverInfo", null);

        Assert.Equal((401, refusal), (myself.Status, myself.Text));
        Assert.Equal((200, site.IsCloud ? "Cloud" : "Server"), (facts.Status, (string)facts.Json["deploymentType"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task The_gateway_takes_tokens_with_scopes_and_answers_with_addresses_behind_it()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();
        var token = new AuthenticationHeaderValue("Bearer", "bob-oauth");

        Reply issue = await SendAsync(site, site.Server.JiraGatewayUrl + "/rest/api/3/issue/ENG-1", token);
        Reply atTheSite = await SendAsync(site, "/issue/ENG-1", token);
        Reply wrongSite = await SendAsync(site, $"{site.Origin}/ex/jira/0000/rest/api/3/issue/ENG-1", token);
        Reply wrongProduct = await SendAsync(site, $"{site.Origin}/ex/confluence/{Site.CloudId}/rest/api/3/issue/ENG-1", token);

        Assert.Equal((200, 401, 404, 404), (issue.Status, atTheSite.Status, wrongSite.Status, wrongProduct.Status));
        Assert.StartsWith($"{site.Origin}/ex/jira/{Site.CloudId}/rest/api/3/issue/", (string)issue.Json["self"]!, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_token_that_reads_only_may_still_ask_with_post()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();
        AuthenticationHeaderValue reads = TeamSite.Basic("bob@example.com", "bob-scoped-read");
        string gateway = $"{site.Origin}/ex/jira/{Site.CloudId}/rest/api/3";

        Reply asked = await SendAsync(site, gateway + "/issue/bulkfetch", reads, new StringContent("""{"issueIdsOrKeys":["ENG-1"]}"""));
        Reply written = await SendAsync(site, gateway + "/issue", reads, new StringContent("{}"));

        Assert.Equal(200, asked.Status);
        Assert.Equal((401, """{"code":401,"message":"Unauthorized; scope does not match"}"""), (written.Status, written.Text));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_unknown_address_is_answered_404_as_json(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/nothing/here");

        Assert.Equal((404, 404), (reply.Status, (int)reply.Json["status-code"]!));
    }

    [Theory(Timeout = 10000)]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"fields":{},"fields":{}}""")]
    [InlineData("""{"fields":{"summary":"\ud800"}}""")]
    public async Task A_body_that_is_no_json_object_is_an_invalid_payload(string body)
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);

            Reply reply = await site.SendAsync(HttpMethod.Post, "/issue", "bob", new StringContent(body));

            Assert.Equal((400, """{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."],"errors":{}}"""), (reply.Status, reply.Text));
        }
    }

    [Fact(Timeout = 10000)]
    public async Task The_latest_version_of_data_center_is_its_second()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.DataCenter);

        Reply reply = await site.GetAsync(site.Origin + "/rest/api/latest/myself");

        Assert.Equal((200, "bob"), (reply.Status, (string)reply.Json["name"]!));
        Assert.Contains("/rest/api/2/user", (string)reply.Json["self"]!, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData("/rest/api/3/myself")]
    [InlineData("/ex/jira/" + Site.CloudId + "/rest/api/3/myself")]
    public async Task A_limit_of_rates_names_jira_as_its_reason(string path)
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.Server.Faults.Add(new FaultRule(FaultKind.Status, Status: 429));

        Reply reply = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, site.Origin + path));

        Assert.Equal((429, "jira-burst-based"), (reply.Status, reply.Header("RateLimit-Reason")));
    }

    private static Task<Reply> SendAsync(JiraSite site, string path, AuthenticationHeaderValue? credential, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path.StartsWith("http", StringComparison.Ordinal) ? path : site.BaseUrl + path) { Content = body };
        request.Headers.Authorization = credential;
        return site.SendAsync(request);
    }
}
