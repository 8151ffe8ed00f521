namespace Tributary.Query.Cql;

/// <summary>A query in Confluence's query language. <see cref="ToString"/> prints canonical CQL that parses back to an equal query.</summary>
/// <param name="Where">Null matches everything; a query without condition needs at least one order to be printable.</param>
public sealed record CqlQuery(CqlExpression? Where, IReadOnlyList<CqlOrder> OrderBy)
{
    /// <summary>The same query, narrowed by one more condition. The order stays.</summary>
    /// <remarks>The new condition comes first: Confluence refuses a query whose first clause is negative.</remarks>
    public CqlQuery And(CqlExpression condition) => this with { Where = Where is null ? condition : new CqlAnd([condition, Where]) };

    /// <summary>Narrows the query to an allow-list that no clause of the caller's can widen: <c>space in ("ENG", "OPS") and (…)</c>.</summary>
    /// <exception cref="ArgumentException">The list is empty, and so allows nothing.</exception>
    public CqlQuery RestrictTo(string field, IEnumerable<string> values)
    {
        CqlLiteral[] allowed = [.. values.Select(value => new CqlLiteral(value))];
        return allowed.Length > 0
            ? And(new CqlComparison(field, CqlOperator.In, new CqlList(allowed)))
            : throw new ArgumentException("An allow-list needs at least one value.", nameof(values));
    }

    public bool Equals(CqlQuery? other) => other is not null && Equals(Where, other.Where) && OrderBy.SequenceEqual(other.OrderBy);

    public override int GetHashCode() => OrderBy.Aggregate(Where?.GetHashCode() ?? 0, HashCode.Combine);

    public override string ToString() => CqlPrinter.Print(this);
}

public sealed record CqlOrder(string Field, bool Descending);
