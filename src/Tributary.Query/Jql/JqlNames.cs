using System.Collections.Frozen;
using System.Globalization;

namespace Tributary.Query.Jql;

/// <summary>Which words and characters mean something to JQL.</summary>
internal static class JqlNames
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        [
            "after", "and", "asc", "before", "by", "cf", "changed", "desc", "during", "empty", "from", "in", "is", "not", "null", "on", "or", "order", "to", "was",
        ],
        StringComparer.OrdinalIgnoreCase);

    // https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/, "Reserved words"; the keywords aside.
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "abort", "access", "add", "alias", "all", "alter", "any", "as", "audit", "avg", "begin", "between", "boolean", "break", "byte", "catch", "char",
            "character", "check", "checkpoint", "collate", "collation", "column", "commit", "connect", "continue", "count", "create", "current", "date", "decimal",
            "declare", "decrement", "default", "defaults", "define", "delete", "delimiter", "difference", "distinct", "divide", "do", "double", "drop", "else",
            "encoding", "end", "equals", "escape", "exclusive", "exec", "execute", "exists", "explain", "false", "fetch", "field", "file", "first", "float", "for",
            "function", "go", "goto", "grant", "greater", "group", "having", "identified", "if", "immediate", "increment", "index", "initial", "inner", "inout",
            "input", "insert", "int", "integer", "intersect", "intersection", "into", "isempty", "isnull", "join", "last", "left", "less", "like", "limit", "lock",
            "long", "max", "min", "minus", "mode", "modify", "modulo", "more", "multiply", "next", "noaudit", "notin", "nowait", "number", "object", "of", "option",
            "outer", "output", "power", "previous", "prior", "privileges", "public", "raise", "raw", "remainder", "rename", "resource", "return", "returns",
            "revoke", "right", "row", "rowid", "rownum", "rows", "select", "session", "set", "share", "size", "sqrt", "start", "strict", "string", "subtract", "sum",
            "synonym", "table", "then", "trans", "transaction", "trigger", "true", "uid", "union", "unique", "update", "user", "validate", "values", "view", "when",
            "whenever", "where", "while", "with",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> All { get; } = [.. Keywords.Concat(Reserved).Order(StringComparer.Ordinal)];

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Characters that JQL keeps for itself though it gives them no meaning. Hyphen, dot and colon are free: keys, dates and property names hold them.</summary>
    public static bool IsReserved(char c) => c is '{' or '}' or '*' or '/' or '%' or '+' or '^' or '$' or '#' or '@' or '?' or ';';

    /// <summary>Control characters and those that are none. Even in quotes they are written as an escape; line ends alone may stand there as they are.</summary>
    public static bool MustBeEscaped(char c) => c switch
    {
        '\n' or '\r' => false,
        < ' ' => true,
        >= '\u007f' and <= '\u009f' => true,
        >= '\ufdd0' and <= '\ufdef' => true,
        >= '\ufffe' => true,
        _ => false,
    };

    /// <summary>Whether a name may stand without quotes. Stricter than the grammar: what is not plainly a name gains quotes, which are never wrong.</summary>
    public static bool IsBareName(string name) => char.IsAsciiLetter(name.FirstOrDefault()) && IsBarePath(name) && !IsKeyword(name) && !IsReserved(name);

    public static bool IsBarePath(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    public static long? CustomFieldId(string name) =>
        name.StartsWith("cf[", StringComparison.OrdinalIgnoreCase) && name.EndsWith(']')
        && long.TryParse(name.AsSpan(3, name.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : null;
}
