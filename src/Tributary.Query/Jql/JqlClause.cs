namespace Tributary.Query.Jql;

/// <summary>One condition on one field.</summary>
public abstract record JqlClause(JqlField Field) : JqlExpression;

/// <summary>A condition on what the field holds now.</summary>
/// <param name="Value">As in Jira, the grammar lets any value follow any operator; <see cref="JqlUsage"/> tells which Jira then refuses.</param>
public sealed record JqlComparison(JqlField Field, JqlOperator Operator, JqlValue Value) : JqlClause(Field);

/// <summary>A condition on what the field holds or ever held: <c>status was not in (Open, Reopened) before "2024-01-01"</c>.</summary>
/// <param name="Operator">One of the four WAS operators.</param>
/// <param name="Predicates">In the order written; each narrows the clause. Never <see cref="JqlPredicateKind.From"/> or <see cref="JqlPredicateKind.To"/>.</param>
public sealed record JqlWas(JqlField Field, JqlOperator Operator, JqlValue Value, IReadOnlyList<JqlPredicate> Predicates) : JqlClause(Field)
{
    public bool Equals(JqlWas? other) =>
        other is not null && Field.Equals(other.Field) && Operator == other.Operator && Value.Equals(other.Value) && Predicates.SequenceEqual(other.Predicates);

    public override int GetHashCode() => Predicates.Aggregate(HashCode.Combine(Field, Operator, Value), HashCode.Combine);
}

/// <summary>A condition on one change of the field: <c>status changed from Open to Closed by currentUser()</c>.</summary>
/// <param name="Predicates">In the order written; one and the same change fulfils all of them.</param>
public sealed record JqlChanged(JqlField Field, IReadOnlyList<JqlPredicate> Predicates) : JqlClause(Field)
{
    public bool Equals(JqlChanged? other) => other is not null && Field.Equals(other.Field) && Predicates.SequenceEqual(other.Predicates);

    public override int GetHashCode() => Predicates.Aggregate(Field.GetHashCode(), HashCode.Combine);
}
