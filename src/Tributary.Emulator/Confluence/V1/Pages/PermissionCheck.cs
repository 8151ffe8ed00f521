using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>POST /content/{id}/permission/check</c>: whether a person or a group may do something.</summary>
internal static class PermissionCheck
{
    public static void Map(Routes routes) => routes.Post("/content/{id}/permission/check", Check);

    private static Answer Check(Call call)
    {
        Content content = Named.Content(call);
        JsonObject subject = Field.Object(call.Json, "subject") ?? throw ConfluenceException.BadRequest("subject is required");
        string identifier = Field.RequiredText(subject, "identifier");
        User[] people = Field.RequiredText(subject, "type") switch
        {
            "user" => [Restrictions.Subjects.Person(call.Wiki, identifier)],
            "group" => [.. Restrictions.Subjects.Group(call.Wiki, identifier).Members.Select(member => call.Wiki.FindUser(member)!)],
            { } other => throw ConfluenceException.BadRequest($"Unsupported subject type: {other}"),
        };
        bool allowed = Field.RequiredText(call.Json, "operation") switch
        {
            "read" => people.All(person => call.Wiki.CanView(person, content)),
            "update" or "delete" => people.All(person => call.Wiki.CanEdit(person, content)),
            { } other => throw ConfluenceException.BadRequest($"Unsupported operation: {other}"),
        };
        return Answer.Ok(new JsonObject { ["hasPermission"] = allowed, ["errors"] = new JsonArray(), ["_links"] = new Rendering(call).Base([]) });
    }
}
