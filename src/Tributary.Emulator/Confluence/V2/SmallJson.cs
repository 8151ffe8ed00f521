using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

internal static class LabelJson
{
    public static JsonObject Of(Label label) => new()
    {
        ["id"] = label.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["name"] = label.Name,
        ["prefix"] = label.Prefix,
    };
}

internal static class PropertyJson
{
    public static JsonObject Of(Property property) => new()
    {
        ["id"] = property.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["key"] = property.Key,
        ["value"] = property.Value?.DeepClone(),
        ["version"] = VersionJson.Of(property),
    };
}

/// <summary>What the user may do with a content or a space.</summary>
internal static class OperationJson
{
    public static IEnumerable<JsonObject> Of(Call call, Content content)
    {
        string target = Wire.Name(content.Type);
        yield return Operation("read", target);
        if (call.Wiki.CanRestrict(call.User, content)) yield return Operation("restrict_content", target);
        if (!call.Wiki.CanEdit(call.User, content)) yield break;
        foreach (string operation in (string[])["update", "delete", "archive", "copy", "move", "export"]) yield return Operation(operation, target);
        foreach (string inside in (string[])["comment", "attachment"]) yield return Operation("create", inside);
        if (call.Wiki.CanAdminister(call.User, call.Wiki.SpaceOf(content))) yield return Operation("purge", target);
    }

    public static IEnumerable<JsonObject> Of(Call call, Space space)
    {
        yield return Operation("read", "space");
        if (call.Wiki.CanEdit(call.User, space))
        {
            foreach (string type in (string[])["page", "blogpost", "comment", "attachment", "folder", "whiteboard", "database", "embed"]) yield return Operation("create", type);
        }

        if (!call.Wiki.CanAdminister(call.User, space)) yield break;
        foreach (string operation in (string[])["administer", "update", "delete", "export"]) yield return Operation(operation, "space");
    }

    private static JsonObject Operation(string operation, string targetType) => new() { ["operation"] = operation, ["targetType"] = targetType };
}
