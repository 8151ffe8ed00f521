using System.Globalization;
using System.Text;

namespace Tributary.Emulator.Search.Text;

/// <summary>Reads the little language behind <c>~</c>, which is Lucene's, as far as Confluence documents it.</summary>
internal sealed class TextQueryReader(string query)
{
    private readonly List<List<TextQuery.Clause>> alternatives = [[]];
    private int position;
    private bool unwanted;

    public List<List<TextQuery.Clause>> Read()
    {
        while (position < query.Length)
        {
            char c = query[position];
            if (char.IsWhiteSpace(c) || c is '(' or ')' or '+' or '&')
                position++;
            else if (c == '|')
                Or(query.Length > position + 1 && query[position + 1] == '|' ? 2 : 1);
            else if (c is '-' or '!')
                Unwanted(1);
            else if (c == '"')
                Phrase();
            else
                Bare();
        }

        // "or x", "x or": a side without words is no alternative.
        return alternatives.Where(clauses => clauses.Count > 0).ToList();
    }

    private void Or(int length)
    {
        position += length;
        alternatives.Add([]);
    }

    private void Unwanted(int length)
    {
        position += length;
        unwanted = true;
    }

    private void Phrase()
    {
        var text = new StringBuilder();
        position++;
        while (position < query.Length && query[position] != '"')
            text.Append(Unescaped());

        position++;
        int slop = Suffix('~') is { } number ? (int)Math.Min(number, 100) : 0;
        Suffix('^');
        Add(SearchableText.WordsOf(text.ToString()), wildcards: false, slop);
    }

    private void Bare()
    {
        var written = new StringBuilder();
        while (position < query.Length && !char.IsWhiteSpace(query[position]) && query[position] is not ('"' or '(' or ')' or '^' or '~'))
        {
            bool escaped = query[position] == '\\';
            char c = Unescaped();
            // An escaped character is meant as text; where it is no part of a word, the index does not hold it.
            written.Append(escaped && !char.IsLetterOrDigit(c) ? ' ' : c);
        }

        Suffix('~');
        Suffix('^');
        switch (written.ToString())
        {
            case "AND":
                break;
            case "OR":
                Or(0);
                break;
            case "NOT":
                Unwanted(0);
                break;
            case string text:
                AddWord(text);
                break;
        }
    }

    private char Unescaped()
    {
        if (query[position] == '\\' && position + 1 < query.Length)
            position++;

        return query[position++];
    }

    /// <summary>The number of a <c>~2</c> or <c>^1.5</c> that follows a term; 0 when it has none.</summary>
    private double? Suffix(char sign)
    {
        if (position >= query.Length || query[position] != sign)
            return null;

        int start = ++position;
        while (position < query.Length && (char.IsAsciiDigit(query[position]) || query[position] == '.'))
            position++;

        return double.TryParse(query[start..position], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : 0;
    }

    private void AddWord(string text)
    {
        if (text.AsSpan().ContainsAny('*', '?'))
            Add(Patterns(text), wildcards: true, slop: 0);
        else
            Add(SearchableText.WordsOf(text), wildcards: false, slop: 0);
    }

    private void Add(List<string> words, bool wildcards, int slop)
    {
        if (words.Count > 0)
            alternatives[^1].Add(new TextQuery.Clause(new TextTerm(words, wildcards, slop), unwanted));

        unwanted = false;
    }

    /// <summary>"well-kn*" is two words, the second with a wildcard. A wildcard that leads a word is ignored, as Confluence does; <c>*</c> alone is any word.</summary>
    private static List<string> Patterns(string text)
    {
        if (text == "*")
            return ["*"];

        var patterns = new List<string>();
        var pattern = new StringBuilder();
        foreach (char c in text.ToLowerInvariant() + " ")
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_' || (c is '*' or '?' && pattern.Length > 0))
            {
                pattern.Append(c);
            }
            else if (pattern.Length > 0)
            {
                patterns.Add(pattern.ToString());
                pattern.Clear();
            }
        }

        return patterns;
    }
}
