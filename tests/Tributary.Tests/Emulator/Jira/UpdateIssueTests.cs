using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class UpdateIssueTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task Fields_are_set_and_cleared_and_all_else_stays(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["duedate"] = "2030-01-31", ["labels"] = new JsonArray("wet"), [Catalog.StoryPoints] = 3.0 });

        Reply reply = await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["summary"] = "Fix it", ["duedate"] = null, ["labels"] = new JsonArray() } });

        Assert.Equal((204, ""), (reply.Status, reply.Text));
        Assert.Equal(("Fix it", null, 3.0), (issue.Summary, issue.Text("duedate"), issue.Number(Catalog.StoryPoints)));
        Assert.Empty(issue.Texts("labels"));
        Assert.Equal(["summary", "duedate", "labels"], Assert.Single(issue.History).Items.Select(item => item.FieldId));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Verbs_add_to_lists_and_take_from_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["labels"] = new JsonArray("wet", "old") });

        Reply reply = await site.PutAsync("/issue/ENG-1", new JsonObject
        {
            ["update"] = new JsonObject
            {
                ["labels"] = new JsonArray(new JsonObject { ["add"] = "new" }, new JsonObject { ["remove"] = "old" }),
                ["fixVersions"] = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["name"] = "1.0" } }, new JsonObject { ["add"] = new JsonObject { ["name"] = "2.0" } }),
                ["summary"] = new JsonArray(new JsonObject { ["set"] = "Fix it" }),
                ["timetracking"] = new JsonArray(new JsonObject { ["edit"] = new JsonObject { ["remainingEstimate"] = "4h" } }),
            },
        });

        Assert.Equal(204, reply.Status);
        Assert.Equal(["wet", "new"], issue.Texts("labels"));
        Assert.Equal(("Fix it", 14400.0), (issue.Summary, issue.Number("timeestimate")));
        Assert.Equal(site.Project.Versions.Select(version => version.Id), issue.Texts("fixVersions"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_verb_that_the_field_does_not_know_is_refused_and_so_is_a_field_given_twice(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply verb = await site.PutAsync("/issue/ENG-1", new JsonObject { ["update"] = new JsonObject { ["summary"] = new JsonArray(new JsonObject { ["add"] = "x" }) } });
        Reply twice = await site.PutAsync("/issue/ENG-1", new JsonObject
        {
            ["fields"] = new JsonObject { ["labels"] = new JsonArray("a") },
            ["update"] = new JsonObject { ["labels"] = new JsonArray(new JsonObject { ["add"] = "b" }) },
        });
        Reply nothing = await site.PutAsync("/issue/ENG-1", new JsonObject());

        Assert.Equal((400, "Field with id 'summary' and name 'Summary' does not support operation 'add' Supported operation(s) are: 'set'"), (verb.Status, verb.Error("summary")));
        Assert.Equal((400, "Field 'labels' cannot appear in both 'fields' and 'update'"), (twice.Status, twice.Error("labels")));
        Assert.Equal((400, "one of 'fields' or 'update' required"), (nothing.Status, nothing.Message()));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Who_may_only_read_changes_nothing_and_who_sees_nothing_finds_nothing(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();
        var change = new JsonObject { ["fields"] = new JsonObject { ["summary"] = "Mine" } };

        Reply reader = await site.PutAsync("/issue/ENG-1", change.DeepClone(), "charlie");
        Reply outsider = await site.PutAsync("/issue/ENG-1", change.DeepClone(), "diana");
        Reply nowhere = await site.PutAsync("/issue/ENG-9", change);

        Assert.Equal(403, reader.Status);
        Assert.Equal((404, """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}"""), (outsider.Status, outsider.Text));
        Assert.Equal(outsider.Text, nowhere.Text);
        Assert.Equal("Fix the pump", issue.Summary);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_answers_with_the_issue_to_whoever_asks()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();

        Reply reply = await site.PutAsync("/issue/ENG-1?returnIssue=true", new JsonObject { ["fields"] = new JsonObject { ["summary"] = "Fix it" } });

        Assert.Equal((200, "Fix it"), (reply.Status, (string)reply.Field("summary")!));
    }

    [Fact(Timeout = 10000)]
    public async Task A_document_with_nodes_that_nobody_knows_stays_as_it_is_while_another_field_changes()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        const string Document = """{"version":1,"type":"doc","content":[{"type":"panel","attrs":{"panelType":"info"},"content":[{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"5b10a2844c20165700ede21a","text":"@Alice"}}]}]},{"type":"hologram","attrs":{"angle":5}}]}""";
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["description"] = Document });

        await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["summary"] = "Fix it" } });
        Reply reply = await site.GetAsync("/issue/ENG-1");

        Assert.Equal(Document, issue.Text("description"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Document), reply.Field("description")));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_issue_is_assigned_and_taken_from_everyone(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();

        Reply assigned = await site.PutAsync("/issue/ENG-1/assignee", site.Person("alice"));
        string? assignee = issue.Text("assignee");
        Reply unassigned = await site.PutAsync("/issue/ENG-1/assignee", new JsonObject { [site.IsCloud ? "accountId" : "name"] = null });

        Assert.Equal((204, 204), (assigned.Status, unassigned.Status));
        Assert.Equal((site.User("alice").AccountId, null), (assignee, issue.Text("assignee")));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_issue_is_not_assigned_to_whoever_cannot_work_on_it(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply reader = await site.PutAsync("/issue/ENG-1/assignee", site.Person("charlie"));
        Reply nobody = await site.PutAsync("/issue/ENG-1/assignee", new JsonObject());
        Reply byReader = await site.PutAsync("/issue/ENG-1/assignee", site.Person("bob"), "charlie");

        Assert.Equal((400, $"User '{(site.IsCloud ? "Charlie" : "charlie")}' cannot be assigned issues."), (reader.Status, reader.Error("assignee")));
        Assert.Equal((400, 403), (nobody.Status, byReader.Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_issue_with_sub_tasks_is_deleted_only_with_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue parent = site.AddIssue();
        site.AddIssue("Buy a seal", Catalog.Subtask, "bob", "ENG", new() { ["parent"] = $"{parent.Id}" });

        Reply refused = await site.DeleteAsync("/issue/ENG-1");
        Reply reader = await site.DeleteAsync("/issue/ENG-2", "charlie");
        Reply deleted = await site.DeleteAsync("/issue/ENG-1?deleteSubtasks=true");

        Assert.Equal((400, "The issue 'ENG-1' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks."), (refused.Status, refused.Message()));
        Assert.Equal((403, 204), (reader.Status, deleted.Status));
        Assert.Equal(404, (await site.GetAsync("/issue/ENG-2")).Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Comments_and_work_may_come_with_a_change(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["timeestimate"] = 7200.0 });

        Reply reply = await site.PutAsync("/issue/ENG-1", new JsonObject
        {
            ["update"] = new JsonObject
            {
                ["comment"] = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["body"] = site.Text("Done half.") } }),
                ["worklog"] = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["timeSpent"] = "30m", ["started"] = "2026-11-20T10:00:00.000+0000" } }),
            },
        });

        Assert.Equal(204, reply.Status);
        Assert.Single(issue.Comments);
        Assert.Equal((1800L, 5400.0), (Assert.Single(issue.Worklogs).Seconds, issue.Number("timeestimate")));
    }
}
