using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Tasks;

internal static class TaskJson
{
    public static JsonObject Of(Call call, TaskItem task, string? bodyFormat)
    {
        Content content = call.Wiki.Find(task.ContentId)!;
        var json = new JsonObject
        {
            ["id"] = task.Id.ToString(CultureInfo.InvariantCulture),
            ["localId"] = task.LocalId,
            ["spaceId"] = call.Wiki.SpaceOf(content).IdText,
        };
        ContainerJson.AddTo(json, content);
        json["status"] = task.IsComplete ? "complete" : "incomplete";
        if (bodyFormat is not null)
        {
            json["body"] = new JsonObject { [bodyFormat] = new JsonObject { ["representation"] = bodyFormat, ["value"] = Bodies.Render(call, content, task.Body, bodyFormat) } };
        }

        json["createdBy"] = task.CreatedBy;
        json["assignedTo"] = task.AssignedTo;
        json["completedBy"] = task.CompletedBy;
        json["createdAt"] = Wire.Time(task.CreatedAt);
        json["updatedAt"] = Wire.Time(task.UpdatedAt ?? task.CreatedAt);
        json["dueAt"] = Time(task.DueAt);
        json["completedAt"] = Time(task.CompletedAt);
        return json;
    }

    private static string? Time(DateTimeOffset? time) => time is { } known ? Wire.Time(known) : null;
}
