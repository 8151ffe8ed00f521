using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Keeps a JSON value with a page, or deletes one.</summary>
[McpServerToolType]
internal sealed class SetPropertyTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    private const int LongestKey = 255;

    [McpServerTool(Name = "confluence_set_property", Title = "Set a content property", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Keeps a JSON value with a page under a key, or deletes it.")]
    public async Task<PropertyResult> SetPropertyAsync(
        PageId page_id,
        string key,
        [Prose, Description("JSON.")] JsonElement? value = null,
        // A flag of its own: null is a value that can be kept, and what many callers send for nothing.
        bool delete = false,
        [Range(0, int.MaxValue), Description("Refused if it has moved on from it; 0: must be new.")] int? base_version = null,
        CancellationToken cancellationToken = default)
    {
        if (key.Length is 0 or > LongestKey || WikiText.Line(key) != key)
            throw ToolException.InvalidParams("`key` cannot be a key.", $"Give 1 to {LongestKey} characters that can be seen.");
        if (delete == value is not null)
            throw ToolException.InvalidParams(delete ? "`value` and `delete` exclude each other." : "`value` is missing.", "Give value to keep one (\"null\" for a null), or delete true.");

        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        ContentProperty? known = await confluence.ListPropertiesAsync(page_id, key, cancellationToken) is [var one, ..] ? one : null;
        if (base_version is { } read && read != (known?.Version ?? 0))
            throw PageWriter.Conflict($"Property {key} of page {page_id} {(known is null ? "does not exist" : $"is at version {known.Version}")}; `base_version` was {read}.");

        string? former = known?.Value.GetRawText();
        if (value is { } wanted)
        {
            if (known is not null && JsonNode.DeepEquals(Node(known.Value), Node(wanted)))
                return new PropertyResult(page_id.ToString(), key, known.Version, $"Nothing to write: property {key} of page {page_id} has this value already, at version {known.Version}.");

            ContentProperty written = await confluence.SetPropertyAsync(page_id, key, wanted, known, cancellationToken);
            return new PropertyResult(
                page_id.ToString(), key, written.Version, $"Property {key} of page {page_id} is at version {written.Version}.", Undo.SetProperty(page_id, key, former));
        }

        if (known is null)
            return new PropertyResult(page_id.ToString(), key, 0, $"Nothing to delete: page {page_id} has no property {key}.");

        await confluence.DeletePropertyAsync(page_id, known, cancellationToken);
        return new PropertyResult(page_id.ToString(), key, 0, $"Deleted property {key} of page {page_id}.", Undo.SetProperty(page_id, key, former));
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}

/// <param name="Version">0 where there is none any more.</param>
/// <param name="Undo">Null where nothing was written, or the former value is too long to be sent around.</param>
internal sealed record PropertyResult(string PageId, string Key, int Version, string Message, string? Undo = null) : IToolResult
{
    public string ToText() => Undo is null ? Message : $"{Message}\n{Fence.Around("undo", Undo)}";
}
