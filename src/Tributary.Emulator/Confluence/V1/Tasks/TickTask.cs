using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Tasks;

/// <summary>Data Center's <c>/rest/inlinetasks/1/task/{contentId}/{taskId}</c>, with which its pages tick their boxes.</summary>
internal static class TickTask
{
    public static void Map(Routes routes)
    {
        routes.Put("/task/{id}/{taskId}", Tick);
        routes.Post("/task/{id}/{taskId}", Tick);
    }

    private static Answer Tick(Call call)
    {
        Content content = Named.Content(call);
        string localId = call.Route("taskId");
        TaskItem task = call.Wiki.Tasks.FirstOrDefault(task => task.ContentId == content.Id && task.LocalId == localId)
            ?? throw ConfluenceException.NotFound($"No task {localId} in content with id : {content.Id}");
        bool isComplete = Field.RequiredText(call.Json, "status") switch
        {
            "CHECKED" => true,
            "UNCHECKED" => false,
            { } other => throw ConfluenceException.BadRequest($"Unsupported status: {other}"),
        };
        call.Wiki.CompleteTask(call.User, task, isComplete);
        return Answer.Ok(new JsonObject
        {
            ["globalId"] = task.Id,
            ["id"] = long.TryParse(localId, CultureInfo.InvariantCulture, out long number) ? number : 0,
            ["contentId"] = content.Number,
            ["status"] = isComplete ? "CHECKED" : "UNCHECKED",
        });
    }
}
