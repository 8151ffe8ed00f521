using Tributary.Query.Jql;

namespace Tributary.Tests.Query.Jql;

/// <summary>What a query parses to, in short, with every level in parentheses: <c>(and (= project 'ENG') (in status ['Open' f('x')])) by created-</c>.</summary>
internal static class JqlOutline
{
    public static string Of(JqlQuery query)
    {
        string orders = string.Concat(query.OrderBy.Select(order => $" by {Of(order.Field)}{order.Descending switch { true => "-", false => "+", null => "" }}"));
        return $"{(query.Where is null ? "all" : Of(query.Where))}{orders}";
    }

    private static string Of(JqlExpression expression) => expression switch
    {
        JqlAnd and => $"(and {Of(and.Terms)})",
        JqlOr or => $"(or {Of(or.Terms)})",
        JqlNot not => $"(not {Of(not.Term)})",
        JqlComparison comparison => $"({comparison.Operator.Symbol()} {Of(comparison.Field)} {Of(comparison.Value)})",
        JqlWas was => $"({was.Operator.Symbol()} {Of(was.Field)} {Of(was.Value)}{Of(was.Predicates)})",
        JqlChanged changed => $"(changed {Of(changed.Field)}{Of(changed.Predicates)})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Of(IEnumerable<JqlExpression> terms) => string.Join(' ', terms.Select(Of));

    private static string Of(IEnumerable<JqlPredicate> predicates) => string.Concat(predicates.Select(predicate => $" {predicate.Kind}:{Of(predicate.Value)}"));

    private static string Of(JqlField field) =>
        field.Name + string.Concat(field.Properties.Select(property => $" <{property.Key}{(property.Path.Length > 0 ? " at " + property.Path : "")}>"));

    private static string Of(JqlValue value) => value switch
    {
        JqlLiteral literal => $"'{literal.Value.Replace("\t", "<tab>", StringComparison.Ordinal)}'",
        JqlNumber number => $"{number.Value}",
        JqlEmpty => "empty",
        JqlFunction function => $"{function.Name}({string.Join(' ', function.Arguments.Select(argument => $"'{argument}'"))})",
        JqlList list => $"[{string.Join(' ', list.Items.Select(Of))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
