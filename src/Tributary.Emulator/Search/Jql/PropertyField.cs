using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary><c>issue.property[key].path</c>: what apps keep with an issue.</summary>
internal sealed class PropertyField(JqlProperty property) : SearchField
{
    public override IEnumerable<JqlOperator> Operators => [.. Equality, .. Emptiness, .. Relational, .. Words];

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        List<JqlOperand> operands = context.Operands(name, clause.Operator, clause.Value);
        bool empty = operands.Exists(operand => operand.Text is null);
        string[] wanted = [.. operands.Select(operand => operand.Text).OfType<string>()];
        bool excludes = Excludes(clause.Operator);
        return clause.Operator switch
        {
            JqlOperator.Contains or JqlOperator.NotContains => Worded(wanted, excludes),
            _ when Orders(clause.Operator) => issue => Values(issue).Any(value => wanted.Any(other => Compare(value, other) is { } order && Holds(clause.Operator, order))),
            _ => issue =>
            {
                string[] values = [.. Values(issue)];
                bool found = values.Any(value => wanted.Any(other => Compare(value, other) == 0)) || (empty && values.Length == 0);
                return excludes ? values.Length > 0 && !found : found;
            }
            ,
        };
    }

    private IssueTest Worded(string[] wanted, bool excludes)
    {
        var query = TextQuery.Parse(string.Join(' ', wanted));
        return issue => Values(issue).Any(value => query.Score([new WeightedText(new SearchableText(value), 1)]) is not null) != excludes;
    }

    private IEnumerable<string> Values(Issue issue)
    {
        JsonNode? value = issue.Properties.GetValueOrDefault(property.Key);
        foreach (string step in property.Path.Split('.', StringSplitOptions.RemoveEmptyEntries)) value = (value as JsonObject)?[step];
        return value switch
        {
            null or JsonObject => [],
            JsonArray items => items.OfType<JsonValue>().Select(Text),
            JsonValue single => [Text(single)],
            _ => [],
        };
    }

    private static string Text(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static int? Compare(string value, string other) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out double left) && double.TryParse(other, CultureInfo.InvariantCulture, out double right)
            ? left.CompareTo(right)
            : StringComparer.OrdinalIgnoreCase.Compare(value, other);
}
