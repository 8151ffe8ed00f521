using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>One field of JQL: which operators it takes, how it compares, how it sorts.</summary>
internal abstract class SearchField
{
    protected static readonly JqlOperator[] Equality = [JqlOperator.Equal, JqlOperator.NotEqual, JqlOperator.In, JqlOperator.NotIn];
    protected static readonly JqlOperator[] Emptiness = [JqlOperator.Is, JqlOperator.IsNot];
    protected static readonly JqlOperator[] Relational = [JqlOperator.Greater, JqlOperator.GreaterOrEqual, JqlOperator.Less, JqlOperator.LessOrEqual];
    protected static readonly JqlOperator[] Words = [JqlOperator.Contains, JqlOperator.NotContains];
    protected static readonly JqlOperator[] History = [JqlOperator.Was, JqlOperator.WasNot, JqlOperator.WasIn, JqlOperator.WasNotIn, JqlOperator.Changed];

    /// <summary>How queries may call it; the first is how lists show it.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The field of issues that holds it; null for what has no field of its own.</summary>
    public Field? Of { get; init; }

    public required JqlType Type { get; init; }

    public abstract IEnumerable<JqlOperator> Operators { get; }

    /// <summary>What issues are sorted by, null for none; null as a whole where they are not.</summary>
    public Func<Issue, JqlContext, IComparable?>? SortKey { get; init; }

    /// <summary>Where the query says neither ASC nor DESC.</summary>
    public bool Descends { get; init; }

    /// <param name="name">As the query calls the field.</param>
    /// <param name="clause">With an operator that the field takes.</param>
    public abstract IssueTest Compile(string name, JqlComparison clause, JqlContext context);

    protected static bool Excludes(JqlOperator comparison) => comparison is JqlOperator.NotEqual or JqlOperator.NotIn or JqlOperator.IsNot or JqlOperator.NotContains;

    protected static bool Orders(JqlOperator comparison) => Relational.Contains(comparison);

    /// <param name="order">Of the issue's value to that of the query.</param>
    protected static bool Holds(JqlOperator comparison, int order) => comparison switch
    {
        JqlOperator.Greater => order > 0,
        JqlOperator.GreaterOrEqual => order >= 0,
        JqlOperator.Less => order < 0,
        JqlOperator.LessOrEqual => order <= 0,
        JqlOperator.Equal => order == 0,
        _ => order != 0,
    };
}
