using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.LongTasks;

/// <summary>Long tasks: how one is announced, and how it stands.</summary>
internal static class LongTaskAnswers
{
    public static void Map(Routes routes)
    {
        routes.Get("/longtask", call => Answer.Ok(Lists.Page(call, call.Wiki.LongTasks, task => Render(call, task))));
        routes.Get("/longtask/{id}", call =>
        {
            string id = call.Route("id");
            JsonObject rendered = Render(call, call.Wiki.FindLongTask(id) ?? throw ConfluenceException.NotFound($"No long task found with id : {id}"));
            rendered["_links"] = new Rendering(call).Base(new JsonObject { ["self"] = $"{call.Site.BaseUrl}/rest/api/longtask/{id}" });
            return Answer.Ok(rendered);
        });
    }

    /// <summary>202: the task is on its way.</summary>
    public static Answer Accepted(Call call, LongTask task)
    {
        string status = $"/rest/api/longtask/{task.Id}";
        return Answer.Json(202, call.Site.IsCloud
            ? new JsonObject { ["ari"] = Ari(task), ["id"] = task.Id, ["links"] = new JsonObject { ["status"] = status } }
            : new JsonObject { ["id"] = task.Id, ["links"] = new JsonObject { ["status"] = status }, ["statusPath"] = status });
    }

    private static JsonObject Render(Call call, LongTask task)
    {
        var rendered = new JsonObject
        {
            ["id"] = task.Id,
            ["name"] = new JsonObject { ["key"] = task.Name, ["args"] = new JsonArray() },
            ["elapsedTime"] = (long)(call.Wiki.Now - task.StartedAt).TotalMilliseconds,
            ["percentageComplete"] = 100,
            ["successful"] = true,
            ["finished"] = true,
            ["messages"] = new JsonArray(new JsonObject { ["translation"] = task.Message, ["args"] = new JsonArray() }),
            ["status"] = "SUCCESS",
            ["errors"] = new JsonArray(),
        };
        if (call.Site.IsCloud) rendered["ari"] = Ari(task);
        return rendered;
    }

    private static string Ari(LongTask task) => $"ari:cloud:confluence:{Hosting.Site.CloudId}:long-running-task/{task.Id}";
}
