namespace Tributary.Query.Cql;

public enum CqlOperator
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
}

public static class CqlOperators
{
    /// <summary>As CQL writes it: <c>!=</c>, <c>not in</c>, …</summary>
    public static string Symbol(this CqlOperator cqlOperator) => cqlOperator switch
    {
        CqlOperator.Equal => "=",
        CqlOperator.NotEqual => "!=",
        CqlOperator.Greater => ">",
        CqlOperator.GreaterOrEqual => ">=",
        CqlOperator.Less => "<",
        CqlOperator.LessOrEqual => "<=",
        CqlOperator.Contains => "~",
        CqlOperator.NotContains => "!~",
        CqlOperator.In => "in",
        CqlOperator.NotIn => "not in",
        _ => throw new ArgumentOutOfRangeException(nameof(cqlOperator)),
    };

    internal static CqlOperator? FromSymbol(string symbol) => symbol switch
    {
        "=" => CqlOperator.Equal,
        "!=" => CqlOperator.NotEqual,
        ">" => CqlOperator.Greater,
        ">=" => CqlOperator.GreaterOrEqual,
        "<" => CqlOperator.Less,
        "<=" => CqlOperator.LessOrEqual,
        "~" => CqlOperator.Contains,
        "!~" => CqlOperator.NotContains,
        _ => null,
    };
}
