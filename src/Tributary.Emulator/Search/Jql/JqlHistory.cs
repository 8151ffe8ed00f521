using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>WAS and CHANGED: what a field held and when, told by the issue's history.</summary>
internal sealed class JqlHistory(ChoiceField field, string name, JqlContext context)
{
    private readonly string fieldId = field.Of!.Id;

    public IssueTest Was(JqlWas clause)
    {
        (HashSet<string> wanted, bool empty) = field.Resolve(name, context.Operands(name, clause.Operator, clause.Value), context);
        Narrowing narrowing = Narrow(clause.Predicates);
        bool excludes = clause.Operator is JqlOperator.WasNot or JqlOperator.WasNotIn;
        return issue => Spans(issue).Any(span => Holds(span.Values, wanted, empty) && narrowing.Touches(span)) != excludes;
    }

    public IssueTest Changed(JqlChanged clause)
    {
        Narrowing narrowing = Narrow(clause.Predicates);
        List<(HashSet<string> Values, bool Empty)> from = Values(JqlPredicateKind.From), to = Values(JqlPredicateKind.To);
        return issue => Changes(issue).Any(change => narrowing.Holds(change)
            && from.TrueForAll(wanted => Holds(Gone(change), wanted.Values, wanted.Empty) || (wanted.Empty && change.Before.Length == 0))
            && to.TrueForAll(wanted => Holds(Come(change), wanted.Values, wanted.Empty) || (wanted.Empty && change.After.Length == 0)));

        List<(HashSet<string>, bool)> Values(JqlPredicateKind kind) =>
            [.. clause.Predicates.Where(predicate => predicate.Kind == kind).Select(predicate => field.Resolve(name, context.Operands(name, JqlOperator.Changed, predicate.Value), context))];
    }

    private static string[] Gone(Step change) => [.. change.Before.Except(change.After)];

    private static string[] Come(Step change) => [.. change.After.Except(change.Before)];

    private static bool Holds(string[] values, HashSet<string> wanted, bool empty) => values.Length == 0 ? empty : Array.Exists(values, wanted.Contains);

    private IEnumerable<Step> Changes(Issue issue) => issue.History.SelectMany(change => change.Items
        .Where(item => item.FieldId == fieldId)
        .Select(item => new Step(Ids(item.From ?? item.FromText), Ids(item.To ?? item.ToText), change.When, change.AuthorId)));

    /// <summary>The values one after the other, from the creation until now.</summary>
    private IEnumerable<Span> Spans(Issue issue)
    {
        Step[] changes = [.. Changes(issue)];
        string[] held = changes.Length == 0 ? [.. FieldsOfCatalog.Values(issue, fieldId)] : changes[0].Before;
        DateTimeOffset since = issue.CreatedAt;
        string by = issue.Text("creator") ?? "";
        foreach (Step change in changes)
        {
            yield return new Span(held, since, change.When, by);
            (held, since, by) = (change.After, change.When, change.By);
        }

        yield return new Span(held, since, DateTimeOffset.MaxValue, by);
    }

    private static string[] Ids(string? ids) => ids is null ? [] : ids.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private Narrowing Narrow(IEnumerable<JqlPredicate> predicates)
    {
        var narrowing = new Narrowing();
        foreach (JqlPredicate predicate in predicates)
        {
            DateTimeOffset[] dates = predicate.Kind is JqlPredicateKind.By or JqlPredicateKind.From or JqlPredicateKind.To ? [] : [.. Dates(predicate)];
            switch (predicate.Kind)
            {
                case JqlPredicateKind.By:
                    narrowing.By.Add(People(predicate));
                    break;
                case JqlPredicateKind.After when dates is [var after]:
                    narrowing.From = Later(narrowing.From, after);
                    break;
                case JqlPredicateKind.Before when dates is [var before]:
                    narrowing.Until = Earlier(narrowing.Until, before);
                    break;
                case JqlPredicateKind.On when dates is [var on]:
                    var day = new DateTimeOffset(on.UtcDateTime.Date, TimeSpan.Zero);
                    (narrowing.From, narrowing.Until) = (Later(narrowing.From, day), Earlier(narrowing.Until, day.AddDays(1)));
                    break;
                case JqlPredicateKind.During when dates is [var first, var last]:
                    (narrowing.From, narrowing.Until) = (Later(narrowing.From, first), Earlier(narrowing.Until, last));
                    break;
            }
        }

        return narrowing;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private IEnumerable<DateTimeOffset> Dates(JqlPredicate predicate)
    {
        foreach (JqlOperand operand in context.Operands(name, JqlOperator.Changed, predicate.Value))
        {
            if (operand.Text is not null && operand.From is null or { Type: JqlType.Date } && context.Dates.Read(operand) is { } date) yield return date;
            else context.Complain(JqlMessage.NoDate(predicate.Kind.Keyword(), operand.Text ?? "EMPTY"));
        }
    }

    private HashSet<string> People(JqlPredicate predicate)
    {
        var people = new HashSet<string>();
        foreach (JqlOperand operand in context.Operands(name, JqlOperator.Changed, predicate.Value))
        {
            if (operand.From is { Type: JqlType.User }) people.Add(operand.Text!);
            else if (operand.Text is not null && context.FindUser(operand.Text) is { } user) people.Add(user.AccountId);
            else context.Complain(JqlMessage.NoValue("by", operand.Text ?? "EMPTY"));
        }

        return people;
    }

    /// <summary>One change of the field.</summary>
    private sealed record Step(string[] Before, string[] After, DateTimeOffset When, string By);

    /// <param name="By">Who set the value.</param>
    private sealed record Span(string[] Values, DateTimeOffset Since, DateTimeOffset Until, string By);

    /// <summary>What the predicates leave.</summary>
    private sealed class Narrowing
    {
        public DateTimeOffset From { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MaxValue;

        public List<HashSet<string>> By { get; } = [];

        public bool Touches(Span span) => span.Until > From && span.Since < Until && By.TrueForAll(people => people.Contains(span.By));

        public bool Holds(Step change) => change.When >= From && change.When <= Until && By.TrueForAll(people => people.Contains(change.By));
    }
}
