using System.Text;

namespace Tributary.Query.Cql;

internal enum CqlTokenKind
{
    Word,
    Quoted,
    Operator,
    Open,
    Close,
    Comma,
    End,
}

/// <param name="Text">Of a quoted token: its value, without quotes and with escapes undone.</param>
internal readonly record struct CqlToken(CqlTokenKind Kind, string Text, int Position)
{
    public bool IsWord(string word) => Kind == CqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cuts a query into tokens, one at a time. A word is every run of characters that mean nothing else; the parser decides whether it may stand there.</summary>
internal sealed class CqlLexer(string query)
{
    private int position;

    public CqlToken Next()
    {
        while (position < query.Length && char.IsWhiteSpace(query[position]))
            position++;

        if (position == query.Length)
            return new(CqlTokenKind.End, "", position);

        return query[position] switch
        {
            '(' => Take(CqlTokenKind.Open, 1),
            ')' => Take(CqlTokenKind.Close, 1),
            ',' => Take(CqlTokenKind.Comma, 1),
            '"' or '\'' => Quoted(query[position]),
            '=' or '!' or '<' or '>' or '~' => Operator(),
            _ => Word(),
        };
    }

    private CqlToken Take(CqlTokenKind kind, int length)
    {
        var token = new CqlToken(kind, query.Substring(position, length), position);
        position += length;
        return token;
    }

    private CqlToken Operator()
    {
        // All of "==" or "<>" is one token, so that the message can show what was written.
        int end = position;
        while (end < query.Length && query[end] is '=' or '!' or '<' or '>' or '~')
            end++;

        return Take(CqlTokenKind.Operator, end - position);
    }

    private CqlToken Word()
    {
        int end = position;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')' or ',' or '"' or '\'' or '=' or '!' or '<' or '>' or '~'))
            end++;

        return Take(CqlTokenKind.Word, end - position);
    }

    private CqlToken Quoted(char quote)
    {
        int start = position++;
        var text = new StringBuilder();
        while (position < query.Length && query[position] != quote)
        {
            // Only quotes and the backslash itself are escaped at this level; any other backslash belongs to the text search, which escapes its own
            // special characters with it ("\[draft\]").
            if (query[position] == '\\' && position + 1 < query.Length && query[position + 1] is '"' or '\'' or '\\')
                position++;

            text.Append(query[position++]);
        }

        if (position == query.Length)
            throw new CqlSyntaxException($"The quoted text that begins here has no closing {quote}. A quote inside it is written \\{quote}.", start);

        position++;
        return new(CqlTokenKind.Quoted, text.ToString(), start);
    }
}
