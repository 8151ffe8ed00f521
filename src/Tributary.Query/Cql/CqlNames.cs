using System.Collections.Frozen;

namespace Tributary.Query.Cql;

/// <summary>Which words may stand where.</summary>
internal static class CqlNames
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(["and", "or", "not", "in", "order", "by"], StringComparer.OrdinalIgnoreCase);

    // https://developer.atlassian.com/cloud/confluence/cql-functions/, "Reserved words".
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "after", "and", "as", "avg", "before", "begin", "by", "commit", "contains", "count", "distinct", "else", "empty", "end", "explain", "from", "having", "if",
            "in", "inner", "insert", "into", "is", "isnull", "left", "like", "limit", "max", "min", "not", "null", "or", "order", "outer", "right", "select", "sum",
            "then", "was", "where", "update",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static bool IsReserved(string word) => Reserved.Contains(word);

    public static bool IsFunction(string word) => char.IsAsciiLetter(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    /// <summary>Atlassian reserves more characters than it needs; dots, slashes, colons and hyphens appear bare in its own examples.</summary>
    public static bool IsBareValue(string word) => word.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':');

    /// <summary>Names with dots, and keys of content properties in brackets, which may hold any character that ends neither the word nor the bracket.</summary>
    public static bool IsField(string word)
    {
        bool inBrackets = false;
        char previous = '.';
        foreach (char c in word)
        {
            bool allowed = c switch
            {
                '[' => !inBrackets && previous is not ('.' or ']'),
                ']' => inBrackets && previous != '[',
                '.' => inBrackets || previous != '.',
                _ when inBrackets => c is not '\\' && !char.IsControl(c),
                _ => (char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && previous != ']',
            };
            if (!allowed)
                return false;

            inBrackets = c == '[' || (inBrackets && c != ']');
            previous = c;
        }

        return !inBrackets && previous != '.' && !char.IsAsciiDigit(word[0]) && word[0] != '-';
    }
}
