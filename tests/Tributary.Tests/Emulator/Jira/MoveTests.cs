using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class MoveTests
{
    [Fact(Timeout = 10000)]
    public async Task An_issue_moves_to_another_project_and_its_old_key_still_leads_to_it()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["fixVersions"] = new JsonArray(site.Project.Versions[0].Id), ["labels"] = new JsonArray("wet") });

        Reply moved = await site.PostAsync("/bulk/issues/move", Moves($"SUP,{Catalog.Incident}", "ENG-1", "ENG-9"));
        Reply progress = await site.GetAsync($"/bulk/queue/{moved.Json["taskId"]}");
        Reply read = await site.GetAsync("/issue/ENG-1?expand=changelog");

        Assert.Equal((201, "COMPLETE", 2, 1), (moved.Status, (string)progress.Json["status"]!, (int)progress.Json["totalIssueCount"]!, (int)progress.Json["invalidOrInaccessibleIssueCount"]!));
        Assert.Equal([issue.Id], progress.Json["processedAccessibleIssues"]!.AsArray().Select(id => (long)id!));
        Assert.Equal(("SUP-1", "SUP", "Incident", "Open"), ((string)read.Json["key"]!, (string)read.Field("project")["key"]!, (string)read.Field("issuetype")["name"]!, (string)read.Field("status")["name"]!));
        Assert.Empty(read.Field("fixVersions").AsArray());
        Assert.Equal(["wet"], read.Field("labels").AsArray().Select(label => (string)label!));
        Assert.Contains("Key", read.Json["changelog"]!["histories"]![0]!["items"].Each("field"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("NONE,10005", "The project 'NONE' does not exist, or you may not move issues there.")]
    [InlineData("SUP,10000", "The issue type '10000' is not one of the project 'SUP'.")]
    [InlineData("SUP", "The target 'SUP' is not valid: it must be a project and an issue type.")]
    public async Task A_target_that_is_none_moves_nothing(string target, string message)
    {
        await using JiraSite site = await JiraSite.StartAsync();
        Issue issue = site.AddIssue();

        Reply reply = await site.PostAsync("/bulk/issues/move", Moves(target, "ENG-1"));

        Assert.Equal((400, message, "ENG-1"), (reply.Status, reply.Message(), issue.Key));
    }

    [Fact(Timeout = 10000)]
    public async Task A_task_is_told_to_whoever_began_it_alone_and_data_center_has_none()
    {
        await using JiraSite site = await JiraSite.StartAsync(), dataCenter = await JiraSite.StartAsync(Api.DataCenter);
        site.AddIssue();
        Reply moved = await site.PostAsync("/bulk/issues/move", Moves($"ENG,{Catalog.Story}", "ENG-1"));

        Assert.Equal(400, (await site.GetAsync($"/bulk/queue/{moved.Json["taskId"]}", "alice")).Status);
        Assert.Equal(404, (await dataCenter.PostAsync("/bulk/issues/move", Moves($"ENG,{Catalog.Story}", "ENG-1"))).Status);
        Assert.Equal(("ENG-1", Catalog.Story), (site.Jira.Issues[0].Key, site.Jira.Issues[0].TypeId));
    }

    private static JsonObject Moves(string target, params string[] keys) => new()
    {
        ["targetToSourcesMapping"] = new JsonObject
        {
            [target] = new JsonObject
            {
                ["issueIdsOrKeys"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]),
                ["inferFieldDefaults"] = true,
                ["inferStatusDefaults"] = true,
                ["inferSubtaskTypeDefault"] = true,
                ["inferClassificationDefaults"] = true,
            },
        },
    };
}
