using System.Globalization;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>What a saved search finds, by its name or id.</summary>
internal sealed class FilterField : SearchField
{
    private const int MostNested = 8;

    public override IEnumerable<JqlOperator> Operators => Equality;

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        var tests = new List<IssueTest>();
        foreach (JqlOperand operand in context.Operands(name, clause.Operator, clause.Value))
        {
            if (operand.Text is null)
            {
                context.Complain(JqlMessage.NoEmpty(name));
                continue;
            }

            IReadOnlyList<string>? ids = JqlValues.Named(context.Jira.Filters, filter => filter.Id.ToString(CultureInfo.InvariantCulture), filter => filter.Name, operand.Text, operand.IsNumber);
            if (ids is null) context.Complain(operand.IsNumber ? JqlMessage.NoId(name, operand.Text) : JqlMessage.NoValue(name, operand.Text));
            else tests.Add(Tests(context.Jira.Filters.First(filter => ids.Contains(filter.Id.ToString(CultureInfo.InvariantCulture))), context));
        }

        bool excludes = Excludes(clause.Operator);
        return issue => tests.Exists(test => test(issue)) != excludes;
    }

    private static IssueTest Tests(Filter filter, JqlContext context)
    {
        if (context.FilterDepth >= MostNested)
        {
            context.Complain(JqlMessage.FilterTooDeep(filter.Name));
            return _ => false;
        }

        var inner = new JqlContext(context.Wiki, context.User, context.FilterDepth + 1);
        IssueTest test = new JqlCompiler(inner).Compile(JqlParser.Parse(filter.Jql).Where);
        foreach (string problem in inner.Problems) context.Complain(problem);
        return test;
    }
}
