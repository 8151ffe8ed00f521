using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class FieldCatalogueTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task Fields_tell_their_kind_and_how_queries_name_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/field");

        JsonNode points = reply.Json.AsArray().Single(field => (string)field!["id"]! == Catalog.StoryPoints)!, summary = reply.Json.AsArray().Single(field => (string)field!["id"]! == "summary")!;
        Assert.Equal((true, "Story Points", "number", 10016), ((bool)points["custom"]!, (string)points["name"]!, (string)points["schema"]!["type"]!, (int)points["schema"]!["customId"]!));
        Assert.Equal(["cf[10016]", "Story Points"], points["clauseNames"]!.AsArray().Select(name => (string)name!));
        Assert.Equal((false, "summary"), ((bool)summary["custom"]!, (string)summary["schema"]!["system"]!));
        Assert.Equal(site.IsCloud, summary["key"] is not null);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_searches_fields_and_tells_administrators_the_options_of_a_choice()
    {
        await using JiraSite site = await JiraSite.StartAsync();

        Reply found = await site.GetAsync("/field/search?type=custom&query=sev");
        Reply contexts = await site.GetAsync($"/field/{Catalog.Severity}/context", "alice");
        string context = (string)contexts.Json["values"]![0]!["id"]!;
        Reply options = await site.GetAsync($"/field/{Catalog.Severity}/context/{context}/option?maxResults=2", "alice");

        Assert.Equal(["Severity"], found.Json["values"].Each("name"));
        Assert.Equal((3, false), ((int)options.Json["total"]!, (bool)options.Json["isLast"]!));
        Assert.Equal(["Critical", "Major"], options.Json["values"].Each("value"));
        Assert.Equal(403, (await site.GetAsync($"/field/{Catalog.Severity}/context")).Status);
        Assert.Equal(404, (await site.GetAsync("/field/customfield_99999/context", "alice")).Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData("/status", "/status/3", "In Progress")]
    [InlineData("/priority", "/priority/2", "High")]
    [InlineData("/resolution", "/resolution/10002", "Duplicate")]
    [InlineData("/issuetype", "/issuetype/10004", "Bug")]
    [InlineData("/statuscategory", "/statuscategory/done", "Done")]
    [InlineData("/statuscategory", "/statuscategory/4", "In Progress")]
    public async Task Choices_are_listed_and_told_one_by_one(string list, string one, string name)
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);

            Assert.Contains(name, (await site.GetAsync(list)).Json.Each("name"));
            Assert.Equal(name, (string)(await site.GetAsync(one)).Json["name"]!);
            Assert.Equal(404, (await site.GetAsync(list + "/4711")).Status);
        }
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Link_types_tell_both_directions(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/issueLinkType");

        Assert.Equal(("is blocked by", "blocks"), ((string)reply.Json["issueLinkTypes"]![0]!["inward"]!, (string)reply.Json["issueLinkTypes"]![0]!["outward"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Labels_in_use_are_listed_to_whoever_sees_their_issues()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue("One", Catalog.Task, "bob", "ENG", new() { ["labels"] = new JsonArray("pump", "wet") });
        site.AddIssue("Two", Catalog.Task, "bob", "ENG", new() { ["labels"] = new JsonArray("dry", "pump") });

        Reply reply = await site.GetAsync("/label");
        Reply outsider = await site.GetAsync("/label", "diana");

        Assert.Equal(["dry", "pump", "wet"], reply.Json["values"]!.AsArray().Select(label => (string)label!));
        Assert.Equal(0, (int)outsider.Json["total"]!);
    }
}
