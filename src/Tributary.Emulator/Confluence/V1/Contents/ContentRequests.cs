using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary>What requests on v1 content have in common.</summary>
internal static class ContentRequests
{
    public static ContentType Type(string name) => name switch
    {
        "page" => ContentType.Page,
        "blogpost" => ContentType.BlogPost,
        "comment" => ContentType.Comment,
        "attachment" => ContentType.Attachment,
        _ => throw ConfluenceException.BadRequest($"Unsupported content type: {name}"),
    };

    /// <summary>Current alone where none is named.</summary>
    public static ContentStatus[] Statuses(Call call)
    {
        IReadOnlyList<string> names = call.Many("status");
        if (names.Count == 0) return [ContentStatus.Current];
        return names.Contains("any")
            ? [ContentStatus.Current, ContentStatus.Trashed, ContentStatus.Draft, ContentStatus.Archived]
            : [.. names.Where(name => name != "historical").Select(name => Wire.Status(name) ?? throw ConfluenceException.BadRequest($"Unsupported status: {name}"))];
    }

    /// <summary>The body in storage format; null where there is none.</summary>
    public static string? Body(Call call, JsonObject given)
    {
        if (Field.Object(given, "body") is not { } body) return null;
        foreach ((string name, JsonNode? node) in body)
        {
            if (node is JsonObject part && Field.Text(part, "value") is { } value) return Bodies.Accept(call, Field.Text(part, "representation") ?? name, value);
        }

        return null;
    }

    /// <summary>The nearest of the ancestors given: the last.</summary>
    public static string? Parent(JsonObject given) =>
        Field.Array(given, "ancestors") is [.., JsonObject last] ? Field.RequiredText(last, "id") : null;

    public static (int? Number, string Message, bool Minor) Version(JsonObject given) => Field.Object(given, "version") is { } version
        ? (Field.Number(version, "number"), Field.Text(version, "message") ?? "", Field.Flag(version, "minorEdit") ?? false)
        : (null, "", false);

    public static string? InlineSelection(JsonObject given) =>
        Field.Object(given, "extensions") is { } extensions && Field.Text(extensions, "location") == "inline" && Field.Object(extensions, "inlineProperties") is { } inline
            ? Field.Text(inline, "originalSelection")
            : null;

    /// <summary>Whether a comment is to be resolved or reopened; null where the request says nothing.</summary>
    public static bool? Resolved(JsonObject given)
    {
        if (Field.Object(given, "extensions") is not { } extensions) return null;
        string? status = extensions["resolution"] is JsonObject resolution ? Field.Text(resolution, "status") : Field.Text(extensions, "resolution");
        return status switch
        {
            null => null,
            "resolved" => true,
            "open" or "reopened" => false,
            _ => throw ConfluenceException.BadRequest($"Unsupported resolution: {status}"),
        };
    }
}
