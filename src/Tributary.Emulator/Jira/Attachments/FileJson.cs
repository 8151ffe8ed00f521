using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Attachments;

internal static class FileJson
{
    public static JsonObject Of(JiraCall call, IssueFile file)
    {
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/attachment/{file.Id}",
            ["id"] = $"{file.Id}",
            ["filename"] = file.Name,
            ["author"] = UserJson.Of(call, file.AuthorId),
            ["created"] = JiraTime.Text(file.CreatedAt),
            ["size"] = file.Data.Length,
            ["mimeType"] = file.MediaType,
            ["content"] = call.IsCloud ? $"{call.Api}/attachment/content/{file.Id}" : $"{call.Origin}/secure/attachment/{file.Id}/{Uri.EscapeDataString(file.Name)}",
        };
        return json;
    }
}
