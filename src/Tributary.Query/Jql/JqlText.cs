using System.Globalization;
using System.Text;
using Tributary.Query.Cql;

namespace Tributary.Query.Jql;

/// <summary>Puts any text into a query as a literal or name that it cannot leave.</summary>
public static class JqlText
{
    /// <summary>A literal with exactly this value, quotes included.</summary>
    public static string Quote(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                literal.Append(c).Append(value[++i]);
            else
                Append(literal, c);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The name of a field as a clause writes it: bare where JQL reads it so, otherwise in quotes. <c>cf[10010]</c> stays bare.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static string FieldName(string name) => JqlField.Named(name).ToString();

    /// <summary>A value for <c>text ~</c> that looks for these words one after the other. Not yet a literal: <see cref="Quote"/> makes it one.</summary>
    public static string Phrase(string text) => CqlText.Searchable(text, keepQuotes: false) is { Length: > 0 } words ? $"\"{words}\"" : "";

    /// <summary>
    /// A value for <c>text ~</c> out of what a person typed: words, and phrases in double quotes. Wildcards, operators and other syntax of the text search become
    /// blanks. Not yet a literal: <see cref="Quote"/> makes it one. Empty when the text has no word at all.
    /// </summary>
    public static string Words(string text) => CqlText.Searchable(text, keepQuotes: text.Count(c => c == '"') % 2 == 0);

    private static void Append(StringBuilder literal, char c)
    {
        _ = c switch
        {
            '"' or '\\' => literal.Append('\\').Append(c),
            '\n' => literal.Append("\\n"),
            '\r' => literal.Append("\\r"),
            '\t' => literal.Append("\\t"),
            // Half a pair does not survive the way to the server, and the line ends of Unicode break a literal in two for those who show it.
            _ when JqlNames.MustBeEscaped(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            _ => literal.Append(c),
        };
    }
}
