using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>A field that holds one or several of known values, compared as wholes: people, statuses, versions, labels.</summary>
internal sealed class ChoiceField : SearchField
{
    /// <summary>In the form that issues keep; none for an empty field.</summary>
    public required Func<Issue, JqlContext, IEnumerable<string>> ValuesOf { get; init; }

    /// <summary>The values that a text of a query means; null where there is no such value.</summary>
    public required Func<JqlContext, string, bool, IReadOnlyList<string>?> Find { get; init; }

    /// <summary>What is said where <see cref="Find"/> finds nothing, by field and text.</summary>
    public Func<string, JqlOperand, string> Missing { get; init; } =
        (field, operand) => operand.IsNumber ? JqlMessage.NoId(field, operand.Text!) : JqlMessage.NoValue(field, operand.Text!);

    /// <summary>The order of a value to another; null where they have none. Null as a whole for values without order.</summary>
    public Func<JqlContext, string, string, int?>? Order { get; init; }

    public bool TakesEmpty { get; init; } = true;

    public bool HasHistory { get; init; }

    public override IEnumerable<JqlOperator> Operators =>
        [.. Equality, .. TakesEmpty ? Emptiness : [], .. Order is null ? [] : Relational, .. HasHistory ? History : []];

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        JqlOperator comparison = clause.Operator;
        List<JqlOperand> operands = context.Operands(name, comparison, clause.Value);
        (HashSet<string> wanted, bool empty) = Resolve(name, operands, context);
        if (Orders(comparison)) return issue => ValuesOf(issue, context).Any(value => wanted.Any(other => Order!(context, value, other) is { } order && Holds(comparison, order)));
        if (!Excludes(comparison)) return issue => Any(issue, out bool some) || (empty && !some);
        // As in Jira, what has no value is not "other than" anything.
        return issue => !Any(issue, out bool some) && some;

        bool Any(Issue issue, out bool some)
        {
            some = false;
            foreach (string value in ValuesOf(issue, context))
            {
                some = true;
                if (wanted.Contains(value)) return true;
            }

            return false;
        }
    }

    /// <summary>The values meant, and whether EMPTY is among them.</summary>
    public (HashSet<string> Values, bool Empty) Resolve(string name, IEnumerable<JqlOperand> operands, JqlContext context)
    {
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        bool empty = false;
        foreach (JqlOperand operand in operands)
        {
            if (operand.Text is null)
            {
                if (!TakesEmpty) context.Complain(JqlMessage.NoEmpty(name));
                empty = true;
            }
            else if (operand.From is { } function && function.Type == Type)
            {
                wanted.Add(operand.Text);
            }
            else if (operand.From is { } wrong)
            {
                context.Complain(JqlMessage.NoValueOf(wrong.Name, name));
            }
            else if (Type == JqlType.Resolution && !operand.IsNumber && operand.Text.Equals("Unresolved", StringComparison.OrdinalIgnoreCase))
            {
                empty = true;
            }
            else if (Find(context, operand.Text, operand.IsNumber) is { } values)
            {
                wanted.UnionWith(values);
            }
            else
            {
                context.Complain(Missing(name, operand));
            }
        }

        return (wanted, empty);
    }
}
