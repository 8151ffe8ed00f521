using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>Turns a condition into a test of issues. What is wrong with it is told to the context, and such a clause finds nothing.</summary>
internal sealed class JqlCompiler(JqlContext context)
{
    private readonly JqlFields fields = JqlFields.Of(context.IsCloud);

    public IssueTest Compile(JqlExpression? expression) => expression is null ? _ => true : Compile(expression, negated: false);

    /// <param name="negated">As in Jira, NOT goes down to the clauses: <c>NOT a = b</c> is <c>a != b</c>, which finds no empty field.</param>
    private IssueTest Compile(JqlExpression expression, bool negated) => expression switch
    {
        JqlNot not => Compile(not.Term, !negated),
        JqlJunction junction => Joined([.. junction.Terms.Select(term => Compile(term, negated))], isAnd: junction is JqlAnd != negated),
        JqlComparison comparison => Compared(comparison, negated),
        JqlWas was => Was(was, negated),
        JqlChanged changed => Changed(changed, negated),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static IssueTest Joined(IssueTest[] tests, bool isAnd) => isAnd ? issue => Array.TrueForAll(tests, test => test(issue)) : issue => Array.Exists(tests, test => test(issue));

    private IssueTest Compared(JqlComparison clause, bool negated)
    {
        if (Known(clause, clause.Operator) is not { } field) return _ => false;
        JqlComparison effective = negated ? clause with { Operator = Opposite(clause.Operator) } : clause;
        return field.Compile(Name(clause), effective, context);
    }

    private IssueTest Was(JqlWas clause, bool negated) => Known(clause, clause.Operator) is ChoiceField field
        ? Turned(new JqlHistory(field, Name(clause), context).Was(clause), negated)
        : _ => false;

    private IssueTest Changed(JqlChanged clause, bool negated) => Known(clause, JqlOperator.Changed) is ChoiceField field
        ? Turned(new JqlHistory(field, Name(clause), context).Changed(clause), negated)
        : _ => false;

    private static IssueTest Turned(IssueTest test, bool negated) => negated ? issue => !test(issue) : test;

    private SearchField? Known(JqlClause clause, JqlOperator comparison)
    {
        IReadOnlyList<string> misuses = JqlUsage.Problems(JqlQuery.For(clause));
        foreach (string misuse in misuses) context.Complain(misuse);
        SearchField? field = fields.Find(clause.Field);
        if (field is null) context.Complain(JqlMessage.NoField(Name(clause)));
        else if (misuses.Count > 0) return null;
        else if (!field.Operators.Contains(comparison)) context.Complain(comparison >= JqlOperator.Was ? JqlMessage.NoHistory(Name(clause)) : JqlMessage.NoOperator(comparison.Symbol(), Name(clause)));
        else return field;
        return null;
    }

    private static string Name(JqlClause clause) => clause.Field.Properties.Count == 0 ? clause.Field.Name : clause.Field.ToString();

    private static JqlOperator Opposite(JqlOperator comparison) => comparison switch
    {
        JqlOperator.Equal => JqlOperator.NotEqual,
        JqlOperator.NotEqual => JqlOperator.Equal,
        JqlOperator.Greater => JqlOperator.LessOrEqual,
        JqlOperator.GreaterOrEqual => JqlOperator.Less,
        JqlOperator.Less => JqlOperator.GreaterOrEqual,
        JqlOperator.LessOrEqual => JqlOperator.Greater,
        JqlOperator.Contains => JqlOperator.NotContains,
        JqlOperator.NotContains => JqlOperator.Contains,
        JqlOperator.In => JqlOperator.NotIn,
        JqlOperator.NotIn => JqlOperator.In,
        JqlOperator.Is => JqlOperator.IsNot,
        _ => JqlOperator.Is,
    };
}
