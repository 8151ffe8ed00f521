namespace Tributary.Query.Jql;

/// <summary>Reads JQL. Time grows with the length alone; length, nesting and the number of clauses are bounded.</summary>
public static class JqlParser
{
    /// <summary>Room for a list of some thousand issue keys.</summary>
    public const int MaxLength = 50_000;

    /// <summary>Parentheses, lists and NOTs inside each other.</summary>
    public const int MaxDepth = 64;

    public const int MaxClauses = 2_000;

    /// <summary>Words that stand as a name or value only in quotes, keywords among them; in small letters and alphabetical order.</summary>
    public static IReadOnlyList<string> ReservedWords => JqlNames.All;

    /// <param name="jql">May be empty or blank: that query matches every issue.</param>
    /// <exception cref="JqlSyntaxException">The text is not JQL, or beyond a bound.</exception>
    public static JqlQuery Parse(string jql) => jql.Length > MaxLength
        ? throw JqlSyntaxException.At(jql, MaxLength, (_, _) => JqlMessages.TooLong(jql.Length), located: false)
        : new JqlReader(jql).Query();
}
