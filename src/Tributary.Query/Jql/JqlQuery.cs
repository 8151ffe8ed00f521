namespace Tributary.Query.Jql;

/// <summary>A query in Jira's query language. <see cref="ToString"/> prints canonical JQL that parses back to an equal query.</summary>
/// <param name="Where">Null matches every issue; with no order either, the query prints as the empty text, which is JQL.</param>
public sealed record JqlQuery(JqlExpression? Where, IReadOnlyList<JqlOrder> OrderBy)
{
    /// <summary>A query without an order of its own.</summary>
    public static JqlQuery For(JqlExpression where) => new(where, []);

    /// <summary>The same query, narrowed by one more condition. The order stays.</summary>
    public JqlQuery And(JqlExpression condition) => this with { Where = Where is null ? condition : new JqlAnd([condition, Where]) };

    /// <summary>Narrows the query to an allow-list that no clause of the caller's can widen: <c>project in ("ENG", "OPS") AND (…)</c>.</summary>
    /// <exception cref="ArgumentException">The list is empty, and so allows nothing.</exception>
    public JqlQuery RestrictTo(string field, IEnumerable<string> values) => And(JqlField.Named(field).In(values));

    /// <summary>The same query in this order; a former order is dropped.</summary>
    public JqlQuery OrderedBy(params IReadOnlyList<JqlOrder> orders) => this with { OrderBy = orders };

    public bool Equals(JqlQuery? other) => other is not null && Equals(Where, other.Where) && OrderBy.SequenceEqual(other.OrderBy);

    public override int GetHashCode() => OrderBy.Aggregate(Where?.GetHashCode() ?? 0, HashCode.Combine);

    public override string ToString() => JqlPrinter.Print(this);
}

/// <param name="Descending">Null when the query says neither ASC nor DESC: each field then has its own order (newest or highest first for many).</param>
public sealed record JqlOrder(JqlField Field, bool? Descending);
