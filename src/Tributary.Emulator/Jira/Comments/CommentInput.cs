using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Comments;

/// <summary>A comment as a request gives it.</summary>
/// <param name="IsPublic">Of service projects; null where the request leaves it open.</param>
internal sealed record CommentInput(string Body, Visibility? Visibility, bool? IsPublic)
{
    public static CommentInput Of(JiraCall call, JsonObject given, Project project) => new(
        new RichText(call).Kept("comment", given["body"]) ?? throw JiraException.BadField("comment", "Comment body can not be empty!"),
        Audience.Of(call, given, project, "commentLevel"),
        Internal(given) is { } isInternal ? !isInternal : null);

    // How clients of service projects write a note that customers do not see.
    private static bool? Internal(JsonObject given) => (Given.Array(given, "properties") ?? [])
        .OfType<JsonObject>()
        .Where(property => Given.Text(property, "key") == "sd.public.comment")
        .Select(property => Given.Object(property, "value") is { } value ? Given.Flag(value, "internal") : null)
        .FirstOrDefault();
}
