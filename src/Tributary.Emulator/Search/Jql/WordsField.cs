using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>A field that is searched by words.</summary>
internal sealed class WordsField : SearchField
{
    public required Func<Issue, JqlContext, IEnumerable<SearchableText>> TextsOf { get; init; }

    public bool TakesEmpty { get; init; } = true;

    /// <summary>Of a list of texts that are no text of the issue itself, such as comments: without one, none is among them.</summary>
    public bool IsAbout { get; init; }

    public override IEnumerable<JqlOperator> Operators => [.. Words, .. TakesEmpty ? Emptiness : []];

    public override IssueTest Compile(string name, JqlComparison clause, JqlContext context)
    {
        if (clause.Operator is JqlOperator.Is or JqlOperator.IsNot) return IsThere(clause.Operator == JqlOperator.Is, context);
        List<JqlOperand> operands = context.Operands(name, clause.Operator, clause.Value);
        if (operands is not [{ From: null } operand])
        {
            if (operands is [{ From: { } wrong }]) context.Complain(JqlMessage.NoValueOf(wrong.Name, name));
            return _ => false;
        }

        if (operand.Text is null) return IsThere(!Excludes(clause.Operator), context);
        string text = operand.Text.Trim();
        if (text.Length == 0) context.Complain(JqlMessage.NoEmptyText(name));
        else if (text[0] is '*' or '?') context.Complain(JqlMessage.NoWildcardFirst(name, text));
        else if (text is "AND" or "OR" or "NOT" || text.Count(c => c == '"') % 2 > 0) context.Complain(JqlMessage.NoText(name, text));
        var query = TextQuery.Parse(text);
        bool excludes = Excludes(clause.Operator);
        if (!excludes) context.Relevance.Add(issue => Score(query, issue, context) ?? 0);
        return issue => excludes ? (IsAbout || TextsOf(issue, context).Any()) && Score(query, issue, context) is null : Score(query, issue, context) is not null;
    }

    private IssueTest IsThere(bool isEmpty, JqlContext context) => issue => TextsOf(issue, context).Any() != isEmpty;

    // As in Jira, each text by itself: one word in the summary and the other in a comment are no match.
    private double? Score(TextQuery query, Issue issue, JqlContext context) => TextsOf(issue, context).Max(text => query.Score([new WeightedText(text, 1)]));
}
