using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary><c>/search</c>, <c>/content/search</c> and <c>/search/user</c>.</summary>
public sealed class SearchTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_result_names_its_content_its_place_and_the_words_found(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Ferries", "<p>The last ferry leaves at noon.</p>");

        Reply reply = await site.GetAsync("/rest/api/search?cql=" + Uri.EscapeDataString("type = page and text ~ \"noon\"") + "&expand=content.version");

        JsonNode found = reply.Json["results"]![0]!;
        Assert.Equal((1, 1), ((int)reply.Json["totalSize"]!, (int)reply.Json["size"]!));
        Assert.Equal("type = page and text ~ \"noon\"", (string)reply.Json["cqlQuery"]!);
        Assert.Equal((page.Id, "Ferries", 1), ((string)found["content"]!["id"]!, (string)found["title"]!, (int)found["content"]!["version"]!["number"]!));
        Assert.Equal("The last ferry leaves at @@@hl@@@noon@@@endhl@@@.", (string)found["excerpt"]!);
        Assert.Equal((string)found["content"]!["_links"]!["webui"]!, (string)found["url"]!);
        Assert.Equal("Team", (string)found["resultGlobalContainer"]!["title"]!);
        Assert.Equal("content", (string)found["entityType"]!);
        Assert.Equal(deployment == EmulatedDeployment.Cloud, reply.Json["archivedResultCount"] is not null);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task What_one_may_not_see_is_not_found(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        site.AddPage("Plan");

        Reply reader = await site.GetAsync("/rest/api/content/search?cql=title=Plan", "charlie");
        Reply outsider = await site.GetAsync("/rest/api/content/search?cql=title=Plan", "diana");
        Reply site2 = await site.GetAsync("/rest/api/search?cql=title=Plan", "diana");

        Assert.Equal(["Plan"], reader.Each("title"));
        Assert.Equal(0, (int)outsider.Json["size"]!);
        Assert.Equal(0, (int)site2.Json["totalSize"]!);
    }

    [Theory(Timeout = 10000)]
    [InlineData("type = = page", "Could not parse cql : ")]
    [InlineData("text ~", "Could not parse cql : ")]
    [InlineData("colour = red", "Could not parse cql : Unsupported CQL field 'colour' for this resource")]
    public async Task A_query_that_cannot_be_read_is_refused(string cql, string message)
    {
        await using TeamSite cloud = await TeamSite.StartAsync();
        await using TeamSite dataCenter = await TeamSite.StartDataCenterAsync();
        string path = "/rest/api/search?cql=" + Uri.EscapeDataString(cql);

        Reply onCloud = await cloud.GetAsync(path);
        Reply onDataCenter = await dataCenter.GetAsync(path);

        Assert.Equal((400, 400), (onCloud.Status, onDataCenter.Status));
        Assert.StartsWith("com.atlassian.confluence.api.service.exceptions.BadRequestException: " + message, (string)onCloud.Json["message"]!, StringComparison.Ordinal);
        Assert.StartsWith(message, (string)onDataCenter.Json["message"]!, StringComparison.Ordinal);
        Assert.Equal(V1Site.BadRequest(EmulatedDeployment.DataCenter, (string)onDataCenter.Json["message"]!), onDataCenter.Text);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_search_without_a_query_is_refused(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply reply = await site.GetAsync("/rest/api/content/search");

        Assert.Equal((400, V1Site.BadRequest(deployment, "Query cannot be null or empty")), (reply.Status, reply.Text));
    }

    [Theory(Timeout = 10000)]
    [InlineData("/rest/api/search")]
    [InlineData("/rest/api/content/search")]
    public async Task Cloud_pages_by_cursor(string path)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        for (int number = 1; number <= 5; number++) site.AddPage($"Page {number}");
        string query = path + "?cql=" + Uri.EscapeDataString("title ~ \"Page*\" order by title") + "&excerpt=none&limit=2";

        Reply first = await site.GetAsync(query);
        Reply second = await site.GetAsync((string)first.Json["_links"]!["next"]!);
        Reply last = await site.GetAsync((string)second.Json["_links"]!["next"]!);
        Reply back = await site.GetAsync((string)last.Json["_links"]!["prev"]!);

        Assert.StartsWith(path + "?", (string)first.Json["_links"]!["next"]!, StringComparison.Ordinal);
        Assert.Contains("cursor=", (string)first.Json["_links"]!["next"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("start=", (string)first.Json["_links"]!["next"]!, StringComparison.Ordinal);
        Assert.Equal(["Page 1", "Page 2", "Page 3", "Page 4", "Page 5"], [.. first.Each("title"), .. second.Each("title"), .. last.Each("title")]);
        Assert.Null(last.Json["_links"]!["next"]);
        Assert.Equal(second.Each("title"), back.Each("title"));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_pages_by_start()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        for (int number = 1; number <= 3; number++) site.AddPage($"Page {number}");
        string cql = Uri.EscapeDataString("title ~ \"Page*\" order by title");

        Reply first = await site.GetAsync($"/rest/api/search?cql={cql}&excerpt=none&limit=2");
        Reply second = await site.GetAsync((string)first.Json["_links"]!["next"]!);

        Assert.Equal($"/rest/api/search?cql={cql}&excerpt=none&limit=2&start=2", (string)first.Json["_links"]!["next"]!);
        Assert.Equal(["Page 3"], second.Each("title"));
        Assert.Equal((2, 3), ((int)second.Json["start"]!, (int)second.Json["totalSize"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task A_cursor_that_the_site_did_not_give_is_refused()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.GetAsync("/rest/api/search?cql=type=page&cursor=mine");

        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.Cloud, "Invalid cursor")), (reply.Status, reply.Text));
    }

    [Theory(Timeout = 10000)]
    [InlineData("/rest/api/search?expand=content.body.storage")]
    [InlineData("/rest/api/content/search?expand=body.storage")]
    public async Task With_bodies_a_search_gives_50_at_most(string path)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        for (int number = 1; number <= 55; number++) site.AddPage($"Page {number}");

        Reply reply = await site.GetAsync($"{path}&limit=200&cql=type=page");

        Assert.Equal((50, 50), ((int)reply.Json["limit"]!, (int)reply.Json["size"]!));
        Assert.NotNull(reply.Json["_links"]!["next"]);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_limit_of_nothing_only_counts(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        site.AddPage("Plan");

        Reply reply = await site.GetAsync("/rest/api/search?cql=title=Plan&limit=0");

        Assert.Equal((0, 1), ((int)reply.Json["size"]!, (int)reply.Json["totalSize"]!));
        Assert.Null(reply.Json["_links"]!["next"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("highlight", "@@@hl@@@noon@@@endhl@@@ &amp; later")]
    [InlineData("highlight_unescaped", "@@@hl@@@noon@@@endhl@@@ & later")]
    [InlineData("indexed_unescaped", "noon & later")]
    [InlineData("none", "")]
    public async Task An_excerpt_is_marked_as_asked(string strategy, string excerpt)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.AddPage("Ferries", "<p>noon &amp; later</p>");

        Reply reply = await site.GetAsync($"/rest/api/search?cql=text~noon&excerpt={strategy}");

        Assert.Equal(excerpt, (string)reply.Json["results"]![0]!["excerpt"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task People_are_found_by_their_names_on_cloud()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.GetAsync("/rest/api/search/user?cql=" + Uri.EscapeDataString("user.fullname ~ \"Bob\""));

        Assert.Equal(site.User("bob").AccountId, (string)reply.Json["results"]![0]!["user"]!["accountId"]!);
        Assert.Equal(1, (int)reply.Json["totalSize"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_context_gives_the_query_its_current_space()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.AddPage("Plan");
        string context = Uri.EscapeDataString("""{"spaceKey":"TEAM"}""");

        Reply found = await site.GetAsync($"/rest/api/content/search?cql={Uri.EscapeDataString("title = Plan and space = currentSpace()")}&cqlcontext={context}");
        Reply broken = await site.GetAsync("/rest/api/content/search?cql=type=page&cqlcontext={");

        Assert.Equal(["Plan"], found.Each("title"));
        Assert.Equal(400, broken.Status);
    }
}
