namespace Tributary.Emulator.Search.Text;

/// <summary>
/// What stands behind <c>~</c>: words that must all occur, <c>"phrases"</c>, wildcards, <c>OR</c>, and <c>-word</c>, <c>!word</c> or <c>NOT word</c> for words that must
/// not. OR binds weaker than standing side by side; parentheses, boosts and fuzziness are read and ignored.
/// </summary>
internal sealed class TextQuery
{
    private readonly IReadOnlyList<IReadOnlyList<Clause>> alternatives;

    private TextQuery(IReadOnlyList<IReadOnlyList<Clause>> alternatives) => this.alternatives = alternatives;

    /// <summary>The terms to look for, those under NOT left out: what an excerpt highlights.</summary>
    public IEnumerable<TextTerm> Wanted => alternatives.SelectMany(clauses => clauses).Where(clause => !clause.Unwanted).Select(clause => clause.Term);

    public static TextQuery Parse(string text) => new(new TextQueryReader(text).Read());

    /// <summary>Null: no match. Otherwise the more occurrences, the higher; each field counts with its weight.</summary>
    public double? Score(IReadOnlyList<WeightedText> fields)
    {
        double? best = null;
        foreach (IReadOnlyList<Clause> clauses in alternatives)
        {
            if (Score(clauses, fields) is { } score)
                best = Math.Max(best ?? 0, score);
        }

        return best;
    }

    private static double? Score(IReadOnlyList<Clause> clauses, IReadOnlyList<WeightedText> fields)
    {
        double total = 0;
        foreach (Clause clause in clauses)
        {
            double score = fields.Sum(field => clause.Term.Places(field.Text).Count is > 0 and int count ? field.Weight * (1 + Math.Log(count)) : 0);
            if (score > 0 == clause.Unwanted)
                return null;

            total += score;
        }

        return total;
    }

    internal readonly record struct Clause(TextTerm Term, bool Unwanted);
}

/// <param name="Weight">What one occurrence counts.</param>
internal readonly record struct WeightedText(SearchableText Text, double Weight);
