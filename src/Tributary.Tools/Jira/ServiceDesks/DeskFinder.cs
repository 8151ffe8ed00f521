using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.ServiceDesks;

/// <summary>Which service desk is meant by the key of its project, its name or its id.</summary>
internal sealed class DeskFinder(JiraClient jira, ProjectAllowList allowed)
{
    public async Task<ServiceDesk> FindAsync(string text, CancellationToken cancellationToken)
    {
        ServiceDesk[] known = [.. (await jira.ListServiceDesksAsync(cancellationToken)).Where(desk => allowed.Contains(desk.Project))];
        ServiceDesk[] found = FieldNames.Find(text.Trim(), known, desk => desk.Id, desk => desk.Project.ToString());
        if (found.Length == 0)
            found = FieldNames.Find(text.Trim(), known, desk => desk.Id, desk => desk.Name);
        if (found.Length == 0 && ProjectKey.TryParse(text.Trim(), out ProjectKey key))
            allowed.Check(key);
        return found switch
        {
            [var one] => one,
            [] => throw ToolException.InvalidParams(
                $"There is no service desk \"{WikiText.Beginning(text, 80)}\". {FieldNames.Instead(text, [.. known.Select(desk => desk.Project.ToString())])}", "Give the project key of one."),
            var several => throw ToolException.InvalidParams($"Several service desks are called so: {string.Join(", ", several.Select(desk => desk.Project))}.", "Give the project key of one."),
        };
    }

    public async Task<RequestType> FindTypeAsync(ServiceDesk desk, string text, CancellationToken cancellationToken)
    {
        IReadOnlyList<RequestType> types = await jira.ListRequestTypesAsync(desk.Id, cancellationToken);
        return FieldNames.Find(text.Trim(), types, type => type.Id, type => type.Name) is [var found, ..]
            ? found
            : throw ToolException.InvalidParams(
                $"{desk.Project} has no request type \"{WikiText.Beginning(text, 80)}\". {FieldNames.Instead(text, [.. types.Select(type => WikiText.Line(type.Name))])}", "Nothing was sent. Give one of these.");
    }
}
