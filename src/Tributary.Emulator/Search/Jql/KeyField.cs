using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>The issue itself, by key or id. Keys have an order within a project.</summary>
internal sealed class KeyField : SearchField
{
    public override IEnumerable<JqlOperator> Operators => [.. Equality, .. Emptiness, .. Relational];

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        var wanted = new HashSet<string>();
        foreach (JqlOperand operand in context.Operands(name, clause.Operator, clause.Value))
        {
            if (operand.Text is null) context.Complain(JqlMessage.NoEmpty(name));
            else if (operand.From is { Type: not JqlType.Issue } wrong) context.Complain(JqlMessage.NoValueOf(wrong.Name, name));
            else if (context.FindIssue(operand.Text) is { } issue) wanted.Add(JqlValues.Id(issue));
            else if (operand.From is null) context.Complain(JqlValues.NoIssue(name, operand));
        }

        if (!Orders(clause.Operator)) return issue => wanted.Contains(JqlValues.Id(issue)) != Excludes(clause.Operator);
        return issue => wanted.Any(id => context.Jira.FindIssue(id) is { } other && other.ProjectId == issue.ProjectId
            && Holds(clause.Operator, string.CompareOrdinal(JqlValues.KeyOrder(issue), JqlValues.KeyOrder(other))));
    }
}
