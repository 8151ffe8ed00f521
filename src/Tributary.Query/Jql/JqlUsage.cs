namespace Tributary.Query.Jql;

/// <summary>
/// What Jira refuses in a query though it can read it, whatever fields and functions the site has: a list after <c>=</c>, a single value after IN, a text after
/// IS, two dates after BEFORE. The words are Jira's; there is no place.
/// </summary>
/// <remarks>A function passes: whether it yields one value or several, the site knows.</remarks>
public static class JqlUsage
{
    /// <summary>One message for each misused value, in the order of the query; none when nothing is wrong.</summary>
    public static IReadOnlyList<string> Problems(JqlQuery query) => query.Where is null ? [] : [.. Of(query.Where)];

    private static IEnumerable<string> Of(JqlExpression expression) => expression switch
    {
        JqlJunction junction => junction.Terms.SelectMany(Of),
        JqlNot negation => Of(negation.Term),
        JqlComparison comparison => OfValue(comparison.Field, comparison.Operator, comparison.Value),
        JqlWas was => [.. OfValue(was.Field, was.Operator, was.Value), .. was.Predicates.SelectMany(OfPredicate)],
        JqlChanged changed => changed.Predicates.SelectMany(OfPredicate),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static IEnumerable<string> OfValue(JqlField field, JqlOperator comparison, JqlValue value)
    {
        bool aboutEmpty = comparison is JqlOperator.Is or JqlOperator.IsNot;
        bool takesList = comparison is JqlOperator.In or JqlOperator.NotIn or JqlOperator.WasIn or JqlOperator.WasNotIn;
        bool compares = comparison is JqlOperator.Greater or JqlOperator.GreaterOrEqual or JqlOperator.Less or JqlOperator.LessOrEqual;
        string? problem = value switch
        {
            JqlFunction => null,
            JqlEmpty => takesList || compares ? "the empty value representation 'EMPTY'" : null,
            _ when aboutEmpty => "searching for non-empty values",
            JqlList => takesList ? null : $"the list value '{value}'",
            _ => takesList ? $"the non-list value '{value}'" : null,
        };
        if (problem is not null)
            yield return $"Operator '{comparison.Symbol()}' does not support {problem} for field '{(field.Properties.Count == 0 ? field.Name : field.ToString())}'.";
    }

    private static IEnumerable<string> OfPredicate(JqlPredicate predicate)
    {
        bool isDate = predicate.Kind is JqlPredicateKind.After or JqlPredicateKind.Before or JqlPredicateKind.On;
        if (isDate && predicate.Value is JqlList { Items.Count: not 1 })
            yield return $"The {predicate.Kind.Keyword().ToUpperInvariant()} predicate must be supplied with only 1 date value.";

        if (predicate.Kind == JqlPredicateKind.During && predicate.Value is not (JqlFunction or JqlList { Items.Count: 2 }))
            yield return "The DURING predicate must be supplied with exactly 2 date values.";
    }
}
