using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>POST /bulk/issues/move</c> and <c>/bulk/queue/{taskId}</c>, Cloud's alone: issues to another project or type, and how far that is.</summary>
internal static class BulkMove
{
    private const int Most = 1000;

    public static void Map(JiraRoutes routes)
    {
        if (!routes.IsCloud) return;
        routes.Post("/bulk/issues/move", Move);
        routes.Get("/bulk/queue/{taskId}", Progress);
    }

    private static Answer Move(JiraCall call)
    {
        JsonObject mapping = Given.Object(call.Json, "targetToSourcesMapping") ?? throw Given.Invalid();
        if (mapping.Count == 0) throw JiraException.BadRequest("The targetToSourcesMapping must not be empty.");

        // All is checked before the first issue moves.
        var moves = new List<Step>();
        int inaccessible = 0;
        foreach ((string target, JsonNode? sources) in mapping)
        {
            (Project project, string typeId) = Target(call, target);
            foreach (string idOrKey in Given.Texts(sources as JsonObject ?? throw Given.Invalid(), "issueIdsOrKeys"))
            {
                if (call.Jira.FindIssue(idOrKey) is { } issue && call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue))) moves.Add(Checked(issue, project, typeId));
                else inaccessible++;
            }
        }

        if (moves.Count + inaccessible > Most) throw JiraException.BadRequest($"No more than {Most} issues can be moved at once.");
        foreach (Step step in moves) call.Jira.Move(call.User, step.Issue, step.Project, step.TypeId, step.SubtaskTypeId);
        return Answer.Json(201, new() { ["taskId"] = call.Jira.AddBulkTask(call.User, [.. moves.Select(step => step.Issue.Id)], inaccessible).Id });
    }

    // PROJECT,typeId: a parent, the third part, is for sub-tasks, which go with their issues here.
    private static (Project Project, string TypeId) Target(JiraCall call, string target)
    {
        if (target.Split(',') is not [var key, var typeId, ..]) throw JiraException.BadRequest($"The target '{target}' is not valid: it must be a project and an issue type.");
        Project project = call.Jira.FindProject(key) is { } found && call.Jira.CanEdit(call.User, found) ? found : throw JiraException.BadRequest($"The project '{key}' does not exist, or you may not move issues there.");
        return project.IssueTypeIds.Contains(typeId) ? (project, typeId) : throw JiraException.BadRequest($"The issue type '{typeId}' is not one of the project '{key}'.");
    }

    private static Step Checked(Issue issue, Project project, string typeId)
    {
        if (Type(issue.TypeId).IsSubtask || Type(typeId).IsSubtask) throw JiraException.BadRequest($"The issue '{issue.Key}' cannot be moved: sub-tasks move with their parents.");
        return new(issue, project, typeId, project.IssueTypeIds.FirstOrDefault(id => Type(id).IsSubtask));
    }

    private static IssueType Type(string id) => Catalog.IssueTypes.First(type => type.Id == id);

    private static Answer Progress(JiraCall call)
    {
        BulkTask? task = call.Jira.FindBulkTask(call.Route("taskId"));
        if (task is null || task.ByUserId != call.User.AccountId) throw JiraException.BadRequest("The task was not found, or you do not have permission to see it.");
        return Answer.Ok(new()
        {
            ["taskId"] = task.Id,
            ["status"] = "COMPLETE",
            ["progressPercent"] = 100,
            ["submittedBy"] = UserJson.Of(call, task.ByUserId),
            ["created"] = JiraTime.Text(task.When),
            ["started"] = JiraTime.Text(task.When),
            ["updated"] = JiraTime.Text(task.When),
            ["processedAccessibleIssues"] = new JsonArray([.. task.IssueIds.Select(id => JsonValue.Create(id))]),
            ["failedAccessibleIssues"] = new JsonObject(),
            ["invalidOrInaccessibleIssueCount"] = task.Inaccessible,
            ["totalIssueCount"] = task.IssueIds.Count + task.Inaccessible,
        });
    }

    private sealed record Step(Issue Issue, Project Project, string TypeId, string? SubtaskTypeId);
}
