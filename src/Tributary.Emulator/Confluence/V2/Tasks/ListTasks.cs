using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Tasks;

/// <summary>GET /tasks.</summary>
internal static class ListTasks
{
    public static void Map(Routes routes) => routes.Get("/tasks", Serve);

    private static Answer Serve(Call call)
    {
        string? format = BodyJson.Format(call, inList: true);
        Func<TaskItem, bool> matches = Filter(call);
        return CursorPaging.Page(
            call,
            call.Wiki.Tasks,
            task => $"{task.Id}",
            task => matches(task) && call.Wiki.Find(task.ContentId) is { Status: ContentStatus.Current } content && call.Wiki.CanView(call.User, content),
            task => TaskJson.Of(call, task, format));
    }

    private static Func<TaskItem, bool> Filter(Call call)
    {
        List<Func<TaskItem, bool>> conditions = [];
        if (call.Query("status") is { } status)
        {
            if (status is not ("complete" or "incomplete")) throw ConfluenceException.BadRequest($"Provided value {{{status}}} for 'status' is not valid. Valid values are: complete, incomplete.");
            conditions.Add(task => task.IsComplete == (status == "complete"));
        }

        if (!call.Flag("include-blank-tasks", otherwise: true)) conditions.Add(task => task.Body.Trim().Length > 0);
        AddIds(call, conditions, "task-id", task => task.Id);
        AddIds(call, conditions, "space-id", task => call.Wiki.Find(task.ContentId)!.SpaceId);
        AddIds(call, conditions, "page-id", task => call.Wiki.Find(task.ContentId) is { Type: ContentType.Page } page ? page.Number : null);
        AddIds(call, conditions, "blogpost-id", task => call.Wiki.Find(task.ContentId) is { Type: ContentType.BlogPost } post ? post.Number : null);
        AddPeople(call, conditions, "created-by", task => task.CreatedBy);
        AddPeople(call, conditions, "assigned-to", task => task.AssignedTo);
        AddPeople(call, conditions, "completed-by", task => task.CompletedBy);
        AddTimes(call, conditions, "created-at", task => task.CreatedAt);
        AddTimes(call, conditions, "due-at", task => task.DueAt);
        AddTimes(call, conditions, "completed-at", task => task.CompletedAt);
        return task => conditions.TrueForAll(condition => condition(task));
    }

    private static void AddIds(Call call, List<Func<TaskItem, bool>> conditions, string parameter, Func<TaskItem, long?> id)
    {
        IReadOnlyList<long> wanted = call.ManyNumbers(parameter);
        if (wanted.Count > 0) conditions.Add(task => id(task) is { } known && wanted.Contains(known));
    }

    private static void AddPeople(Call call, List<Func<TaskItem, bool>> conditions, string parameter, Func<TaskItem, string?> person)
    {
        IReadOnlyList<string> wanted = call.Many(parameter);
        if (wanted.Count > 0) conditions.Add(task => person(task) is { } known && wanted.Contains(known));
    }

    private static void AddTimes(Call call, List<Func<TaskItem, bool>> conditions, string parameter, Func<TaskItem, DateTimeOffset?> time)
    {
        if (call.Moment(parameter + "-from") is { } from) conditions.Add(task => time(task) >= from);
        if (call.Moment(parameter + "-to") is { } to) conditions.Add(task => time(task) <= to);
    }
}
