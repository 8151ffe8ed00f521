using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Labels;

/// <summary><c>/content/{id}/label</c> and <c>/content/{id}/label/{label}</c>: labels added and taken away.</summary>
internal static class ContentLabels
{
    public static void Map(Routes routes)
    {
        routes.Post("/content/{id}/label", Add);
        routes.Delete("/content/{id}/label", call => Remove(call, call.Query("name") ?? throw ConfluenceException.BadRequest("The label name is required")));
        routes.Delete("/content/{id}/label/{label}", call => Remove(call, call.Route("label")));
    }

    public static Answer List(Call call)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        string? prefix = call.Query("prefix");
        return Answer.Ok(Lists.Page(call, content.Labels.Where(label => prefix is null || label.Prefix == prefix), new Rendering(call).Label));
    }

    private static Answer Add(Call call)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        JsonObject[] labels = call.JsonNode switch
        {
            JsonObject one => [one],
            JsonArray many => [.. many.Select(each => each as JsonObject ?? throw ConfluenceException.BadMessage("A label must be an object with prefix and name"))],
            _ => throw ConfluenceException.BadMessage("The request body must be a label or an array of labels"),
        };

        // All or none: each is checked before the first is added.
        foreach (JsonObject label in labels) call.Wiki.LabelNamed(Prefix(label), Field.RequiredText(label, "name"));
        foreach (JsonObject label in labels) call.Wiki.AddLabel(call.User, content, Prefix(label), Field.RequiredText(label, "name"));
        return List(call);
    }

    private static string Prefix(JsonObject label) => Field.Text(label, "prefix") is { Length: > 0 } prefix ? prefix : "global";

    private static Answer Remove(Call call, string name)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        call.Wiki.RemoveLabel(call.User, content, name);
        return Answer.NoContent();
    }
}
