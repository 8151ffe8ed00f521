using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira.Search;

public sealed class SearchTests
{
    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3)]
    [InlineData(Api.CloudV2)]
    public async Task On_cloud_pages_follow_each_other_by_token_and_hold_ids_alone_unless_asked(Api api)
    {
        await using JiraSite site = await WithIssuesAsync(api);

        Reply first = await site.GetAsync("/search/jql?jql=project%20%3D%20ENG%20ORDER%20BY%20key&maxResults=2");
        Reply second = await site.PostAsync("/search/jql", new JsonObject
        {
            ["jql"] = "project = ENG ORDER BY key",
            ["maxResults"] = 2,
            ["fields"] = new JsonArray("summary", "status"),
            ["nextPageToken"] = first.Json["nextPageToken"]!.DeepClone(),
        });

        Assert.Equal((200, false, 2), (first.Status, (bool)first.Json["isLast"]!, first.Json["issues"]!.AsArray().Count));
        Assert.Equal(["id"], first.Json["issues"]![0]!.AsObject().Select(member => member.Key));
        Assert.False(first.Json.AsObject().ContainsKey("total"));
        Assert.Equal((200, true), (second.Status, (bool)second.Json["isLast"]!));
        Assert.False(second.Json.AsObject().ContainsKey("nextPageToken"));
        Assert.Equal(["ENG-3"], second.Json["issues"].Each("key"));
        Assert.Equal(("Paint the hull", "To Do"), ((string)second.Json["issues"]![0]!["fields"]!["summary"]!, (string)second.Json["issues"]![0]!["fields"]!["status"]!["name"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Names_and_schema_stand_once_beside_the_issues()
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);

        Reply reply = await site.GetAsync("/search/jql?jql=key%20%3D%20ENG-1&fields=summary&expand=names,schema");

        Assert.Equal("Summary", (string)reply.Json["names"]!["summary"]!);
        Assert.Equal("string", (string)reply.Json["schema"]!["summary"]!["type"]!);
        Assert.Null(reply.Json["issues"]![0]!["names"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("", "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.")]
    [InlineData("ORDER BY created", "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.")]
    [InlineData("project = NOPE", "The value 'NOPE' does not exist for the field 'project'.")]
    [InlineData("project =", "Error in JQL Query: Expecting either a value, list or function before the end of the query.")]
    public async Task On_cloud_a_query_that_is_wrong_or_without_bounds_is_refused(string jql, string message)
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);

        Reply found = await site.GetAsync($"/search/jql?jql={Uri.EscapeDataString(jql)}");
        Reply counted = await site.PostAsync("/search/approximate-count", new JsonObject { ["jql"] = jql });

        Assert.Equal((400, message), (found.Status, found.Message()));
        Assert.Equal((400, message), (counted.Status, counted.Message()));
    }

    [Fact(Timeout = 10000)]
    public async Task A_token_of_another_query_is_refused()
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);
        Reply first = await site.GetAsync("/search/jql?jql=project%20%3D%20ENG&maxResults=1");

        Reply other = await site.GetAsync($"/search/jql?jql=project%20%3D%20SUP&nextPageToken={Uri.EscapeDataString((string)first.Json["nextPageToken"]!)}");
        Reply invented = await site.GetAsync("/search/jql?jql=project%20%3D%20ENG&nextPageToken=abc");

        Assert.Equal((400, 400), (other.Status, invented.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task On_cloud_the_old_search_is_gone()
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);

        Reply got = await site.GetAsync("/search?jql=project%20%3D%20ENG");
        Reply posted = await site.PostAsync("/search", new JsonObject { ["jql"] = "project = ENG" });

        Assert.Equal((410, 410), (got.Status, posted.Status));
        Assert.StartsWith("The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.", got.Message(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Issues_are_counted()
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);

        Reply reply = await site.PostAsync("/search/approximate-count", new JsonObject { ["jql"] = "project = ENG" });

        Assert.Equal(3, (int)reply.Json["count"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task On_data_center_pages_have_a_place_in_the_total()
    {
        await using JiraSite site = await WithIssuesAsync(Api.DataCenter);

        Reply got = await site.GetAsync("/search?jql=project%20%3D%20ENG%20order%20by%20key&startAt=1&maxResults=1&fields=summary");
        Reply posted = await site.PostAsync("/search", new JsonObject { ["jql"] = "", ["startAt"] = 0, ["maxResults"] = 0, ["expand"] = new JsonArray("names") });

        Assert.Equal((1, 1, 3, "schema,names"), ((int)got.Json["startAt"]!, (int)got.Json["maxResults"]!, (int)got.Json["total"]!, (string)got.Json["expand"]!));
        Assert.Equal(["ENG-2"], got.Json["issues"].Each("key"));
        Assert.Equal((0, 4), (posted.Json["issues"]!.AsArray().Count, (int)posted.Json["total"]!));
        Assert.Equal("Summary", (string)posted.Json["names"]!["summary"]!);
        Assert.Equal(404, (await site.GetAsync("/search/jql?jql=project%20%3D%20ENG")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task On_data_center_what_is_wrong_becomes_a_warning_where_the_query_is_not_validated()
    {
        await using JiraSite site = await WithIssuesAsync(Api.DataCenter);

        Reply strict = await site.GetAsync("/search?jql=status%20%3D%20Nowhere%20or%20key%20%3D%20ENG-1");
        Reply lenient = await site.GetAsync("/search?jql=status%20%3D%20Nowhere%20or%20key%20%3D%20ENG-1&validateQuery=false");

        Assert.Equal((400, "The value 'Nowhere' does not exist for the field 'status'."), (strict.Status, strict.Message()));
        Assert.Equal(["ENG-1"], lenient.Json["issues"].Each("key"));
        Assert.Equal("The value 'Nowhere' does not exist for the field 'status'.", (string)lenient.Json["warningMessages"]![0]!);
    }

    [Fact(Timeout = 10000)]
    public async Task What_one_may_not_see_no_search_finds()
    {
        await using JiraSite site = await WithIssuesAsync(Api.DataCenter);

        Assert.Equal(0, (int)(await site.GetAsync("/search?jql=", "diana")).Json["total"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_query_is_taken_apart()
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);
        var queries = new JsonObject { ["queries"] = new JsonArray("project = ENG and status was in (Done) by currentUser() order by created desc", "summary = x", "project =") };

        Reply strict = await site.PostAsync("/jql/parse?validation=strict", queries);
        Reply warned = await site.PostAsync("/jql/parse?validation=warn", queries.DeepClone());

        JsonNode where = strict.Json["queries"]![0]!["structure"]!["where"]!;
        Assert.Equal("and", (string)where["operator"]!);
        Assert.Equal("""{"field":{"name":"project","encodedName":"project"},"operator":"=","operand":{"value":"ENG","encodedValue":"\u0022ENG\u0022"}}""", where["clauses"]![0]!.ToJsonString());
        Assert.Equal(("was in", "by"), ((string)where["clauses"]![1]!["operator"]!, (string)where["clauses"]![1]!["predicates"]![0]!["operator"]!));
        Assert.Equal("desc", (string)strict.Json["queries"]![0]!["structure"]!["orderBy"]!["fields"]![0]!["direction"]!);
        Assert.Equal("The operator '=' is not supported by the 'summary' field.", (string)strict.Json["queries"]![1]!["errors"]![0]!);
        Assert.NotNull(warned.Json["queries"]![1]!["warnings"]);
        Assert.NotNull(warned.Json["queries"]![2]!["errors"]);
    }

    [Fact(Timeout = 10000)]
    public async Task Issues_are_matched_against_queries()
    {
        await using JiraSite site = await WithIssuesAsync(Api.CloudV3);
        Issue issue = site.Jira.FindIssue("ENG-1")!;

        Reply reply = await site.PostAsync("/jql/match", new JsonObject { ["issueIds"] = new JsonArray(issue.Id, 4711), ["jqls"] = new JsonArray("project = ENG", "project = NOPE") });

        Assert.Equal($"[{issue.Id}]", reply.Json["matches"]![0]!["matchedIssues"]!.ToJsonString());
        Assert.Equal("The value 'NOPE' does not exist for the field 'project'.", (string)reply.Json["matches"]![1]!["errors"]![0]!);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task What_a_query_is_made_of_is_told(Api api)
    {
        await using JiraSite site = await WithIssuesAsync(api);

        Reply data = await site.GetAsync("/jql/autocompletedata");
        Reply suggestions = await site.GetAsync("/jql/autocompletedata/suggestions?fieldName=status&fieldValue=in");

        JsonNode points = data.Json["visibleFieldNames"]!.AsArray().Single(field => (string?)field!["cfid"] == "cf[10016]")!;
        Assert.Equal(("\"Story Points\"", "Story Points - cf[10016]", "true"), ((string)points["value"]!, (string)points["displayName"]!, (string)points["orderable"]!));
        Assert.Contains("currentUser()", data.Json["visibleFunctionNames"].Each("value"));
        Assert.Contains("select", data.Json["jqlReservedWords"]!.AsArray().Select(word => (string)word!));
        Assert.Equal(["In Progress", "In Review", "Waiting for customer"], suggestions.Json["results"].Each("displayName"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_filter_is_saved_and_found_again(Api api)
    {
        await using JiraSite site = await WithIssuesAsync(api);

        Reply made = await site.PostAsync("/filter", new JsonObject { ["name"] = "Ours", ["jql"] = "project = ENG" });
        Reply read = await site.GetAsync($"/filter/{made.Json["id"]}");
        Reply mine = await site.GetAsync("/filter/favourite");
        Reply again = await site.PostAsync("/filter", new JsonObject { ["name"] = "Ours", ["jql"] = "project = ENG" });
        Reply wrong = await site.PostAsync("/filter", new JsonObject { ["name"] = "Wrong", ["jql"] = "project = NOPE" });
        Reply none = await site.GetAsync("/filter/4711");

        Assert.Equal((200, "Ours", "project = ENG"), (made.Status, (string)read.Json["name"]!, (string)read.Json["jql"]!));
        Assert.Equal("Ours", (string)JsonNode.Parse(mine.Text)![0]!["name"]!);
        Assert.Equal((400, "Filter with same name already exists."), (again.Status, again.Error("filterName")));
        Assert.Equal((400, "The value 'NOPE' does not exist for the field 'project'."), (wrong.Status, wrong.Message()));
        Assert.Equal(400, none.Status);
        if (site.IsCloud) Assert.Equal(["Ours"], (await site.GetAsync("/filter/search?filterName=our")).Json["values"].Each("name"));
    }

    private static async Task<JiraSite> WithIssuesAsync(Api api)
    {
        JiraSite site = await JiraSite.StartAsync(api);
        foreach (string summary in new[] { "Fix the pump", "Oil the hinges", "Paint the hull" }) site.AddIssue(summary);
        site.AddIssue("Where is my bicycle", Catalog.ServiceRequest, "bob", "SUP");
        return site;
    }
}
