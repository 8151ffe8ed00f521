namespace Tributary.Query.Cql;

/// <summary>A condition: one comparison, or conditions joined by AND, OR and NOT.</summary>
public abstract record CqlExpression
{
    public sealed override string ToString() => CqlPrinter.Print(this);
}

/// <summary>Conditions joined by one keyword. <c>a and b and c</c> is one junction of three; what stands in parentheses stays a junction of its own.</summary>
/// <param name="Terms">Two or more.</param>
public abstract record CqlJunction(IReadOnlyList<CqlExpression> Terms) : CqlExpression
{
    public virtual bool Equals(CqlJunction? other) =>
        other is not null && EqualityContract == other.EqualityContract && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => Terms.Aggregate(EqualityContract.GetHashCode(), HashCode.Combine);
}

public sealed record CqlAnd(IReadOnlyList<CqlExpression> Terms) : CqlJunction(Terms);

public sealed record CqlOr(IReadOnlyList<CqlExpression> Terms) : CqlJunction(Terms);

public sealed record CqlNot(CqlExpression Term) : CqlExpression;

/// <param name="Field">As written, dots and brackets included: <c>space.key</c>, <c>content.property[key].path</c>.</param>
/// <param name="Value">With <see cref="CqlOperator.In"/> and <see cref="CqlOperator.NotIn"/> a list or a function, otherwise a literal or a function.</param>
public sealed record CqlComparison(string Field, CqlOperator Operator, CqlValue Value) : CqlExpression;
