using Tributary.Emulator.Search.Text;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Search.Cql;

/// <summary>Turns a condition into a function that says of each item whether it is found and how relevant it is.</summary>
internal sealed class CqlCompiler(CqlContext context)
{
    private readonly List<TextTerm> terms = [];

    /// <summary>The words that make an item relevant, once compiled.</summary>
    public IReadOnlyList<TextTerm> Terms => terms;

    /// <summary>Spaces come only where they are asked for by their type.</summary>
    public bool AsksForSpaces { get; private set; }

    public bool AsksForPeople { get; private set; }

    public Matcher Compile(CqlExpression expression) => Compile(expression, terms);

    private Matcher Compile(CqlExpression expression, List<TextTerm> found) => expression switch
    {
        CqlAnd and => All([.. and.Terms.Select(term => Compile(term, found))]),
        CqlOr or => Any([.. or.Terms.Select(term => Compile(term, found))]),
        // What stands under NOT is not to be highlighted.
        CqlNot not => Negated(Compile(not.Term, [])),
        CqlComparison comparison => Compile(comparison, found),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private Matcher Compile(CqlComparison comparison, List<TextTerm> found)
    {
        CqlField field = CqlFields.Find(comparison.Field, context) ?? throw CqlError.Of($"Unsupported CQL field '{comparison.Field}' for this resource");
        if (!field.Takes(comparison.Operator))
            throw CqlError.Of($"The operator '{comparison.Operator.Symbol()}' is not supported for the field '{comparison.Field}'");

        bool byType = comparison.Field.Equals("type", StringComparison.OrdinalIgnoreCase) && comparison.Operator is CqlOperator.Equal or CqlOperator.In;
        string[] types = byType ? [.. context.Values(comparison.Field, ValueKind.Plain, comparison.Value)] : [];
        AsksForSpaces |= types.Contains("space", StringComparer.OrdinalIgnoreCase);
        AsksForPeople |= context.KnowsPeople
            && (types.Contains("user", StringComparer.OrdinalIgnoreCase) || comparison.Field.StartsWith("user", StringComparison.OrdinalIgnoreCase));

        return field.Compile(comparison, context, found);
    }

    private static Matcher All(Matcher[] matches) => item =>
    {
        double total = 0;
        foreach (Matcher match in matches)
        {
            if (match(item) is not { } score)
                return null;

            total += score;
        }

        return total;
    };

    private static Matcher Any(Matcher[] matches) => item =>
    {
        double? total = null;
        foreach (Matcher match in matches)
        {
            if (match(item) is { } score)
                total = (total ?? 0) + score;
        }

        return total;
    };

    private static Matcher Negated(Matcher match) => item => match(item) is null ? 0 : null;
}
