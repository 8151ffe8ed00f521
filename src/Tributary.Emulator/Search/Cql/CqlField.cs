using System.Collections.Frozen;
using Tributary.Emulator.Search.Text;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Search.Cql;

/// <summary>Null: not found. Otherwise how relevant the item is.</summary>
internal delegate double? Matcher(SearchItem item);

/// <summary>One field of CQL: which operators it takes, and how it compares.</summary>
internal abstract class CqlField
{
    protected static readonly FrozenSet<CqlOperator> Membership = FrozenSet.Create(CqlOperator.Equal, CqlOperator.NotEqual, CqlOperator.In, CqlOperator.NotIn);
    protected static readonly FrozenSet<CqlOperator> Search = FrozenSet.Create(CqlOperator.Contains, CqlOperator.NotContains);

    public abstract bool Takes(CqlOperator cqlOperator);

    public abstract Matcher Compile(CqlComparison comparison, CqlContext context, List<TextTerm> terms);

    protected static double? Found(bool found) => found ? 0 : null;
}

/// <summary>A field that has a set of values, compared as wholes and without case.</summary>
/// <param name="valuesOf">Null where the item has no such field: then neither <c>=</c> nor <c>!=</c> finds it.</param>
internal sealed class ValuesField(ValueKind kind, Func<SearchItem, CqlContext, IEnumerable<string>?> valuesOf) : CqlField
{
    public override bool Takes(CqlOperator cqlOperator) => Membership.Contains(cqlOperator);

    public override Matcher Compile(CqlComparison comparison, CqlContext context, List<TextTerm> terms)
    {
        var wanted = context.Values(comparison.Field, kind, comparison.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool expected = comparison.Operator is CqlOperator.Equal or CqlOperator.In;
        return item => valuesOf(item, context) is { } values ? Found(values.Any(wanted.Contains) == expected) : null;
    }
}

/// <summary>A field that is searched by words.</summary>
internal sealed class TextField(Func<SearchItem, IReadOnlyList<WeightedText>?> textsOf) : CqlField
{
    // Outweighs any number of occurrences elsewhere: who types a title wants that page first.
    private const double WholeTitle = 50;

    public override bool Takes(CqlOperator cqlOperator) => Search.Contains(cqlOperator);

    public override Matcher Compile(CqlComparison comparison, CqlContext context, List<TextTerm> terms)
    {
        if (comparison.Value is not CqlLiteral { Value: var text })
            throw CqlError.Of($"The field '{comparison.Field}' takes no functions");

        var query = TextQuery.Parse(text);
        if (comparison.Operator == CqlOperator.NotContains)
            return item => textsOf(item) is { } texts ? Found(query.Score(texts) is null) : null;

        terms.AddRange(query.Wanted);
        string title = TitleField.Unquoted(text);
        return item => textsOf(item) is { } texts && query.Score(texts) is { } score
            ? score + (item.Title.Text.Equals(title, StringComparison.OrdinalIgnoreCase) ? WholeTitle : 0)
            : null;
    }
}

/// <summary>A field that is compared as a whole and searched by words.</summary>
internal sealed class TitleField(Func<SearchItem, string?> titleOf, TextField words) : CqlField
{
    public override bool Takes(CqlOperator cqlOperator) => Membership.Contains(cqlOperator) || Search.Contains(cqlOperator);

    public override Matcher Compile(CqlComparison comparison, CqlContext context, List<TextTerm> terms)
    {
        if (Search.Contains(comparison.Operator))
            return words.Compile(comparison, context, terms);

        var wanted = context.Values(comparison.Field, ValueKind.Plain, comparison.Value).Select(Unquoted).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool expected = comparison.Operator is CqlOperator.Equal or CqlOperator.In;
        return item => titleOf(item) is { } title ? Found(wanted.Contains(title) == expected) : null;
    }

    // Atlassian's example of an exact title quotes it twice: title = "\"Advanced Searching\"".
    public static string Unquoted(string text) => text.Length > 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;
}

/// <summary>A moment, compared by the minute. A day without time begins at midnight, and <c>=</c> means any time of it.</summary>
internal sealed class DateField(Func<SearchItem, DateTimeOffset?> dateOf) : CqlField
{
    public override bool Takes(CqlOperator cqlOperator) => cqlOperator is CqlOperator.Equal or CqlOperator.NotEqual
        or CqlOperator.Greater or CqlOperator.GreaterOrEqual or CqlOperator.Less or CqlOperator.LessOrEqual;

    public override Matcher Compile(CqlComparison comparison, CqlContext context, List<TextTerm> terms)
    {
        CqlDate date = context.Dates.Resolve(comparison.Field, comparison.Value);
        DateTimeOffset nextMinute = date.Start.AddMinutes(1);
        Predicate<DateTimeOffset> holds = comparison.Operator switch
        {
            CqlOperator.Equal => moment => moment >= date.Start && moment < date.End,
            CqlOperator.NotEqual => moment => moment < date.Start || moment >= date.End,
            CqlOperator.Greater => moment => moment >= nextMinute,
            CqlOperator.GreaterOrEqual => moment => moment >= date.Start,
            CqlOperator.Less => moment => moment < date.Start,
            _ => moment => moment < nextMinute,
        };
        return item => dateOf(item) is { } moment ? Found(holds(moment)) : null;
    }
}
