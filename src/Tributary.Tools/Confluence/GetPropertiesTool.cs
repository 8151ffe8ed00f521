using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Reads the JSON values that are kept with a page.</summary>
[McpServerToolType]
internal sealed class GetPropertiesTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_get_properties", Title = "Read content properties", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads the JSON values that programs keep with a page under keys; its readers do not see them.")]
    public async Task<PropertiesResult> GetPropertiesAsync(
        PageId page_id,
        [Description("This one alone.")] string? key = null,
        [Range(100, 100_000)] int max_tokens = PageReader.DefaultMaxTokens,
        CancellationToken cancellationToken = default)
    {
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        IReadOnlyList<ContentProperty> properties = await confluence.ListPropertiesAsync(page_id, key, cancellationToken);
        if (key is not null && properties.Count == 0)
            throw new ToolException(ErrorCode.ResourceNotFound, $"Page {page_id} has no property \"{WikiText.Beginning(key, 80)}\".", "Read without key for the list of those it has.");

        int left = max_tokens;
        return new PropertiesResult([.. properties.Select(property =>
        {
            string value = SeenJson.Of(property.Value.GetRawText());
            int tokens = BodyCut.Tokens(value);
            bool fits = tokens <= left;
            left -= fits ? tokens : 0;
            return new PropertyItem(WikiText.Line(property.Key), property.Version, fits ? value : null, Encoding.UTF8.GetByteCount(value));
        })]);
    }
}

internal sealed record PropertiesResult(IReadOnlyList<PropertyItem> Properties) : IToolResult
{
    public string ToText() => Properties.Count == 0 ? "0 properties" : $"{Properties.Count} {(Properties.Count == 1 ? "property" : "properties")}\n"
        + Fence.Around("properties of the wiki", string.Join('\n', Properties.Select(property => property.ToText())))
        + (Properties.Any(property => property.Value is null) ? "\nSome values are too long: read one by its key, with more max_tokens." : "");
}

/// <param name="Value">JSON; null where it is too long for what the caller asked for.</param>
/// <param name="Bytes">Of the value.</param>
internal sealed record PropertyItem(string Key, int Version, string? Value, int Bytes)
{
    public string ToText() => $"- {Key} (version {Version}): {(Value is null ? $"{Bytes} bytes" : WikiText.Line(Value))}";
}
