namespace Tributary.Query.Jql;

public enum JqlOperator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Contains,
    NotContains,
    In,
    NotIn,
    Is,
    IsNot,
    Was,
    WasNot,
    WasIn,
    WasNotIn,
    Changed,
}

public static class JqlOperators
{
    /// <summary>As JQL writes it: <c>!=</c>, <c>not in</c>, <c>was not in</c>, …</summary>
    public static string Symbol(this JqlOperator jqlOperator) => jqlOperator switch
    {
        JqlOperator.Equal => "=",
        JqlOperator.NotEqual => "!=",
        JqlOperator.Greater => ">",
        JqlOperator.GreaterOrEqual => ">=",
        JqlOperator.Less => "<",
        JqlOperator.LessOrEqual => "<=",
        JqlOperator.Contains => "~",
        JqlOperator.NotContains => "!~",
        JqlOperator.In => "in",
        JqlOperator.NotIn => "not in",
        JqlOperator.Is => "is",
        JqlOperator.IsNot => "is not",
        JqlOperator.Was => "was",
        JqlOperator.WasNot => "was not",
        JqlOperator.WasIn => "was in",
        JqlOperator.WasNotIn => "was not in",
        JqlOperator.Changed => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(jqlOperator)),
    };

    internal static JqlOperator FromSymbol(string symbol) => symbol switch
    {
        "=" => JqlOperator.Equal,
        "!=" => JqlOperator.NotEqual,
        ">" => JqlOperator.Greater,
        ">=" => JqlOperator.GreaterOrEqual,
        "<" => JqlOperator.Less,
        "<=" => JqlOperator.LessOrEqual,
        "~" => JqlOperator.Contains,
        "!~" => JqlOperator.NotContains,
        _ => throw new ArgumentOutOfRangeException(nameof(symbol)),
    };

    /// <summary>As Jira's messages about predicates name it.</summary>
    internal static string NameInMessages(this JqlOperator jqlOperator) => jqlOperator switch
    {
        JqlOperator.Equal => "EQUALS",
        JqlOperator.NotEqual => "NOT_EQUALS",
        JqlOperator.Greater => "GREATER_THAN",
        JqlOperator.GreaterOrEqual => "GREATER_THAN_EQUALS",
        JqlOperator.Less => "LESS_THAN",
        JqlOperator.LessOrEqual => "LESS_THAN_EQUALS",
        JqlOperator.Contains => "LIKE",
        JqlOperator.NotContains => "NOT_LIKE",
        _ => jqlOperator.Symbol().ToUpperInvariant().Replace(' ', '_'),
    };
}
