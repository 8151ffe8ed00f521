using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

internal static class VersionJson
{
    public static JsonObject Of(ContentVersion version) => new()
    {
        ["number"] = version.Number,
        ["message"] = version.Message,
        ["minorEdit"] = version.Minor,
        ["authorId"] = version.AuthorId,
        ["createdAt"] = Wire.Time(version.When),
    };

    public static JsonObject Of(Property property) => new()
    {
        ["number"] = property.Version,
        ["message"] = property.Message,
        ["minorEdit"] = false,
        ["authorId"] = property.AuthorId,
        ["createdAt"] = Wire.Time(property.When),
    };
}
