namespace Tributary.Tests.Query.Cql;

/// <summary>Queries as people and documentation write them, with the canonical form of each, and broken ones.</summary>
internal static class CqlExamples
{
    /// <summary>The queries of <c>queries.txt</c>, and one over several lines.</summary>
    public static readonly (string Query, string Canonical)[] Valid =
    [
        .. QueryFile.Read("Cql/queries.txt").Select(entry => (entry["cql"], entry["prints"])),
        (" \t space\r\n=\nDEV ", "space = \"DEV\""),
    ];

    /// <summary>What is wrong, where (zero-based), and a part of the message.</summary>
    public static readonly (string Query, int Position, string Message)[] Invalid =
    [
        ("", 0, "The query is empty"),
        ("   ", 3, "The query is empty"),
        ("space", 5, "Expected an operator after 'space'"),
        ("space DEV", 6, "Expected an operator after 'space' (=, !=, >, >=, <, <=, ~, !~, IN, NOT IN), but found 'DEV'"),
        ("space =", 7, "Expected a value, but found the end of the query"),
        ("space == DEV", 6, "but found '=='"),
        ("space <> DEV", 6, "but found '<>'"),
        ("space ! DEV", 6, "but found '!'"),
        ("space = ~alice", 8, "goes in quotes: \"~name\""),
        ("space = DEV OPS", 12, "A value of several words goes in quotes, \"DEV OPS\""),
        ("type = page limit 10", 12, "Did not expect 'limit' after 'page'"),
        ("type = \"page\" limit 10", 14, "Expected AND, OR, ORDER BY or the end of the query, but found 'limit'"),
        ("space = DEV && type = page", 12, "Did not expect '&&'"),
        ("space = \"DEV\" && type = page", 14, "Write AND."),
        ("space = \"DEV\" || type = page", 14, "Write OR."),
        ("title ~ win*", 8, "Put the value in straight quotes: \"win*\""),
        ("title ~ “win”", 8, "straight quotes"),
        ("creator = alice@example.com", 10, "Put the value in straight quotes"),
        ("label = update", 8, "'update' is a reserved word"),
        ("title ~ and", 8, "'and' is a reserved word"),
        ("title ~ \"unfinished", 8, "no closing \""),
        ("title ~ \"unfinished\\\"", 8, "no closing \""),
        ("title ~ 'unfinished", 8, "no closing '"),
        ("(space = DEV", 12, "Expected AND, OR or a closing parenthesis, but found the end of the query"),
        ("space = \"DEV\")", 13, "but found ')'"),
        ("()", 1, "Expected a field"),
        ("space in DEV", 9, "IN needs a list in parentheses: space in (\"DEV\")"),
        ("space in ()", 10, "Expected a value, but found ')'"),
        ("space in (DEV,)", 14, "Expected a value, but found ')'"),
        ("space in (\"DEV\" \"OPS\")", 16, "Expected a comma or the closing parenthesis of the list"),
        ("space = (DEV, OPS)", 8, "A list follows only IN and NOT IN. Write space in (…)"),
        ("space not DEV", 6, "but found 'not'"),
        ("and space = DEV", 0, "Expected a field such as space or title, but found 'and'"),
        ("space = DEV and", 15, "Expected a field"),
        ("space = DEV or or type = page", 15, "Expected a field"),
        ("\"space\" = DEV", 0, "Expected a field such as space or title, but found the text \"space\""),
        ("1space = DEV", 0, "is not the name of a field"),
        ("space..key = DEV", 0, "is not the name of a field"),
        ("content.property[].a = 1", 0, "is not the name of a field"),
        ("assignee is empty", 9, "Expected an operator after 'assignee'"),
        ("created > now(", 14, "Expected an argument of now()"),
        ("created > now(\"-1d\"", 19, "closing parenthesis of now()"),
        ("created > now(\"-1d\",)", 20, "Expected an argument of now() after the comma"),
        ("created > 7d+(1)", 10, "is not the name of a function"),
        ("type = page order created", 18, "Expected BY after ORDER"),
        ("type = page order by", 20, "Expected a field"),
        ("type = page order by created down", 29, "Expected a comma or the end of the query after ORDER BY"),
        ("type = page; drop", 7, "Put the value in straight quotes"),
    ];
}
