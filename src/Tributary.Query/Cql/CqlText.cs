using System.Text;

namespace Tributary.Query.Cql;

/// <summary>Puts any text into a query as a literal that it cannot leave.</summary>
public static class CqlText
{
    // What the text search behind '~' gives a meaning of its own, the quote aside.
    private const string SearchSyntax = @"+-&|!(){}[]^~*?:/\";

    /// <summary>A literal with exactly this value, quotes included.</summary>
    public static string Quote(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                literal.Append('\\');

            literal.Append(c);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A literal for <c>text ~</c> that looks for these words one after the other. Empty (<c>""</c>) when the text has no word at all.</summary>
    public static string Phrase(string text) => Searchable(text, keepQuotes: false) is { Length: > 0 } words ? Quote($"\"{words}\"") : Quote("");

    /// <summary>
    /// A literal for <c>text ~</c> out of what a person typed: words, and phrases in double quotes. Wildcards, operators and other syntax of the text search
    /// become blanks: the index holds words alone, so nothing that could be found is lost. Empty (<c>""</c>) when the text has no word at all.
    /// </summary>
    public static string Words(string text) => Quote(Searchable(text, keepQuotes: text.Count(c => c == '"') % 2 == 0));

    internal static string Searchable(string text, bool keepQuotes)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
            words.Append(SearchSyntax.Contains(c, StringComparison.Ordinal) || char.IsControl(c) || (c == '"' && !keepQuotes) ? ' ' : c);

        // In capitals these three are operators; a person who types them means words.
        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word is "AND" or "OR" or "NOT" ? word.ToLowerInvariant() : word));
    }
}
