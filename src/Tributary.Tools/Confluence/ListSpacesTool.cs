using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Lists the spaces that the user may see.</summary>
[McpServerToolType]
internal sealed class ListSpacesTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_list_spaces", Title = "List spaces", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists spaces with their keys and names.")]
    public async Task<SpacesResult> ListSpacesAsync(
        [Description("Only these keys.")] string[]? space_keys = null,
        SpaceType? type = null,
        SpaceStatus? status = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        [Description("description adds it.")] string? expand = null,
        CancellationToken cancellationToken = default)
    {
        SpaceKey[]? keys = space_keys is { Length: > 0 } ? [.. space_keys.Select(SpaceKey.Parse)] : null;
        if (allowed.IsRestricted)
            keys = [.. keys?.Where(key => allowed.Contains(key)) ?? allowed.Keys];
        if (keys is { Length: 0 })
            return new SpacesResult([], 0, null);

        var query = new SpaceQuery(keys, Wire(type), Wire(status), limit, start, Description: Expand.Has(expand, "description"));
        ResultList<Space> spaces = await confluence.ListSpacesAsync(query, cancellationToken);
        return new SpacesResult(
            [.. spaces.Items.Where(space => allowed.Contains(space.Key)).Select(SpaceItem.Of)],
            spaces.Total, spaces.NextStart);
    }

    private static string? Wire<T>(T? choice)
        where T : struct, Enum => choice is { } chosen ? JsonNamingPolicy.SnakeCaseLower.ConvertName(chosen.ToString()) : null;
}

internal enum SpaceType
{
    Global,
    Personal,
    Collaboration,
    KnowledgeBase,
}

internal enum SpaceStatus
{
    Current,
    Archived,
}

internal sealed record SpacesResult(IReadOnlyList<SpaceItem> Spaces, int? TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("space", Spaces.Select(space => space.ToText()), TotalAvailable, NextStartOffset);
}

internal sealed record SpaceItem(long Id, string Key, string Name, string Type, string Status, string Url, string? Description)
{
    public static SpaceItem Of(Space space) =>
        new(space.Id, space.Key.ToString(), WikiText.Line(space.Name), space.Type, space.Status, space.Url, space.Description is null ? null : WikiText.Line(space.Description));

    public string ToText() => $"{Key}: {Name} ({Type}, {Status}, id {Id}) {Url}{(Description is null or "" ? "" : "\n  " + Description)}";
}
