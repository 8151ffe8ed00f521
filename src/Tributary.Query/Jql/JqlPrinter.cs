using System.Globalization;
using System.Text;

namespace Tributary.Query.Jql;

/// <summary>Prints canonical JQL, in Jira's own manner: AND, OR, NOT, EMPTY and ORDER BY in capitals, operators in small letters, text in double quotes, only the parentheses that the tree needs.</summary>
internal static class JqlPrinter
{
    public static string Print(JqlQuery query)
    {
        var text = new StringBuilder();
        if (query.Where is not null)
            Append(text, query.Where);

        string lead = text.Length > 0 ? " ORDER BY " : "ORDER BY ";
        foreach (JqlOrder order in query.OrderBy)
        {
            Append(text.Append(lead), order.Field).Append(order.Descending switch { true => " DESC", false => " ASC", null => "" });
            lead = ", ";
        }

        return text.ToString();
    }

    public static string Print(JqlExpression expression) => Append(new StringBuilder(), expression).ToString();

    public static string Print(JqlField field) => Append(new StringBuilder(), field).ToString();

    public static string Print(JqlValue value) => Append(new StringBuilder(), value).ToString();

    public static string Print(JqlPredicate predicate) => Append(new StringBuilder(), predicate).ToString();

    private static StringBuilder Append(StringBuilder text, JqlExpression expression) => expression switch
    {
        JqlComparison comparison => Compared(text, comparison.Field, comparison.Operator, comparison.Value),
        JqlWas was => Narrowed(Compared(text, was.Field, was.Operator, was.Value), was.Predicates),
        JqlChanged changed => Narrowed(Append(text, changed.Field).Append(" changed"), changed.Predicates),
        JqlNot negation => Operand(text.Append("NOT "), negation.Term, parenthesised: negation.Term is JqlJunction),
        JqlAnd and => Joined(text, and.Terms, " AND ", term => term is JqlJunction),
        JqlOr or => Joined(text, or.Terms, " OR ", term => term is JqlOr),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static StringBuilder Compared(StringBuilder text, JqlField field, JqlOperator comparison, JqlValue value) =>
        Append(Append(text, field).Append(' ').Append(comparison.Symbol()).Append(' '), value);

    private static StringBuilder Narrowed(StringBuilder text, IReadOnlyList<JqlPredicate> predicates)
    {
        foreach (JqlPredicate predicate in predicates)
            Append(text.Append(' '), predicate);

        return text;
    }

    private static StringBuilder Joined(StringBuilder text, IReadOnlyList<JqlExpression> terms, string keyword, Predicate<JqlExpression> parenthesised)
    {
        for (int i = 0; i < terms.Count; i++)
            Operand(i == 0 ? text : text.Append(keyword), terms[i], parenthesised(terms[i]));

        return text;
    }

    private static StringBuilder Operand(StringBuilder text, JqlExpression term, bool parenthesised) =>
        parenthesised ? Append(text.Append('('), term).Append(')') : Append(text, term);

    private static StringBuilder Append(StringBuilder text, JqlPredicate predicate) => Append(text.Append(predicate.Kind.Keyword()).Append(' '), predicate.Value);

    private static StringBuilder Append(StringBuilder text, JqlField field)
    {
        // A quoted "cf[10010]" means the same field to Jira; one of another spelling, such as "cf[010]", keeps its quotes and with them its spelling.
        bool custom = field.CustomFieldId is { } id && field.Name == string.Create(CultureInfo.InvariantCulture, $"cf[{id}]");
        text.Append(custom ? field.Name : Name(field.Name));
        foreach (JqlProperty property in field.Properties)
        {
            text.Append('[').Append(Name(property.Key)).Append(']');
            if (property.Path.Length > 0)
                text.Append(JqlNames.IsBarePath(property.Path) ? "." + property.Path : JqlText.Quote("." + property.Path));
        }

        return text;
    }

    private static StringBuilder Append(StringBuilder text, JqlValue value) => value switch
    {
        JqlLiteral literal => text.Append(JqlText.Quote(literal.Value)),
        JqlNumber number => text.Append(number.Value),
        JqlEmpty => text.Append("EMPTY"),
        JqlFunction function => text.Append(Name(function.Name)).Append('(').AppendJoin(", ", function.Arguments.Select(JqlText.Quote)).Append(')'),
        JqlList list => text.Append('(').AppendJoin(", ", list.Items.Select(Print)).Append(')'),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Name(string name) => JqlNames.IsBareName(name) ? name : JqlText.Quote(name);
}
