using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int MostLabels = 250;

    // Everybody's labels; "my" and "team" labels are another thing under the same names.
    private const string GlobalLabels = "global";

    /// <summary>The labels of a page or blog post that everybody shares, by name.</summary>
    public async Task<IReadOnlyList<string>> ListLabelsAsync(PageId id, CancellationToken cancellationToken)
    {
        string operation = $"list labels of page {id}";
        IAsyncEnumerable<string> names = IsCloud
            ? CursorWalk.ToEndAsync(cursor => EitherKindAsync(ConfluenceOperation.ListLabels, ConfluenceOperation.ListBlogPostLabels, route => ReadLabelsAsync(route, id, cursor, operation, cancellationToken)))
            : CursorWalk.ToEndAsync(start => ReadLabelsFromAsync(id, start, operation, cancellationToken));
        return await names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToListAsync(cancellationToken);
    }

    /// <param name="names">In small letters, without blanks and the characters that Confluence refuses in labels.</param>
    public async Task AddLabelsAsync(PageId id, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        V1LabelWrite[] write = [.. names.Select(name => new V1LabelWrite(GlobalLabels, name))];
        using UpstreamAnswer answer = await Egress.SendAsync(
            Route(ConfluenceOperation.AddLabels).Request($"add labels to page {id}", id.ToString(), content: JsonAnswers.Body(write, V1Writes.V1LabelWriteArray)), cancellationToken);
    }

    public async Task RemoveLabelAsync(PageId id, string name, CancellationToken cancellationToken)
    {
        using UpstreamAnswer answer = await Egress.SendAsync(
            Route(ConfluenceOperation.RemoveLabel).Request($"remove a label of page {id}", id.ToString(), query: new Parameters { { "name", name } }), cancellationToken);
    }

    private async Task<CursorPage<string>> ReadLabelsAsync(ConfluenceOperation route, PageId id, string? cursor, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters { { "prefix", GlobalLabels }, { "limit", MostLabels }, { "cursor", cursor } };
        V2List<V2Label> list = await SendAsync(Route(route).Request(operation, id.ToString(), query: parts), V2Json.Default.V2ListV2Label, cancellationToken);
        return new CursorPage<string>([.. (list.Results ?? []).Select(label => label.Name).OfType<string>()], Links.CursorIn(list.Links?.Next));
    }

    private async Task<CursorPage<string>> ReadLabelsFromAsync(PageId id, string? start, string operation, CancellationToken cancellationToken)
    {
        int from = StartIn(start);
        var parts = new Parameters { { "prefix", GlobalLabels }, { "start", from }, { "limit", MostLabels } };
        V1List<V1Label> list = await SendAsync(Route(ConfluenceOperation.ListLabels).Request(operation, id.ToString(), query: parts), V1Json.Default.V1ListV1Label, cancellationToken);
        return new CursorPage<string>([.. (list.Results ?? []).Select(label => label.Name).OfType<string>()], NextCursor(list.Links, from, list.Results?.Count ?? 0));
    }
}
