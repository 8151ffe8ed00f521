namespace Tributary.Query.Jql;

/// <summary>The text is not JQL. The message is worded as Jira words it, and says where unless the query merely ends too early.</summary>
public sealed class JqlSyntaxException : Exception
{
    private JqlSyntaxException(string message, int position, int line, int character)
        : base(message)
    {
        Position = position;
        Line = line;
        Character = character;
    }

    /// <summary>Zero-based index into the query; its length when the query ends too early.</summary>
    public int Position { get; }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>Within the line, from 1.</summary>
    public int Character { get; }

    /// <param name="located">Whether the message ends with the place.</param>
    internal static JqlSyntaxException At(string query, int position, Func<int, int, string> message, bool located)
    {
        ReadOnlySpan<char> before = query.AsSpan(0, position);
        int line = before.Count('\n') + 1;
        int character = position - before.LastIndexOf('\n');
        string text = message(line, character);
        return new(located ? $"{text} (line {line}, character {character})" : text, position, line, character);
    }
}
