using System.Text;

namespace Tributary.Query.Cql;

/// <summary>Prints canonical CQL: lower-case keywords, double quotes, only the parentheses that the tree needs.</summary>
internal static class CqlPrinter
{
    public static string Print(CqlQuery query)
    {
        var text = new StringBuilder();
        if (query.Where is not null)
            Append(text, query.Where);

        string lead = text.Length > 0 ? " order by " : "order by ";
        foreach (CqlOrder order in query.OrderBy)
        {
            text.Append(lead).Append(order.Field).Append(order.Descending ? " desc" : " asc");
            lead = ", ";
        }

        return text.ToString();
    }

    public static string Print(CqlExpression expression) => Append(new StringBuilder(), expression).ToString();

    public static string Print(CqlValue value) => Append(new StringBuilder(), value).ToString();

    private static StringBuilder Append(StringBuilder text, CqlExpression expression) => expression switch
    {
        CqlComparison comparison => Append(text.Append(comparison.Field).Append(' ').Append(comparison.Operator.Symbol()).Append(' '), comparison.Value),
        CqlNot negation => Operand(text.Append("not "), negation.Term, parenthesised: negation.Term is CqlJunction),
        CqlAnd and => Joined(text, and.Terms, " and ", term => term is CqlJunction),
        CqlOr or => Joined(text, or.Terms, " or ", term => term is CqlOr),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static StringBuilder Joined(StringBuilder text, IReadOnlyList<CqlExpression> terms, string keyword, Predicate<CqlExpression> parenthesised)
    {
        for (int i = 0; i < terms.Count; i++)
            Operand(i == 0 ? text : text.Append(keyword), terms[i], parenthesised(terms[i]));

        return text;
    }

    private static StringBuilder Operand(StringBuilder text, CqlExpression term, bool parenthesised) =>
        parenthesised ? Append(text.Append('('), term).Append(')') : Append(text, term);

    private static StringBuilder Append(StringBuilder text, CqlValue value) => value switch
    {
        CqlLiteral literal => text.Append(Literal(literal.Value)),
        CqlFunction function => text.Append(function.Name).Append('(').AppendJoin(", ", function.Arguments.Select(CqlText.Quote)).Append(')'),
        CqlList list => text.Append('(').AppendJoin(", ", list.Items.Select(Print)).Append(')'),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Literal(string value) => value.Length is > 0 and <= 18 && value.All(char.IsAsciiDigit) ? value : CqlText.Quote(value);
}
