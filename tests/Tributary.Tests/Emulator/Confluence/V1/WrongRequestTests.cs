using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Requests that are no requests, and addresses that lead nowhere.</summary>
public sealed class WrongRequestTests
{
    [Theory(Timeout = 10000)]
    [InlineData("{\"name\":")]
    [InlineData("\"name\"")]
    [InlineData("")]
    public async Task A_body_that_is_not_the_json_asked_for_is_refused(string body)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        Reply reply = await site.SendAsync(HttpMethod.Post, "/rest/api/space", "alice", content);

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("com.atlassian.confluence.api.service.exceptions.BadRequestException: ", (string)reply.Json["message"]!, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task An_id_that_is_no_number_is_refused(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply reply = await site.GetAsync("/rest/api/content/Docs/restriction");

        Assert.Equal((400, V1Site.BadRequest(deployment, "Provided value {Docs} for 'id' is not the correct type. Expected type is long.")), (reply.Status, reply.Text));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task An_address_that_leads_nowhere_is_answered_404(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply reply = await site.GetAsync("/rest/api/nothing");

        string path = deployment == EmulatedDeployment.Cloud ? "/wiki/rest/api/nothing" : "/rest/api/nothing";
        Assert.Equal((404, $$"""{"statusCode":404,"message":"null for uri: {{path}}"}"""), (reply.Status, reply.Text));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_method_that_an_address_does_not_have_is_not_taken(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply reply = await site.SendAsync(HttpMethod.Delete, "/rest/api/user/current", "alice");

        Assert.Equal(405, reply.Status);
    }
}
