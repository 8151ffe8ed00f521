using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Tasks;

/// <summary><c>/inlinetasks</c>, which v2's <c>/tasks</c> has replaced.</summary>
internal static class InlineTasks
{
    public static void Map(Routes routes)
    {
        routes.Get("/inlinetasks/search", Search);
        routes.Get("/inlinetasks/{id}", call => Answer.Ok(Render(call, Of(call))));
        routes.Put("/inlinetasks/{id}", call => Answer.Ok(Render(call, call.Wiki.CompleteTask(call.User, Of(call), IsChecked(Field.RequiredText(call.Json, "status"))))));
    }

    private static Answer Search(Call call)
    {
        IReadOnlyList<string> spaces = call.Many("spaceKey");
        IReadOnlyList<string> pages = call.Many("pageId");
        bool? isChecked = call.Query("status") is { } status ? IsChecked(status) : null;
        return Answer.Ok(Lists.Page(
            call,
            from task in call.Wiki.Tasks
            let content = call.Wiki.Find(task.ContentId)
            where content.Status == ContentStatus.Current && call.Wiki.CanView(call.User, content)
            where spaces.Count == 0 || spaces.Contains(call.Wiki.SpaceOf(content).Key, StringComparer.OrdinalIgnoreCase)
            where pages.Count == 0 || pages.Contains(content.Id)
            where isChecked is null || task.IsComplete == isChecked
            where Names(call, "assignee", task.AssignedTo) && Names(call, "creator", task.CreatedBy) && Names(call, "completedUser", task.CompletedBy)
            where Holds(call, "createdate", task.CreatedAt) && Holds(call, "duedate", task.DueAt) && Holds(call, "completedate", task.CompletedAt)
            select task,
            task => Render(call, task)));
    }

    private static TaskItem Of(Call call)
    {
        long id = call.RouteNumber();
        return call.Wiki.FindTask(id) is { } task && call.Wiki.Find(task.ContentId) is { } content && call.Wiki.CanView(call.User, content)
            ? task
            : throw ConfluenceException.NotFound($"No task found with id : {id}");
    }

    private static bool IsChecked(string status) => status switch
    {
        "checked" => true,
        "unchecked" => false,
        _ => throw ConfluenceException.BadRequest($"Unsupported status: {status}"),
    };

    private static bool Names(Call call, string parameter, string? accountId) =>
        call.Many(parameter) is not { Count: > 0 } wanted || (accountId is not null && wanted.Contains(accountId));

    private static bool Holds(Call call, string parameter, DateTimeOffset? time) =>
        (call.Moment(parameter + "From") is not { } from || time >= from) && (call.Moment(parameter + "To") is not { } to || time <= to);

    private static JsonObject Render(Call call, TaskItem task)
    {
        Content content = call.Wiki.Find(task.ContentId)!;
        return new JsonObject
        {
            ["globalId"] = task.Id,
            ["id"] = long.TryParse(task.LocalId, CultureInfo.InvariantCulture, out long localId) ? localId : 0,
            ["contentId"] = content.Number,
            ["status"] = task.IsComplete ? "checked" : "unchecked",
            ["title"] = content.Title,
            ["body"] = task.Body,
            ["creator"] = task.CreatedBy,
            ["assignee"] = task.AssignedTo,
            ["completeUser"] = task.CompletedBy,
            ["createDate"] = task.CreatedAt.ToUnixTimeMilliseconds(),
            ["dueDate"] = task.DueAt?.ToUnixTimeMilliseconds(),
            ["updateDate"] = task.UpdatedAt?.ToUnixTimeMilliseconds(),
            ["completeDate"] = task.CompletedAt?.ToUnixTimeMilliseconds(),
        };
    }
}
