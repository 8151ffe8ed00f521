namespace Tributary.Query.Jql;

/// <summary>A condition: one clause, or conditions joined by AND, OR and NOT.</summary>
public abstract record JqlExpression
{
    public sealed override string ToString() => JqlPrinter.Print(this);
}

/// <summary>Conditions joined by one keyword. <c>a AND b AND c</c> is one junction of three; what stands in parentheses stays a junction of its own.</summary>
/// <param name="Terms">Two or more.</param>
public abstract record JqlJunction(IReadOnlyList<JqlExpression> Terms) : JqlExpression
{
    public virtual bool Equals(JqlJunction? other) =>
        other is not null && EqualityContract == other.EqualityContract && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => Terms.Aggregate(EqualityContract.GetHashCode(), HashCode.Combine);
}

public sealed record JqlAnd(IReadOnlyList<JqlExpression> Terms) : JqlJunction(Terms);

public sealed record JqlOr(IReadOnlyList<JqlExpression> Terms) : JqlJunction(Terms);

public sealed record JqlNot(JqlExpression Term) : JqlExpression;
