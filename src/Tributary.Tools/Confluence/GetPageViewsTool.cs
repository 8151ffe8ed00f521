using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Says how often a page was looked at.</summary>
[McpServerToolType]
internal sealed class GetPageViewsTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_get_page_views", Title = "Count page views", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Cloud only: how often a page was looked at, and by how many people.")]
    public async Task<PageViewsResult> GetPageViewsAsync(
        PageId page_id,
        [Description("Only since this day, e.g. 2026-01-31.")] string? from_date = null,
        CancellationToken cancellationToken = default)
    {
        DateOnly? from = null;
        if (from_date is not null)
        {
            from = DateOnly.TryParseExact(from_date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? day
                : throw ToolException.InvalidParams($"`from_date` \"{WikiText.Beginning(from_date, 40)}\" is no day.", "Give one such as 2026-01-31.");
        }

        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        PageViews views = await confluence.GetPageViewsAsync(page_id, from, cancellationToken);
        return new PageViewsResult(page_id.ToString(), views.Views, views.Viewers, from_date);
    }
}

internal sealed record PageViewsResult(string PageId, long Views, long Viewers, string? FromDate) : IToolResult
{
    public string ToText() => $"Page {PageId}: {Views} views by {Viewers} people{(FromDate is null ? "" : $" since {FromDate}")}";
}
