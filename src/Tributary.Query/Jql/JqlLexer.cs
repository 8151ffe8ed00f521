using System.Globalization;
using System.Text;

namespace Tributary.Query.Jql;

internal enum JqlTokenKind
{
    Word,
    Quoted,
    Number,

    /// <summary>A word with a meaning, AND, OR and NOT aside.</summary>
    Keyword,

    And,
    Or,
    Not,

    /// <summary>NOT as a symbol; unlike the word it is no part of an operator.</summary>
    Bang,

    Operator,
    Open,
    Close,
    OpenBracket,
    CloseBracket,
    Comma,
    End,
}

/// <param name="Text">Of a word and of a quoted token: its value, without quotes and with escapes undone.</param>
internal readonly record struct JqlToken(JqlTokenKind Kind, string Text, int Position)
{
    public bool Is(string keyword) => Kind == JqlTokenKind.Keyword && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it names something or is a value.</summary>
    public bool IsText => Kind is JqlTokenKind.Word or JqlTokenKind.Quoted or JqlTokenKind.Number;
}

/// <summary>Cuts a query into tokens, all at once: as in Jira, a character or word that may stand nowhere is reported before anything about the order of tokens.</summary>
internal sealed class JqlLexer(string query)
{
    private int position;

    public static List<JqlToken> Tokens(string query)
    {
        var lexer = new JqlLexer(query);
        List<JqlToken> tokens = [];
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != JqlTokenKind.End);
        return tokens;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool EndsWord(char c) =>
        IsSpace(c) || c is '"' or '\'' or '=' or '!' or '<' or '>' or '(' or ')' or '~' or ',' or '[' or ']' or '|' or '&'
        || JqlNames.IsReserved(c) || JqlNames.MustBeEscaped(c);

    private JqlToken Next()
    {
        while (position < query.Length && IsSpace(query[position]))
            position++;

        if (position == query.Length)
            return new(JqlTokenKind.End, "", position);

        char c = query[position];
        return c switch
        {
            '(' => Take(JqlTokenKind.Open, 1),
            ')' => Take(JqlTokenKind.Close, 1),
            '[' => Take(JqlTokenKind.OpenBracket, 1),
            ']' => Take(JqlTokenKind.CloseBracket, 1),
            ',' => Take(JqlTokenKind.Comma, 1),
            '&' => Take(JqlTokenKind.And, Follows('&') ? 2 : 1),
            '|' => Take(JqlTokenKind.Or, Follows('|') ? 2 : 1),
            '!' when !Follows('=') && !Follows('~') => Take(JqlTokenKind.Bang, 1),
            '!' => Take(JqlTokenKind.Operator, 2),
            '<' or '>' => Take(JqlTokenKind.Operator, Follows('=') ? 2 : 1),
            '=' or '~' => Take(JqlTokenKind.Operator, 1),
            '"' or '\'' => Quoted(c),
            _ when JqlNames.IsReserved(c) => throw Error(JqlMessages.ReservedCharacter(c), position),
            _ when JqlNames.MustBeEscaped(c) => throw MustBeEscaped(),
            _ => Word(),
        };
    }

    private bool Follows(char c) => position + 1 < query.Length && query[position + 1] == c;

    private JqlToken Take(JqlTokenKind kind, int length)
    {
        var token = new JqlToken(kind, query.Substring(position, length), position);
        position += length;
        return token;
    }

    private JqlToken Word()
    {
        int start = position;
        var text = new StringBuilder();
        bool escaped = false;
        while (position < query.Length && !EndsWord(query[position]))
        {
            escaped |= query[position] == '\\';
            text.Append(Character());
        }

        string word = text.ToString();
        return new(escaped ? JqlTokenKind.Word : KindOf(word, start), word, start);
    }

    private JqlTokenKind KindOf(string word, int start) => word.ToUpperInvariant() switch
    {
        "AND" => JqlTokenKind.And,
        "OR" => JqlTokenKind.Or,
        "NOT" => JqlTokenKind.Not,
        _ when JqlNames.IsKeyword(word) => JqlTokenKind.Keyword,
        _ when JqlNames.IsReserved(word) => throw Error(JqlMessages.ReservedWord(word), start),
        _ when word.AsSpan(word[0] == '-' ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9') => JqlTokenKind.Number,
        _ => JqlTokenKind.Word,
    };

    private JqlToken Quoted(char quote)
    {
        int start = position++;
        var text = new StringBuilder();
        while (position < query.Length && query[position] != quote)
        {
            if (JqlNames.MustBeEscaped(query[position]))
                throw MustBeEscaped();

            text.Append(Character());
        }

        if (position == query.Length)
            throw Error(JqlMessages.UnfinishedString(query[(start + 1)..]), start);

        position++;
        return new(JqlTokenKind.Quoted, text.ToString(), start);
    }

    /// <summary>The next character of a word or literal, its escape undone.</summary>
    private char Character()
    {
        char c = query[position++];
        if (c != '\\')
            return c;

        int start = position - 1;
        if (position == query.Length)
            throw Error(JqlMessages.UnfinishedEscape, start);

        return query[position++] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => Hexadecimal(start),
            var itself and ('"' or '\'' or '\\' or ' ') => itself,
            _ => throw Error(JqlMessages.IllegalEscape(query[start..position]), start),
        };
    }

    private char Hexadecimal(int start)
    {
        for (int end = position + 4; position < end; position++)
        {
            if (position == query.Length || !char.IsAsciiHexDigit(query[position]))
                throw Error(JqlMessages.IllegalEscape(query[start..Math.Min(position + 1, query.Length)]), start);
        }

        return (char)ushort.Parse(query.AsSpan(position - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private JqlSyntaxException MustBeEscaped() =>
        JqlSyntaxException.At(query, position, (line, character) => JqlMessages.MustBeEscaped(query[position], line, character), located: true);

    private JqlSyntaxException Error(string message, int at) => JqlSyntaxException.At(query, at, (_, _) => message, located: true);
}
