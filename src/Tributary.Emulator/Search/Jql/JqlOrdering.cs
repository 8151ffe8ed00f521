using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>The order of what was found. What has no value comes last, up or down.</summary>
internal static class JqlOrdering
{
    private const int MostOnCloud = 7;

    public static Comparison<Issue> Of(IReadOnlyList<JqlOrder> orders, JqlContext context)
    {
        if (context.IsCloud && orders.Count > MostOnCloud) context.Complain(JqlMessage.TooManySorts(MostOnCloud));
        var comparisons = new List<Comparison<Issue>>();
        foreach (JqlOrder order in orders)
        {
            string name = order.Field.Properties.Count == 0 ? order.Field.Name : order.Field.ToString();
            SearchField? field = JqlFields.Of(context.IsCloud).Find(order.Field);
            if (field is null) context.Complain(JqlMessage.NoSort(name));
            else if (field.SortKey is null) context.Complain(JqlMessage.NotSortable(name));
            else comparisons.Add(By(field, order.Descending ?? field.Descends, context));
        }

        // Without an order of its own, the best match is first, and the newest of equals.
        if (orders.Count == 0) comparisons.Add((left, right) => Relevance(right, context).CompareTo(Relevance(left, context)));
        comparisons.Add((left, right) => right.Id.CompareTo(left.Id));
        return (left, right) =>
        {
            foreach (Comparison<Issue> compare in comparisons)
            {
                if (compare(left, right) is var order and not 0) return order;
            }

            return 0;
        };
    }

    private static double Relevance(Issue issue, JqlContext context) => context.Relevance.Sum(score => score(issue));

    private static Comparison<Issue> By(SearchField field, bool descending, JqlContext context)
    {
        var keys = new Dictionary<long, IComparable?>();
        return (left, right) => (Key(left), Key(right)) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string first, string second) => Signed(StringComparer.OrdinalIgnoreCase.Compare(first, second)),
            var (first, second) => Signed(first.CompareTo(second)),
        };

        int Signed(int order) => descending ? -order : order;

        IComparable? Key(Issue issue) => keys.TryGetValue(issue.Id, out IComparable? key) ? key : keys[issue.Id] = field.SortKey!(issue, context);
    }
}
