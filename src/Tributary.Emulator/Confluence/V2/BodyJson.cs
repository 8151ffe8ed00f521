using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>Bodies in v2: asked for with <c>body-format</c>, written with <c>representation</c> and <c>value</c>.</summary>
internal static class BodyJson
{
    public const string LiveDoc = "live";

    private static readonly string[] InLists = ["storage", "atlas_doc_format"];
    private static readonly string[] Alone = ["storage", "atlas_doc_format", "view", "export_view", "anonymous_export_view", "styled_view", "editor"];

    /// <summary>The format that the call asks for, or null for none.</summary>
    public static string? Format(Call call, bool inList)
    {
        if (call.Query("body-format") is not { } format) return null;
        string[] known = inList ? InLists : Alone;
        return known.Contains(format, StringComparer.OrdinalIgnoreCase)
            ? format.ToLowerInvariant()
            : throw ConfluenceException.BadRequest($"Provided value {{{format}}} for 'body-format' is not valid. Valid values are: {string.Join(", ", known)}.");
    }

    /// <summary>Empty without a format, and for the storage format of what is kept as ADF alone.</summary>
    public static JsonObject Of(Call call, Content content, ContentVersion version, string? format) =>
        format is null || Bodies.Render(call, content, version, format) is not { } value ? [] : new() { [format] = new JsonObject { ["representation"] = format, ["value"] = value } };

    /// <summary>The body of a request as storage format; null where it has none.</summary>
    public static string? Read(Call call, JsonObject request) =>
        Given(request) is (string representation, string value) ? Bodies.Accept(call, representation, value) : null;

    /// <summary>The body of a request as it came, where it came as ADF.</summary>
    public static string? Document(JsonObject request) => Given(request) is ("atlas_doc_format", string value) ? value : null;

    private static (string Representation, string Value)? Given(JsonObject request)
    {
        if (request["body"] is not JsonObject body) return null;

        // Either {representation, value}, or the same under the name of the representation.
        JsonObject given = body["representation"] is null && body.FirstOrDefault().Value is JsonObject nested ? nested : body;
        string representation = Field.Text(given, "representation") ?? throw ConfluenceException.BadMessage("The body must have a representation");
        string value = Field.Text(given, "value") ?? throw ConfluenceException.BadMessage("The body must have a value");
        return (representation, value);
    }
}
