using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>The rows of v1 that Cloud has given up: gone, gone through the gateway alone, or alive with a warning.</summary>
public sealed class RemovedFromCloudTests
{
    private const string Gone = "This deprecated endpoint has been removed.";

    [Theory(Timeout = 10000)]
    [InlineData("GET", "/content")]
    [InlineData("POST", "/content")]
    [InlineData("GET", "/content/{id}")]
    [InlineData("PUT", "/content/{id}")]
    [InlineData("DELETE", "/content/{id}")]
    [InlineData("GET", "/content/{id}/history")]
    [InlineData("GET", "/content/{id}/version")]
    [InlineData("GET", "/content/{id}/version/1")]
    [InlineData("GET", "/content/{id}/child")]
    [InlineData("GET", "/content/{id}/child/page")]
    [InlineData("GET", "/content/{id}/child/attachment")]
    [InlineData("GET", "/content/{id}/child/comment")]
    [InlineData("GET", "/content/{id}/label")]
    [InlineData("GET", "/content/{id}/property")]
    [InlineData("POST", "/content/{id}/property")]
    [InlineData("PUT", "/content/{id}/property/key")]
    [InlineData("GET", "/space")]
    [InlineData("GET", "/space/TEAM")]
    [InlineData("GET", "/space/TEAM/content")]
    [InlineData("GET", "/inlinetasks/search")]
    public async Task They_are_answered_410(string method, string path)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string address = "/rest/api" + path.Replace("{id}", site.Space.HomepageId, StringComparison.Ordinal);

        Reply reply = await site.SendAsync(new HttpMethod(method), address, "alice", method is "GET" or "DELETE" ? null : JsonContent.Create(V1Site.Page("New")));

        Assert.Equal((410, V1Site.Refusal(EmulatedDeployment.Cloud, 410, "GoneException", "Gone", Gone)), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_removed_write_changes_nothing()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        await site.DeleteAsync($"/rest/api/content/{page.Id}");

        Assert.Equal(ContentStatus.Current, page.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task They_may_be_gone_through_the_gateway_alone()
    {
        await using TeamSite site = await V1Site.StartOldCloudAsync(LegacyV1.BasicOnly);
        string path = $"/rest/api/content/{site.Space.HomepageId}";
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Server.GatewayUrl + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "alice-oauth");

        Reply atTheSite = await site.GetAsync(path);
        Reply atTheGateway = await site.SendAsync(request);

        Assert.Equal((200, 410), (atTheSite.Status, atTheGateway.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task Where_they_are_alive_their_answers_say_that_they_are_deprecated()
    {
        await using TeamSite site = await V1Site.StartOldCloudAsync();

        Reply reply = await site.PostAsync("/rest/api/content", V1Site.Page("Plan"), "bob");

        Assert.Equal(200, reply.Status);
        Assert.Equal("Wed, 1 Mar 2023 00:00:00 GMT", reply.Header("deprecation"));
        Assert.Equal("<https://developer.atlassian.com/cloud/confluence/changelog/#CHANGE-864>; rel=\"deprecation\"", reply.Header("link"));
        Assert.Equal(site.User("bob").AccountId, (string)reply.Json["version"]!["by"]!["accountId"]!);
        Assert.Null(reply.Json["version"]!["by"]!["username"]);
    }

    [Fact(Timeout = 10000)]
    public async Task Inline_tasks_are_searched_and_ticked_where_they_are_alive()
    {
        await using TeamSite site = await V1Site.StartOldCloudAsync();
        Content page = site.AddPage("Tasks", TaskTests.TwoTasks);

        Reply open = await site.GetAsync($"/rest/api/inlinetasks/search?spaceKey=TEAM&pageId={page.Id}&status=unchecked");
        Reply ticked = await site.PutAsync($"/rest/api/inlinetasks/{open.Json["results"]![0]!["globalId"]}", new JsonObject { ["status"] = "checked" });
        Reply left = await site.GetAsync("/rest/api/inlinetasks/search?status=unchecked");

        Assert.Equal(["1", "2"], open.Each("id"));
        Assert.Equal((200, "checked"), (ticked.Status, (string)ticked.Json["status"]!));
        Assert.Equal(["2"], left.Each("id"));
    }

    [Fact(Timeout = 10000)]
    public async Task Descendants_are_deprecated_and_still_there()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply reply = await site.GetAsync($"/rest/api/content/{site.Space.HomepageId}/descendant/page");

        Assert.Equal((200, "Wed, 1 Mar 2023 00:00:00 GMT"), (reply.Status, reply.Header("deprecation")));
        Assert.Equal([page.Id], reply.Each("id"));
    }
}
