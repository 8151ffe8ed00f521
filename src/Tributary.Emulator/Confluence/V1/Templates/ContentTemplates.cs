using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Templates;

/// <summary><c>/template</c> and below, on Cloud.</summary>
internal static class ContentTemplates
{
    public static void Map(Routes routes)
    {
        routes.Get("/template/page", call => List(call, isBlueprint: false));
        routes.Get("/template/blueprint", call => List(call, isBlueprint: true));
        routes.Get("/template/{id}", call => One(call, Of(call)));
        routes.Post("/template", Create);
        routes.Put("/template", Update);
        routes.Delete("/template/{id}", call =>
        {
            Template template = Of(call);
            RequireManage(call, template.SpaceKey);
            call.Wiki.RemoveTemplate(template);
            return Answer.NoContent();
        });
    }

    private static Answer List(Call call, bool isBlueprint)
    {
        string? space = call.Query("spaceKey");
        if (space is not null) call.Wiki.VisibleSpace(call.User, space);
        Expansion expand = Expansion.Of(call);
        return Answer.Ok(Lists.Page(
            call,
            call.Wiki.Templates.Where(template => template.IsBlueprint == isBlueprint && string.Equals(template.SpaceKey, space, StringComparison.OrdinalIgnoreCase)),
            template => Render(call, template, expand)));
    }

    private static Answer One(Call call, Template template)
    {
        JsonObject rendered = Render(call, template, Expansion.Of(call, "body"));
        new Rendering(call).Top(rendered);
        return Answer.Ok(rendered);
    }

    private static Answer Create(Call call)
    {
        string? space = Field.Object(call.Json, "space") is { } given ? call.Wiki.VisibleSpace(call.User, Field.RequiredText(given, "key")).Key : null;
        RequireManage(call, space);
        if (Field.RequiredText(call.Json, "templateType") != "page") throw ConfluenceException.BadRequest("templateType must be 'page'");
        return One(call, call.Wiki.AddTemplate(Field.RequiredText(call.Json, "name"), Field.Text(call.Json, "description") ?? "", Body(call, call.Json), space));
    }

    private static Answer Update(Call call)
    {
        Template template = Find(call, Field.RequiredText(call.Json, "templateId"));
        RequireManage(call, template.SpaceKey);
        call.Wiki.UpdateTemplate(template, Field.RequiredText(call.Json, "name"), Field.Text(call.Json, "description") ?? template.Description, Body(call, call.Json));
        return One(call, template);
    }

    private static string Body(Call call, JsonObject given)
    {
        JsonObject body = Field.Object(given, "body") ?? throw ConfluenceException.BadRequest("body is required");
        JsonObject storage = Field.Object(body, "storage") ?? throw ConfluenceException.BadRequest("body.storage is required");
        return Bodies.Accept(call, "storage", Field.RequiredText(storage, "value"));
    }

    private static Template Of(Call call) => Find(call, call.Route("id"));

    private static Template Find(Call call, string id)
    {
        Template? found = call.Wiki.Templates.FirstOrDefault(template => template.Id.ToString(CultureInfo.InvariantCulture) == id);
        return found is not null && (found.SpaceKey is not { } key || (call.Wiki.FindSpace(key) is { } space && call.Wiki.CanView(call.User, space)))
            ? found
            : throw ConfluenceException.NotFound($"No template found with id : {id}");
    }

    private static void RequireManage(Call call, string? spaceKey)
    {
        if (spaceKey is not null)
        {
            call.Wiki.RequireAdminister(call.User, call.Wiki.VisibleSpace(call.User, spaceKey));
        }
        else if (!call.Wiki.IsAdministrator(call.User))
        {
            throw ConfluenceException.Forbidden("User not permitted to manage global templates");
        }
    }

    private static JsonObject Render(Call call, Template template, Expansion expand)
    {
        Rendering rendering = new(call);
        var rendered = new JsonObject
        {
            ["templateId"] = template.Id.ToString(CultureInfo.InvariantCulture),
            ["originalTemplate"] = new JsonObject { ["pluginKey"] = "", ["moduleKey"] = "" },
            ["referencingBlueprint"] = "",
            ["name"] = template.Name,
            ["description"] = template.Description,
            ["labels"] = new JsonArray([.. template.Labels.Select(rendering.Label)]),
            ["templateType"] = "page",
            ["editorVersion"] = "v2",
        };
        if (template.SpaceKey is { } key) rendered["space"] = rendering.Space(call.Wiki.FindSpace(key)!, Expansion.None);
        if (expand.Has("body"))
        {
            rendered["body"] = new JsonObject
            {
                ["storage"] = new JsonObject
                {
                    ["value"] = template.Body,
                    ["representation"] = "storage",
                    ["embeddedContent"] = new JsonArray(),
                    ["_expandable"] = new JsonObject(),
                },
            };
        }

        rendered["_expandable"] = expand.Has("body") ? new JsonObject() : new JsonObject { ["body"] = "" };
        rendered["_links"] = new JsonObject { ["self"] = $"{call.Site.BaseUrl}/rest/api/template/{template.Id}" };
        return rendered;
    }
}
