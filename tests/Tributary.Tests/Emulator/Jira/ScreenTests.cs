using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class ScreenTests
{
    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "issueTypes", "fields")]
    [InlineData(Api.DataCenter, "values", "values")]
    public async Task What_a_new_issue_takes_is_told_in_pages_whose_keys_differ(Api api, string typesKey, string fieldsKey)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply types = await site.GetAsync("/issue/createmeta/ENG/issuetypes?maxResults=2");
        Reply fields = await site.GetAsync($"/issue/createmeta/ENG/issuetypes/{Catalog.Bug}");

        Assert.Equal(5, (int)types.Json["total"]!);
        Assert.Equal(["Epic", "Story"], types.Json[typesKey].Each("name"));
        JsonArray all = fields.Json[fieldsKey]!.AsArray();
        JsonNode severity = all.Single(field => (string)field!["fieldId"]! == Catalog.Severity)!;
        Assert.Equal((true, "Severity", false), ((bool)severity["required"]!, (string)severity["name"]!, (bool)severity["hasDefaultValue"]!));
        Assert.Equal(["Critical", "Major", "Minor"], severity["allowedValues"].Each("value"));
        Assert.Equal(["project", "issuetype", "summary"], all.Where(field => (bool)field!["required"]!).Select(field => (string)field!["fieldId"]!).Take(3));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Metadata_of_a_project_in_which_one_may_not_create_is_refused(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Assert.Equal(400, (await site.GetAsync("/issue/createmeta/NONE/issuetypes")).Status);
        Assert.Equal(400, (await site.GetAsync("/issue/createmeta/ENG/issuetypes", "charlie")).Status);
        Assert.Equal(400, (await site.GetAsync($"/issue/createmeta/ENG/issuetypes/{Catalog.Incident}")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task The_older_metadata_of_everything_is_on_cloud_alone()
    {
        await using JiraSite cloud = await JiraSite.StartAsync(), dataCenter = await JiraSite.StartAsync(Api.DataCenter);

        Reply all = await cloud.GetAsync("/issue/createmeta?projectKeys=ENG&issuetypeNames=Bug&expand=projects.issuetypes.fields");
        Reply gone = await dataCenter.GetAsync("/issue/createmeta?projectKeys=ENG");

        JsonNode bug = Assert.Single(all.Json["projects"]![0]!["issuetypes"]!.AsArray())!;
        Assert.Equal(("Bug", true), ((string)bug["name"]!, (bool)bug["fields"]![Catalog.Severity]!["required"]!));
        Assert.Equal(404, gone.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task What_an_issue_takes_is_told_to_whoever_may_change_it(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply reply = await site.GetAsync("/issue/ENG-1/editmeta");
        Reply reader = await site.GetAsync("/issue/ENG-1/editmeta", "charlie");

        JsonObject fields = reply.Json["fields"]!.AsObject();
        Assert.Equal(["add", "set", "remove"], fields["labels"]!["operations"]!.AsArray().Select(verb => (string)verb!));
        Assert.Equal(["1.0", "2.0"], fields["fixVersions"]!["allowedValues"].Each("name"));
        Assert.True(fields.ContainsKey("comment"));
        Assert.False(fields.ContainsKey("project") || fields.ContainsKey("status"));
        Assert.Equal(403, reader.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Transitions_tell_what_their_screens_ask(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply plain = await site.GetAsync("/issue/ENG-1/transitions");
        Reply one = await site.GetAsync("/issue/ENG-1/transitions?expand=transitions.fields&transitionId=41");
        Reply reader = await site.GetAsync("/issue/ENG-1/transitions", "charlie");

        Assert.Equal(["In Progress", "Done"], plain.Json["transitions"].Each("name"));
        JsonNode done = Assert.Single(one.Json["transitions"]!.AsArray())!;
        Assert.Equal(("41", "Done", true), ((string)done["id"]!, (string)done["to"]!["name"]!, (bool)done["fields"]!["resolution"]!["required"]!));
        Assert.Contains("Won't Do", done["fields"]!["resolution"]!["allowedValues"].Each("name"));
        Assert.Empty(reader.Json["transitions"]!.AsArray());
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_issue_is_done_with_a_resolution_and_a_comment_and_open_again_without(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();

        Reply done = await site.PostAsync("/issue/ENG-1/transitions", new JsonObject
        {
            ["transition"] = new JsonObject { ["id"] = "41" },
            ["fields"] = new JsonObject { ["resolution"] = new JsonObject { ["name"] = "Done" } },
            ["update"] = new JsonObject { ["comment"] = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["body"] = site.Text("Dry now.") } }) },
        });
        Reply after = await site.GetAsync("/issue/ENG-1");
        Reply open = await site.PostAsync("/issue/ENG-1/transitions", new JsonObject { ["transition"] = new JsonObject { ["id"] = "21" } });

        Assert.Equal((204, 204), (done.Status, open.Status));
        Assert.Equal(("Done", "Done", 1), ((string)after.Field("status")["name"]!, (string)after.Field("resolution")["name"]!, (int)after.Field("comment")["total"]!));
        Assert.NotNull((string?)after.Field("resolutiondate"));
        Assert.Equal((Catalog.InProgress, null, null), (issue.StatusId, issue.Text("resolution"), issue.Text("resolutiondate")));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_transition_that_cannot_be_leaves_the_issue_where_it_is(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();

        Reply unresolved = await PostAsync("""{"transition":{"id":"41"}}""");
        Reply offScreen = await PostAsync("""{"transition":{"id":"21"},"fields":{"resolution":{"name":"Done"}}}""");
        Reply closed = await PostAsync("""{"transition":{"id":"31"}}""");
        Reply wordy = await PostAsync("""{"transition":{"id":"Done"}}""");
        Reply none = await PostAsync("{}");
        Reply reader = await site.PostAsync("/issue/ENG-1/transitions", JsonNode.Parse("""{"transition":{"id":"21"}}""")!, "charlie");

        Assert.Equal((400, "Resolution is required."), (unresolved.Status, unresolved.Error("resolution")));
        Assert.Equal((400, "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown."), (offScreen.Status, offScreen.Error("resolution")));
        Assert.Equal((400, 400, 400, 400), (closed.Status, wordy.Status, none.Status, reader.Status));
        if (site.IsCloud) Assert.Equal(["Transition id '31' is not valid for this issue."], closed.Messages());
        Assert.Equal(("'transition' identifier must be an integer", "Missing 'transition' identifier"), (wordy.Message(), none.Message()));
        Assert.Equal(Catalog.ToDo, issue.StatusId);
        Task<Reply> PostAsync(string body) => site.PostAsync("/issue/ENG-1/transitions", JsonNode.Parse(body)!);
    }
}
