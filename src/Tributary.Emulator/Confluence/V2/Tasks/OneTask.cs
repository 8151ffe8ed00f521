using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Tasks;

/// <summary>GET and PUT /tasks/{id}; a task can be ticked and unticked, nothing else.</summary>
internal static class OneTask
{
    public static void Map(Routes routes)
    {
        routes.Get("/tasks/{id}", call => Answer.Ok(TaskJson.Of(call, Find(call), BodyJson.Format(call, inList: true))));
        routes.Put("/tasks/{id}", Update);
    }

    private static TaskItem Find(Call call)
    {
        long id = call.RouteNumber();
        return call.Wiki.FindTask(id) is { } task && call.Wiki.Find(task.ContentId) is { } content && call.Wiki.CanView(call.User, content)
            ? task
            : throw ConfluenceException.NotFound($"No task found with id : {id}");
    }

    private static Answer Update(Call call)
    {
        TaskItem task = Find(call);
        bool isComplete = Field.RequiredText(call.Json, "status") switch
        {
            "complete" => true,
            "incomplete" => false,
            { } status => throw ConfluenceException.BadRequest($"Provided value {{{status}}} for 'status' is not valid. Valid values are: complete, incomplete."),
        };
        return Answer.Ok(TaskJson.Of(call, call.Wiki.CompleteTask(call.User, task, isComplete), BodyJson.Format(call, inList: true)));
    }
}
