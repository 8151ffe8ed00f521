using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Diff;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Shows who changed a page when, and what.</summary>
[McpServerToolType]
internal sealed class GetPageHistoryTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader)
{
    private const int MostDiffTokens = 8000;

    [McpServerTool(Name = "confluence_get_page_history", Title = "Read a page's history", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists the versions of a page, newest first; with from_version, also what changed since then, as a diff of Markdown.")]
    public async Task<PageHistoryResult> GetPageHistoryAsync(
        PageId page_id,
        [Range(1, int.MaxValue), Description("Compare this version...")] int? from_version = null,
        [Range(1, int.MaxValue), Description("...with this one. Default: the newest.")] int? to_version = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        if (from_version is null && to_version is not null)
            throw ToolException.InvalidParams("`to_version` is given without `from_version`.", "Give both, or from_version alone to compare with the newest.");

        Page page = await confluence.GetPageAsync(page_id, new PageQuery(BodyFormat.None), cancellationToken);
        allowed.Check(page);
        string? diff = from_version is { } from ? await DiffAsync(page, from, to_version ?? page.Version.Number, cancellationToken) : null;
        ResultList<PageVersion> versions = await confluence.ListVersionsAsync(page, limit, start, cancellationToken);
        return new PageHistoryResult(page.Id.ToString(), WikiText.Line(page.Title), [.. versions.Items.Select(VersionItem.Of)], versions.NextStart, diff);
    }

    private async Task<string> DiffAsync(Page page, int from, int to, CancellationToken cancellationToken)
    {
        int newest = page.Version.Number;
        if (from > newest || to > newest)
            throw ToolException.InvalidParams($"Page {page.Id} is at version {newest}; there is no version {Math.Max(from, to)}.", $"Give versions from 1 to {newest}.");

        string diff = UnifiedDiff.Of(await MarkdownAsync(from), await MarkdownAsync(to), $"version {from}", $"version {to}");
        int end = BodyCut.End(diff, 0, MostDiffTokens, Boundaries.OfMarkdown);
        return end == diff.Length ? diff : diff[..end] + "(the diff goes on)";

        async Task<string> MarkdownAsync(int version)
        {
            Page past = await confluence.GetPageAsync(page.Id, new PageQuery(Version: version), cancellationToken);
            return await reader.MarkdownAsync(past, past.Body?.Value ?? "", cancellationToken);
        }
    }
}

/// <param name="Versions">Newest first.</param>
/// <param name="Diff">Of Markdown; empty where nothing that Markdown shows differs, null where none was asked for.</param>
internal sealed record PageHistoryResult(string Id, string Title, IReadOnlyList<VersionItem> Versions, int? NextStartOffset, string? Diff = null) : IToolResult
{
    public string ToText()
    {
        string list = ListText.Of("version", Versions.Select(version => version.ToText()), null, NextStartOffset);
        return Diff switch
        {
            null => list,
            "" => $"The two versions read alike.\n{list}",
            _ => $"{Fence.Around("what changed", Diff.TrimEnd('\n'))}\n{list}",
        };
    }
}

internal sealed record VersionItem(int Number, DateTime? CreatedDate, string? AuthorId, string? Message)
{
    public static VersionItem Of(PageVersion version) => new(version.Number, version.CreatedAt?.UtcDateTime, version.AuthorId, version.Message is { } message ? WikiText.Line(message) : null);

    public string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Number}: {(CreatedDate is { } date ? $"{date:yyyy-MM-dd HH:mm} " : "")}by {AuthorId ?? "unknown"}{(string.IsNullOrEmpty(Message) ? "" : $": {Message}")}");
}
