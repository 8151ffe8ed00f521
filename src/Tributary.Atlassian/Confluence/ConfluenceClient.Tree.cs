using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    /// <summary>How deep Cloud lists what is below a page.</summary>
    public const int DeepestTree = 5;

    private const int MostInTree = 250;

    /// <summary>What stands below a page; on Data Center pages alone, for it has nothing else in its tree.</summary>
    public async Task<ResultList<TreeItem>> ListDescendantsAsync(PageId pageId, TreeQuery query, CancellationToken cancellationToken)
    {
        string operation = $"list what is below page {pageId}";
        if (!IsCloud) return await ListDescendantPagesAsync(pageId, query, operation, cancellationToken);

        CursorWalk.CheckStart(query.Start, operation);
        ResultList<TreeItem> items = await CursorWalk.FromAsync(query.Start, query.Limit, MostInTree, async (limit, cursor) =>
        {
            V2List<V2TreeItem> list = await SendAsync(
                Route(ConfluenceOperation.ListDescendants).Request(
                    operation, pageId.ToString(), query: new Parameters { { "depth", query.Depth }, { "limit", limit }, { "cursor", cursor } }),
                V2Json.Default.V2ListV2TreeItem, cancellationToken);
            return new CursorPage<TreeItem>([.. (list.Results ?? []).Select(item => V2Reader.TreeItem(item, operation))], Links.CursorIn(list.Links?.Next));
        });
        return items with { NextCursor = null };
    }

    /// <summary>Moves a page with all that is below it.</summary>
    /// <exception cref="AtlassianException">Data Center's API moves a page below another one and knows no order among siblings.</exception>
    public async Task MovePageAsync(PageId pageId, MovePosition position, PageId targetId, CancellationToken cancellationToken)
    {
        string operation = $"move page {pageId}";
        if (IsCloud)
        {
            Route route = Route(ConfluenceOperation.MovePage);
            using var answer = await Egress.SendAsync(route.Request(operation, pageId.ToString(), position.ToString().ToLowerInvariant(), targetId.ToString()), cancellationToken);
            return;
        }

        if (position != MovePosition.Append) throw Capabilities.Unsupported(operation, Site.Deployment, "a place before or after a page, only below one");
        Page page = await GetPageAsync(pageId, new PageQuery(), cancellationToken);
        await UpdatePageAsync(pageId, new PageUpdate(page.Version.Number + 1, page.Title, page.Body ?? PageBody.Empty, targetId, Status: page.Status, Type: page.Type), cancellationToken);
    }

    /// <summary>Copies one page below another.</summary>
    /// <exception cref="AtlassianException">Data Center's API has no copy: there the page is read and created, and what else belongs to it cannot be taken along.</exception>
    public async Task<Page> CopyPageAsync(PageId pageId, PageId parentId, string title, CopyOptions options, CancellationToken cancellationToken)
    {
        string operation = $"copy page {pageId}";
        if (IsCloud)
        {
            var copy = new V1CopyWrite(
                options.Attachments, options.Labels, options.Properties, options.Restrictions, new V1CopyDestination("parent_page", parentId.ToString()), title);
            V1Content copied = await SendAsync(
                Route(ConfluenceOperation.CopyPage).Request(operation, pageId.ToString(), content: JsonAnswers.Body(copy, V1Writes.V1CopyWrite)), V1Json.Default.V1Content, cancellationToken);
            return v1.Page(copied, operation) with { ParentId = parentId };
        }

        if (options != new CopyOptions()) throw Capabilities.Unsupported(operation, Site.Deployment, "copies with attachments, labels, properties or restrictions");
        Page source = await GetPageAsync(pageId, new PageQuery(), cancellationToken);
        Page parent = await GetPageAsync(parentId, new PageQuery(BodyFormat.None), cancellationToken);
        return await CreatePageAsync(new NewPage(parent.SpaceKey, title, source.Body?.Value ?? "", parentId), cancellationToken);
    }

    private async Task<ResultList<TreeItem>> ListDescendantPagesAsync(PageId pageId, TreeQuery query, string operation, CancellationToken cancellationToken)
    {
        bool onlyChildren = query.Depth == 1;
        V1List<V1Content> list = await SendAsync(
            Route(onlyChildren ? ConfluenceOperation.ListChildPages : ConfluenceOperation.ListDescendants).Request(operation, pageId.ToString(), query: new Parameters
            {
                { "expand", onlyChildren ? null : "ancestors" }, { "start", query.Start }, { "limit", query.Limit },
            }),
            V1Json.Default.V1ListV1Content,
            cancellationToken);
        IEnumerable<TreeItem> items = (list.Results ?? []).Select(content => V1Reader.TreeItem(content, pageId, operation)).Where(item => item.Depth <= query.Depth);
        return new ResultList<TreeItem>([.. items], list.Total, NextStart(list.Links, query.Start, list.Results?.Count ?? 0));
    }
}
