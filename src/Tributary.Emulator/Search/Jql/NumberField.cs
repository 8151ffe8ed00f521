using System.Globalization;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>A field that holds a number, or a span of time as its seconds.</summary>
internal sealed class NumberField : SearchField
{
    public required Func<Issue, JqlContext, double?> ValueOf { get; init; }

    public bool TakesEmpty { get; init; } = true;

    public override IEnumerable<JqlOperator> Operators => [.. Equality, .. TakesEmpty ? Emptiness : [], .. Relational];

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        var numbers = new List<double>();
        bool empty = false;
        foreach (JqlOperand operand in context.Operands(name, clause.Operator, clause.Value))
        {
            if (operand.Text is null)
            {
                empty = true;
                if (!TakesEmpty) context.Complain(JqlMessage.NoEmpty(name));
            }
            else if (operand.From is { } wrong)
            {
                context.Complain(JqlMessage.NoValueOf(wrong.Name, name));
            }
            else if (Read(operand.Text) is { } number)
            {
                numbers.Add(number);
            }
            else
            {
                context.Complain(Type == JqlType.Duration ? JqlMessage.NoDuration(name, operand.Text) : JqlMessage.NoValue(name, operand.Text));
            }
        }

        if (Orders(clause.Operator)) return issue => ValueOf(issue, context) is { } value && numbers.Exists(number => Holds(clause.Operator, value.CompareTo(number)));
        return Excludes(clause.Operator)
            ? issue => ValueOf(issue, context) is { } value && !numbers.Contains(value)
            : issue => ValueOf(issue, context) is { } value ? numbers.Contains(value) : empty;
    }

    private double? Read(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return Type == JqlType.Duration ? number * 60 : number;
        return Type == JqlType.Duration ? Seconds(text) : null;
    }

    /// <summary>Of work: a day has eight hours, a week five days.</summary>
    private static double? Seconds(string text)
    {
        double seconds = 0;
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int size = part[^1] switch { 'w' => 5 * 8 * 3600, 'd' => 8 * 3600, 'h' => 3600, 'm' => 60, _ => 0 };
            if (size == 0 || !double.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount)) return null;
            seconds += amount * size;
        }

        return text.Trim().Length == 0 ? null : seconds;
    }
}
