using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Query.Jql;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>
/// Answers for projects and issues that a query names outside the open projects, before Jira sees it: whether they exist would else show in its answer.
/// </summary>
internal sealed class SearchScope(JiraClient jira, ProjectAllowList allowed)
{
    private static readonly HashSet<string> IssueFields = new(StringComparer.OrdinalIgnoreCase) { "key", "issue", "issuekey", "id", "parent", "epic link", "parentepic" };

    private static readonly string[] FunctionsOfIssues = ["linkedIssue", "portfolio", "subtask", "epic", "parent", "child"];

    /// <exception cref="ToolException">It names something outside; in the words with which Jira answers for what does not exist.</exception>
    public async Task CheckAsync(JqlQuery query, CancellationToken cancellationToken)
    {
        if (!allowed.IsRestricted || query.Where is not { } where)
            return;

        var problems = new List<string>();
        HashSet<string>? open = null;
        foreach ((JqlField field, JqlValue value) in Named(where))
        {
            string text = value switch
            {
                JqlLiteral literal => literal.Value,
                JqlNumber number => $"{number.Value}",
                _ => "",
            };
            if (value is JqlFunction function)
            {
                foreach (string argument in function.Arguments)
                {
                    if (function.Name.Contains("version", StringComparison.OrdinalIgnoreCase))
                        await ProjectAsync(function.Name, argument);
                    else if (IsOutside(argument) || (IsNumber(argument) && FunctionsOfIssues.Any(part => function.Name.Contains(part, StringComparison.OrdinalIgnoreCase))))
                        problems.Add(NoIssue(argument, field));
                }
            }
            else if (text.Length > 0 && field.Name.Equals("project", StringComparison.OrdinalIgnoreCase))
            {
                await ProjectAsync(field.Name, text);
            }
            else if (IssueFields.Contains(field.Name) ? IsOutside(text) || IsNumber(text) : field.CustomFieldId is not null && IsOutside(text))
            {
                problems.Add(NoIssue(text, field));
            }
        }

        if (problems.Count > 0)
            throw ToolException.InvalidParams(string.Join(' ', problems.Distinct()), $"Search in {string.Join(", ", allowed.Keys)}, and name issues by their keys.");

        async Task ProjectAsync(string where, string text)
        {
            if (ProjectKey.TryParse(text, out ProjectKey key) && allowed.Contains(key))
                return;
            open ??= await NamesAsync(cancellationToken);
            if (!open.Contains(text))
                problems.Add($"The value '{WikiText.Beginning(text, 80)}' does not exist for the field '{where}'.");
        }
    }

    // Projects are named by key, by name and by number.
    private async Task<HashSet<string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ProjectKey key in allowed.Keys)
        {
            Project project = (await jira.GetProjectAsync(key, cancellationToken)).Project;
            names.UnionWith([project.Name, project.Id]);
        }

        return names;
    }

    private static IEnumerable<(JqlField Field, JqlValue Value)> Named(JqlExpression expression) => expression switch
    {
        JqlJunction junction => junction.Terms.SelectMany(Named),
        JqlNot not => Named(not.Term),
        JqlComparison comparison => Single(comparison.Value).Select(value => (comparison.Field, value)),
        JqlWas was => Single(was.Value).Concat(was.Predicates.SelectMany(predicate => Single(predicate.Value))).Select(value => (was.Field, value)),
        JqlChanged changed => changed.Predicates.SelectMany(predicate => Single(predicate.Value)).Select(value => (changed.Field, value)),
        _ => [],
    };

    private static IEnumerable<JqlValue> Single(JqlValue value) => value is JqlList list ? list.Items.SelectMany(Single) : [value];

    private bool IsOutside(string text) => IssueKey.TryParse(text.Trim(), out IssueKey key) && !allowed.Contains(key.Project);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string NoIssue(string key, JqlField field) => $"An issue with key '{WikiText.Beginning(key, 80)}' does not exist for field '{field.Name}'.";
}
