using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Shows what stands below a page.</summary>
[McpServerToolType]
internal sealed class GetPageTreeTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_get_page_tree", Title = "Show the page tree", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists pages, folders and the like below a page, or below a space's home page.")]
    public async Task<PageTreeResult> GetPageTreeAsync(
        PageId? page_id = null,
        [Description("Instead of page_id: from its home page on.")] SpaceKey? space_key = null,
        [Range(1, ConfluenceClient.DeepestTree)] int depth = 2,
        [Range(1, 250)] int limit = 100,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        PageId root = page_id ?? await HomeAsync(space_key, cancellationToken);
        await allowed.CheckPageAsync(confluence, root, cancellationToken);
        ResultList<TreeItem> below = await confluence.ListDescendantsAsync(root, new TreeQuery(depth, limit, start), cancellationToken);
        return new PageTreeResult(root.ToString(), [.. InOrder(below.Items, root).Select(PageTreeItem.Of)], below.NextStart);
    }

    private async Task<PageId> HomeAsync(SpaceKey? key, CancellationToken cancellationToken)
    {
        if (key is not { } space)
            throw ToolException.InvalidParams("It is not said which tree.", "Give page_id, or space_key for the whole space.");

        allowed.Check(space);
        ResultList<Space> found = await confluence.ListSpacesAsync(new SpaceQuery([space], Limit: 1), cancellationToken);
        return (found.Items is [var only, ..] ? only.HomepageId : null)
            ?? throw new ToolException(ErrorCode.ResourceNotFound, $"Space {space} has no home page, or is not shown to the configured user.", "Find a page of it with confluence_search and give its page_id.");
    }

    /// <summary>Each page followed by what is below it; Atlassian's own order among siblings.</summary>
    private static IEnumerable<TreeItem> InOrder(IReadOnlyList<TreeItem> items, PageId root)
    {
        ILookup<PageId?, TreeItem> byParent = items.ToLookup(item => item.ParentId);
        HashSet<PageId> shown = [];
        var pending = new Stack<TreeItem>(byParent[root].Reverse());

        // A piece of a longer list may begin below a page that an earlier piece had.
        foreach (TreeItem orphan in items.Where(item => item.ParentId is { } parent && parent != root && items.All(other => other.Id != parent)).Reverse()) pending.Push(orphan);
        while (pending.TryPop(out TreeItem? item))
        {
            if (!shown.Add(item.Id))
                continue;
            yield return item;
            foreach (TreeItem child in byParent[item.Id].Reverse()) pending.Push(child);
        }
    }
}

/// <param name="Pages">In the order in which they are read down the tree.</param>
internal sealed record PageTreeResult(string RootId, IReadOnlyList<PageTreeItem> Pages, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("entry", Pages.Select(page => page.ToText()), null, NextStartOffset);
}

/// <param name="Depth">1 right below the root.</param>
internal sealed record PageTreeItem(string Id, string Title, string Type, string? ParentId, int Depth)
{
    public static PageTreeItem Of(TreeItem item) => new(item.Id.ToString(), WikiText.Line(item.Title), item.Type, item.ParentId?.ToString(), item.Depth);

    public string ToText() => $"{new string(' ', (Depth - 1) * 2)}{Id}: {Title}{(Type == "page" ? "" : $" ({Type})")}";
}
