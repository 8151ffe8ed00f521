using System.Collections.Frozen;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Search.Cql;

internal static class CqlOrdering
{
    private static readonly Comparison<SearchHit> ByDefault = (left, right) => right.Score.CompareTo(left.Score) is var byScore and not 0
        ? byScore
        : Nullable.Compare(right.LastModified, left.LastModified);

    private static readonly FrozenDictionary<string, Comparison<SearchHit>> Fields = new Dictionary<string, Comparison<SearchHit>>
    {
        ["created"] = (left, right) => Nullable.Compare(left.Item.Created, right.Item.Created),
        ["creator"] = (left, right) => string.CompareOrdinal(left.Item.AuthorId, right.Item.AuthorId),
        ["id"] = (left, right) => left.Item.Number.CompareTo(right.Item.Number),
        ["lastmodified"] = (left, right) => Nullable.Compare(left.LastModified, right.LastModified),
        ["space"] = BySpaceKey,
        ["space.key"] = BySpaceKey,
        ["space.title"] = (left, right) => StringComparer.OrdinalIgnoreCase.Compare(left.Space?.Name, right.Space?.Name),
        ["title"] = ByTitle,
        ["type"] = (left, right) => string.CompareOrdinal(left.Item.Type, right.Item.Type),
        ["user.fullname"] = ByTitle,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Comparison<SearchHit> Of(IReadOnlyList<CqlOrder> orders)
    {
        List<Comparison<SearchHit>> comparisons = [.. orders.Select(Of)];
        if (comparisons.Count == 0)
            comparisons.Add(ByDefault);

        // Without a last word, pages of equal results could repeat or skip one.
        comparisons.Add((left, right) => left.Item.Number.CompareTo(right.Item.Number));
        return (left, right) =>
        {
            foreach (Comparison<SearchHit> compare in comparisons)
            {
                if (compare(left, right) is var order and not 0)
                    return order;
            }

            return 0;
        };
    }

    private static Comparison<SearchHit> Of(CqlOrder order)
    {
        Comparison<SearchHit> ascending = Fields.GetValueOrDefault(order.Field) ?? throw CqlError.Of($"Results cannot be ordered by the field '{order.Field}'");
        return order.Descending ? (left, right) => ascending(right, left) : ascending;
    }

    private static int BySpaceKey(SearchHit left, SearchHit right) => StringComparer.OrdinalIgnoreCase.Compare(left.Space?.Key, right.Space?.Key);

    private static int ByTitle(SearchHit left, SearchHit right) => StringComparer.OrdinalIgnoreCase.Compare(left.Item.Title.Text, right.Item.Title.Text);
}
