using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class GetIssueTests
{
    [Theory(Timeout = 10000)]
    [InlineData("fields=summary,status", "summary,status")]
    [InlineData("fields=summary&fields=labels", "summary,labels")]
    [InlineData("fields=*navigable,-summary,-status", null)]
    [InlineData("fields=-comment", null)]
    [InlineData("fields=nothing", "")]
    public async Task Fields_are_chosen_by_name_and_by_group(string query, string? fields)
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();

        string[] shown = [.. (await site.GetAsync("/issue/ENG-1?" + query)).Json["fields"]!.AsObject().Select(field => field.Key)];

        if (fields is not null) Assert.Equal(fields, string.Join(',', shown));
        Assert.DoesNotContain("comment", shown);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task What_is_expanded_comes_with_the_issue(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject fields = JiraSite.Fields();
        fields["description"] = site.Text("It leaks.");
        await site.CreateAsync(fields);
        await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["summary"] = "Fix it" } });

        JsonNode issue = (await site.GetAsync("/issue/ENG-1?fields=summary,description&expand=names,schema,renderedFields,transitions,editmeta,changelog")).Json;

        Assert.Equal("Description", (string)issue["names"]!["description"]!);
        Assert.Equal("string", (string)issue["schema"]!["summary"]!["type"]!);
        Assert.Equal("<p>It leaks.</p>", ((string)issue["renderedFields"]!["description"]!).Trim());
        Assert.Contains("In Progress", issue["transitions"].Each("name"));
        Assert.True((bool)issue["editmeta"]!["fields"]!["summary"]!["required"]!);
        JsonNode item = issue["changelog"]!["histories"]![0]!["items"]![0]!;
        Assert.Equal(("summary", "Fix the pump", "Fix it"), ((string)item["field"]!, (string)item["fromString"]!, (string)item["toString"]!));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV2)]
    [InlineData(Api.DataCenter)]
    public async Task Version_two_says_rich_text_as_wiki_markup(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject fields = JiraSite.Fields();
        fields["description"] = "h2. Leak\n\n*Much* water";
        await site.CreateAsync(fields);

        Reply reply = await site.GetAsync("/issue/ENG-1?fields=description");

        Assert.Equal("h2. Leak\n\n*Much* water", (string)reply.Field("description")!);
    }

    [Fact(Timeout = 10000)]
    public async Task What_version_two_writes_on_cloud_is_a_document_for_version_three()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.CloudV2);
        JsonObject fields = JiraSite.Fields();
        fields["description"] = "*Much* water";
        await site.CreateAsync(fields);

        JsonNode description = (await site.GetAsync(site.Origin + "/rest/api/3/issue/ENG-1")).Field("description");

        Assert.Equal(("doc", "Much"), ((string)description["type"]!, (string)description["content"]![0]!["content"]![0]!["text"]!));
        Assert.Equal("strong", (string)description["content"]![0]!["content"]![0]!["marks"]![0]!["type"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_sprint_is_an_object_on_cloud_and_a_printed_one_on_data_center()
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);
            site.Wiki.Write(wiki => wiki.Jira.AddSprint(wiki.Jira.AddBoard("ENG board", "scrum", site.Project, "project = ENG"), "Sprint 7", "Dry feet", null, null));
            site.AddIssue();
            await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { [Catalog.Sprint] = 1 } });

            JsonNode sprint = (await site.GetAsync("/issue/ENG-1")).Field(Catalog.Sprint)[0]!;

            if (site.IsCloud) Assert.Equal(("Sprint 7", "future", 1), ((string)sprint["name"]!, (string)sprint["state"]!, (int)sprint["boardId"]!));
            else Assert.Contains("[id=1,rapidViewId=1,state=FUTURE,name=Sprint 7,", (string)sprint!, StringComparison.Ordinal);
        }
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_issue_that_one_may_not_see_is_as_one_that_is_not(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply hidden = await site.GetAsync("/issue/ENG-1", "diana"), missing = await site.GetAsync("/issue/ENG-2");

        Assert.Equal((404, 404), (hidden.Status, missing.Status));
        Assert.Equal("""{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}""", hidden.Text);
        Assert.Equal(hidden.Text, missing.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_fetches_many_and_tells_of_those_that_are_not_there()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        Issue issue = site.AddIssue();
        site.AddIssue("Second");

        Reply reply = await site.PostAsync("/issue/bulkfetch", new JsonObject { ["issueIdsOrKeys"] = new JsonArray($"{issue.Id}", "ENG-2", "ENG-9"), ["fields"] = new JsonArray("summary") });
        Reply none = await site.PostAsync("/issue/bulkfetch", new JsonObject { ["issueIdsOrKeys"] = new JsonArray() });

        Assert.Equal(["ENG-1", "ENG-2"], reply.Json["issues"].Each("key"));
        Assert.Equal("Second", (string)reply.Json["issues"]![1]!["fields"]!["summary"]!);
        Assert.Equal(["ENG-9"], reply.Json["issueErrors"].Each("id"));
        Assert.Equal(400, none.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_pages_through_the_history_oldest_first()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();
        foreach (string summary in (string[])["One", "Two", "Three"]) await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["summary"] = summary } });

        Reply page = await site.GetAsync("/issue/ENG-1/changelog?startAt=1&maxResults=1");
        Reply one = await site.PostAsync("/issue/ENG-1/changelog/list", new JsonObject { ["changelogIds"] = new JsonArray(long.Parse((string)page.Json["values"]![0]!["id"]!, null)) });

        Assert.Equal((3, false), ((int)page.Json["total"]!, (bool)page.Json["isLast"]!));
        Assert.Equal(("Bob", "Two"), ((string)page.Json["values"]![0]!["author"]!["displayName"]!, (string)page.Json["values"]![0]!["items"]![0]!["toString"]!));
        Assert.Equal((string)page.Json["values"]![0]!["id"]!, (string)one.Json["histories"]![0]!["id"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_tells_histories_with_the_issue_alone()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.DataCenter);
        site.AddIssue();
        await site.PutAsync("/issue/ENG-1/assignee", site.Person("alice"));

        Reply endpoint = await site.GetAsync("/issue/ENG-1/changelog");
        JsonNode item = (await site.GetAsync("/issue/ENG-1?expand=changelog")).Json["changelog"]!["histories"]![0]!["items"]![0]!;

        Assert.Equal(404, endpoint.Status);
        Assert.Equal(("assignee", "Alice", site.User("alice").UserKey), ((string)item["field"]!, (string)item["toString"]!, (string)item["to"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Versions_come_and_go_one_by_one_in_histories(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        string[] ids = [.. site.Project.Versions.Select(version => version.Id)];
        site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["fixVersions"] = new JsonArray(ids[0]) });
        await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["fixVersions"] = new JsonArray(new JsonObject { ["name"] = "2.0" }) } });

        JsonArray items = (await site.GetAsync("/issue/ENG-1?expand=changelog")).Json["changelog"]!["histories"]![0]!["items"]!.AsArray();

        Assert.Equal(
            [("Fix Version", ids[0], "1.0", null, null), ("Fix Version", null, null, ids[1], "2.0")],
            items.Select(item => ((string)item!["field"]!, (string?)item["from"], (string?)item["fromString"], (string?)item["to"], (string?)item["toString"])));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Properties_of_an_issue_are_kept_by_key(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        var value = new JsonObject { ["x"] = 1 };

        Reply made = await site.PutAsync("/issue/ENG-1/properties/pump", value.DeepClone()), changed = await site.PutAsync("/issue/ENG-1/properties/pump", new JsonObject { ["x"] = 2 });
        Reply keys = await site.GetAsync("/issue/ENG-1/properties"), one = await site.GetAsync("/issue/ENG-1/properties/pump");
        Reply reader = await site.PutAsync("/issue/ENG-1/properties/pump", value, "charlie"), deleted = await site.DeleteAsync("/issue/ENG-1/properties/pump");

        Assert.Equal((201, 200, 403, 204), (made.Status, changed.Status, reader.Status, deleted.Status));
        Assert.Equal(["pump"], keys.Json["keys"].Each("key"));
        Assert.Equal(2, (int)one.Json["value"]!["x"]!);
        Assert.Equal(404, (await site.GetAsync("/issue/ENG-1/properties/pump")).Status);
    }
}
