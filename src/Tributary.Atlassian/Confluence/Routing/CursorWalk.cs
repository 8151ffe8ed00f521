using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Atlassian.Confluence.Routing;

/// <summary>One answer of a cursor list.</summary>
/// <param name="Next">The cursor of what follows; null at the end.</param>
internal sealed record CursorPage<T>(IReadOnlyList<T> Items, string? Next, int? Total = null);

/// <summary>Lists that go on by cursor, read from a <c>start</c> or to their end.</summary>
internal static class CursorWalk
{
    // A list that answers empty pages with a cursor for ever ends here.
    private const int MostRequests = 200;

    /// <param name="most">What one request may ask for.</param>
    /// <param name="read">Reads at most so many from a cursor on.</param>
    public static async Task<ResultList<T>> FromAsync<T>(int start, int limit, int most, Func<int, string?, Task<CursorPage<T>>> read)
    {
        List<T> items = [];
        int seen = 0, end = start + limit;
        CursorPage<T>? page = null;
        for (int request = 0; request < MostRequests && seen < end && (page is null || page.Next is not null); request++)
        {
            CursorPage<T> next = await read(Math.Min(most, end - seen), page?.Next);
            items.AddRange(next.Items.Skip(Math.Max(0, start - seen)).Take(limit - items.Count));
            seen += next.Items.Count;
            page = next with { Next = next.Next == page?.Next ? null : next.Next };
        }

        bool more = page?.Next is not null || seen > end;
        // The cursor stands behind all that was read: it continues this answer only where nothing was read beyond it.
        return new ResultList<T>(items, page?.Total, more && end <= ConfluenceClient.FarthestStart ? end : null, seen == end ? page?.Next : null);
    }

    public static async IAsyncEnumerable<T> ToEndAsync<T>(Func<string?, Task<CursorPage<T>>> read)
    {
        string? cursor = null;
        do
        {
            CursorPage<T> page = await read(cursor);
            foreach (T item in page.Items) yield return item;
            if (page.Next == cursor) yield break;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    public static void CheckStart(int start, string operation)
    {
        if (start <= ConfluenceClient.FarthestStart) return;
        throw new AtlassianException(
            AtlassianErrorKind.InvalidRequest, operation, status: null,
            $"start is {start}, but Confluence Cloud gives this list by cursor, so start goes up to {ConfluenceClient.FarthestStart}. Narrow the request, or continue by cursor.");
    }
}
