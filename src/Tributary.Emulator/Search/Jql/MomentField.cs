using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>A field that holds a day, a moment, or several.</summary>
internal sealed class MomentField : SearchField
{
    public required Func<Issue, JqlContext, IEnumerable<DateTimeOffset>> MomentsOf { get; init; }

    /// <summary>It knows days and no hours: so do the dates that it is compared with.</summary>
    public bool WholeDays { get; init; }

    public override IEnumerable<JqlOperator> Operators => [.. Equality, .. Emptiness, .. Relational];

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        var dates = new List<DateTimeOffset>();
        bool empty = false;
        foreach (JqlOperand operand in context.Operands(name, clause.Operator, clause.Value))
        {
            if (operand.Text is null) empty = true;
            else if (operand.From is { Type: not JqlType.Date } wrong) context.Complain(JqlMessage.NoValueOf(wrong.Name, name));
            else if (context.Dates.Read(operand) is { } date) dates.Add(WholeDays ? new DateTimeOffset(date.UtcDateTime.Date, TimeSpan.Zero) : date);
            else context.Complain(JqlMessage.NoDate(name, operand.Text));
        }

        if (Orders(clause.Operator)) return issue => MomentsOf(issue, context).Any(moment => dates.Exists(date => Holds(clause.Operator, moment.CompareTo(date))));
        bool excludes = Excludes(clause.Operator);
        return issue =>
        {
            bool some = false, found = false;
            foreach (DateTimeOffset moment in MomentsOf(issue, context))
            {
                some = true;
                found |= dates.Contains(moment);
            }

            return excludes ? some && !found : found || (empty && !some);
        };
    }
}
