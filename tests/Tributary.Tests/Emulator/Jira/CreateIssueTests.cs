using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class CreateIssueTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task An_issue_with_every_kind_of_field_is_made_and_read_back(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject fields = JiraSite.Fields("Fix the pump", "Bug");
        fields["description"] = site.Text("It leaks.");
        fields["priority"] = new JsonObject { ["name"] = "High" };
        fields["assignee"] = site.Person("alice");
        fields["labels"] = new JsonArray("wet", "pump");
        fields["components"] = new JsonArray(new JsonObject { ["name"] = "Pumps" });
        fields["fixVersions"] = new JsonArray(new JsonObject { ["name"] = "1.0" }, new JsonObject { ["id"] = site.Project.Versions[1].Id });
        fields["duedate"] = "2030-01-31";
        fields["timetracking"] = new JsonObject { ["originalEstimate"] = "1d 2h" };
        fields[Catalog.StoryPoints] = 5;
        fields[Catalog.Severity] = new JsonObject { ["value"] = "Major" };
        fields[Catalog.Team] = "Blue";
        fields[Catalog.Reviewers] = new JsonArray(site.Person("alice"), site.Person("bob"));
        fields[Catalog.Environments] = new JsonArray(new JsonObject { ["value"] = "Production" });

        Reply made = await site.CreateAsync(fields);
        Reply issue = await site.GetAsync("/issue/ENG-1");

        Assert.Equal((201, "ENG-1", $"{site.BaseUrl}/issue/{made.Json["id"]}"), (made.Status, (string)made.Json["key"]!, (string)made.Json["self"]!));
        Assert.Equal(("Fix the pump", "Bug", "To Do", "High"), ((string)issue.Field("summary")!, Name("issuetype"), Name("status"), Name("priority")));
        Assert.Equal(("Alice", "Bob", "Bob"), (Shown("assignee"), Shown("reporter"), Shown("creator")));
        Assert.True(JsonNode.DeepEquals(site.Text("It leaks."), issue.Field("description")), issue.Field("description").ToJsonString());
        Assert.Equal(["wet", "pump"], issue.Field("labels").AsArray().Select(label => (string)label!));
        Assert.Equal(["Pumps"], issue.Field("components").Each("name"));
        Assert.Equal(["1.0", "2.0"], issue.Field("fixVersions").Each("name"));
        Assert.Equal(("2030-01-31", 36000, 36000), ((string)issue.Field("duedate")!, (int)issue.Field("timeoriginalestimate"), (int)issue.Field("timeestimate")));
        Assert.Equal("1d 2h", (string)issue.Field("timetracking")["originalEstimate"]!);
        Assert.Equal((5, "Major", "Blue"), ((int)issue.Field(Catalog.StoryPoints), (string)issue.Field(Catalog.Severity)["value"]!, (string)issue.Field(Catalog.Team)!));
        Assert.Equal(["Alice", "Bob"], issue.Field(Catalog.Reviewers).Each("displayName"));
        Assert.Equal(["Production"], issue.Field(Catalog.Environments).Each("value"));
        string Name(string field) => (string)issue.Field(field)["name"]!;
        string Shown(string field) => (string)issue.Field(field)["displayName"]!;
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "Specify a valid project ID or key", "Specify an issue type")]
    [InlineData(Api.DataCenter, "project is required", "issue type is required")]
    public async Task Project_and_type_must_be_given(Api api, string project, string type)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.CreateAsync(new JsonObject { ["summary"] = "Fix the pump" });

        Assert.Equal((400, project, type), (reply.Status, reply.Error("project"), reply.Error("issuetype")));
        Assert.Empty(site.Jira.Issues);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "project", """{"key":"NONE"}""", "Specify a valid project ID or key")]
    [InlineData(Api.DataCenter, "project", """{"key":"NONE"}""", "valid project is required")]
    [InlineData(Api.CloudV3, "issuetype", """{"name":"Poem"}""", "Specify a valid issue type")]
    [InlineData(Api.DataCenter, "issuetype", """{"name":"Poem"}""", "valid issue type is required")]
    [InlineData(Api.CloudV3, "issuetype", """{"name":"Incident"}""", "The issue type selected is invalid.")]
    [InlineData(Api.DataCenter, "issuetype", """{"id":"10005"}""", "The issue type selected is invalid.")]
    [InlineData(Api.CloudV3, "issuetype", """{"name":"Sub-task"}""", "Issue type is a sub-task but parent issue key or id not specified.")]
    [InlineData(Api.DataCenter, "issuetype", """{"name":"Sub-task"}""", "Issue type is a sub-task but parent issue key or id not specified.")]
    public async Task A_project_or_type_that_is_not_there_is_refused_at_its_field(Api api, string field, string value, string message)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject fields = JiraSite.Fields();
        fields[field] = JsonNode.Parse(value);

        Reply reply = await site.CreateAsync(fields);

        Assert.Equal((400, message), (reply.Status, reply.Error(field)));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task Everything_that_is_wrong_is_told_at_once(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject fields = JiraSite.Fields(type: "Bug");
        fields.Remove("summary");
        fields["labels"] = new JsonArray("a b");
        fields["customfield_99999"] = 1;

        Reply reply = await site.CreateAsync(fields);

        Assert.Equal(400, reply.Status);
        Assert.Empty(reply.Messages());
        Assert.Equal(
            """{"labels":"The label 'a b' contains spaces which is invalid.","customfield_99999":"Field 'customfield_99999' cannot be set. It is not on the appropriate screen, or unknown.","summary":"You must specify a summary of the issue.","customfield_10030":"Severity is required."}""",
            Confluence.V1.V1Site.Text(reply.Json["errors"]!));
        Assert.Empty(site.Jira.Issues);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Readers_may_not_create_and_outsiders_see_no_project(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reader = await site.CreateAsync(JiraSite.Fields(), "charlie");
        Reply outsider = await site.CreateAsync(JiraSite.Fields(), "diana");

        Assert.Equal((403, "You do not have permission to create issues in this project."), (reader.Status, reader.Message()));
        Assert.Equal(400, outsider.Status);
        Assert.NotNull(outsider.Error("project"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_sub_task_belongs_to_its_parent(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue("Fix the pump");
        JsonObject fields = JiraSite.Fields("Buy a seal", "Sub-task");
        fields["parent"] = new JsonObject { ["key"] = "ENG-1" };

        Reply made = await site.CreateAsync(fields);
        Reply child = await site.GetAsync("/issue/ENG-2?fields=parent");
        Reply parent = await site.GetAsync("/issue/ENG-1?fields=subtasks");

        Assert.Equal(201, made.Status);
        Assert.Equal(("ENG-1", "Fix the pump"), ((string)child.Field("parent")["key"]!, (string)child.Field("parent")["fields"]!["summary"]!));
        Assert.Equal(["ENG-2"], parent.Field("subtasks").Each("key"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("ENG-9", "parent", "Could not find issue by id or key.")]
    [InlineData("ENG-1", "parentId", "Given parent issue does not belong to appropriate hierarchy.")]
    public async Task A_parent_that_can_be_none_is_refused(string parent, string field, string message)
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue("Fix the pump");
        JsonObject fields = JiraSite.Fields("Build a pump", "Story");
        fields["parent"] = new JsonObject { ["key"] = parent };

        Reply reply = await site.CreateAsync(fields);

        Assert.Equal((400, message), (reply.Status, reply.Error(field)));
    }

    [Fact(Timeout = 10000)]
    public async Task An_epic_is_the_parent_on_cloud_and_a_field_of_its_own_on_data_center()
    {
        await using JiraSite cloud = await JiraSite.StartAsync(), dataCenter = await JiraSite.StartAsync(Api.DataCenter);
        cloud.AddIssue("Water", Catalog.Epic);
        dataCenter.AddIssue("Water", Catalog.Epic);
        JsonObject onCloud = JiraSite.Fields(), onDataCenter = JiraSite.Fields();
        onCloud["parent"] = new JsonObject { ["key"] = "ENG-1" };
        onDataCenter[Catalog.EpicLink] = "ENG-1";

        await cloud.CreateAsync(onCloud);
        await dataCenter.CreateAsync(onDataCenter);

        Assert.Equal("ENG-1", (string)(await cloud.GetAsync("/issue/ENG-2")).Field("parent")["key"]!);
        Reply issue = await dataCenter.GetAsync("/issue/ENG-2");
        Assert.Equal("ENG-1", (string)issue.Field(Catalog.EpicLink)!);
        Assert.False(issue.Json["fields"]!.AsObject().ContainsKey("parent"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_comment_a_link_and_a_property_may_come_with_a_new_issue(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue("Fix the pump");

        Reply made = await site.PostAsync("/issue", new JsonObject
        {
            ["fields"] = JiraSite.Fields("Buy a seal"),
            ["update"] = new JsonObject
            {
                ["comment"] = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["body"] = site.Text("Soon.") } }),
                ["issuelinks"] = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["type"] = new JsonObject { ["name"] = "Blocks" }, ["outwardIssue"] = new JsonObject { ["key"] = "ENG-1" } } }),
            },
            ["properties"] = new JsonArray(new JsonObject { ["key"] = "origin", ["value"] = new JsonObject { ["by"] = "import" } }),
        });
        Reply issue = await site.GetAsync("/issue/ENG-2?properties=*all");

        Assert.Equal(201, made.Status);
        Assert.Equal((1, "import"), ((int)issue.Field("comment")["total"]!, (string)issue.Json["properties"]!["origin"]!["by"]!));
        Assert.Equal("ENG-1", (string)issue.Field("issuelinks")[0]!["outwardIssue"]!["key"]!);
        Assert.Equal("ENG-2", (string)(await site.GetAsync("/issue/ENG-1")).Field("issuelinks")[0]!["inwardIssue"]!["key"]!);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Of_several_issues_those_that_can_be_are_made_and_the_others_told_by_number(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject wrong = JiraSite.Fields();
        wrong.Remove("summary");

        Reply reply = await site.PostAsync("/issue/bulk", Updates(JiraSite.Fields("One"), wrong, JiraSite.Fields("Three")));

        Assert.Equal(201, reply.Status);
        Assert.Equal(["ENG-1", "ENG-2"], reply.Json["issues"].Each("key"));
        JsonNode error = Assert.Single(reply.Json["errors"]!.AsArray())!;
        Assert.Equal((400, 1, "You must specify a summary of the issue."), ((int)error["status"]!, (int)error["failedElementNumber"]!, (string)error["elementErrors"]!["errors"]!["summary"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Of_several_issues_none_of_which_can_be_nothing_is_made(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply none = await site.PostAsync("/issue/bulk", Updates([], []));
        Reply many = await site.PostAsync("/issue/bulk", Updates([.. Enumerable.Range(0, 51).Select(number => JiraSite.Fields($"{number}"))]));

        Assert.Equal((400, 2), (none.Status, none.Json["errors"]!.AsArray().Count));
        Assert.Equal(400, many.Status);
        Assert.Empty(site.Jira.Issues);
    }

    private static JsonObject Updates(params JsonObject[] all) => new() { ["issueUpdates"] = new JsonArray([.. all.Select(fields => new JsonObject { ["fields"] = fields })]) };
}
