using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Tools;

/// <summary>The spaces that the operator opened. Empty means all that the credential may see.</summary>
internal sealed class SpaceAllowList(IReadOnlyList<SpaceKey> keys)
{
    public IReadOnlyList<SpaceKey> Keys => keys;

    public bool IsRestricted => keys.Count > 0;

    /// <summary>What belongs to no space is inside only where every space is.</summary>
    public bool Contains(SpaceKey? key) => !IsRestricted || (key is { } known && keys.Contains(known));

    public void Check(SpaceKey key)
    {
        if (!Contains(key))
            throw Refusal($"Space {key} is outside the spaces this server may use.");
    }

    public void Check(Page page)
    {
        if (!Contains(page.SpaceKey))
            throw Refusal($"Page {page.Id} is outside the spaces this server may use.");
    }

    /// <summary>Costs a request only where spaces are restricted.</summary>
    public async Task CheckPageAsync(ConfluenceClient confluence, PageId id, CancellationToken cancellationToken)
    {
        if (IsRestricted)
            Check(await confluence.GetPageAsync(id, new PageQuery(BodyFormat.None), cancellationToken));
    }

    private ToolException Refusal(string message) =>
        new(ErrorCode.NotAllowed, message, $"Use {string.Join(", ", keys)}; the operator sets them with CONFLUENCE_SPACES_FILTER.");
}
