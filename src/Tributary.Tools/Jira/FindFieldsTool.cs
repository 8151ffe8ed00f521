using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Jira.ServiceDesks;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Tells fields: those of the site, those for a new issue, or those of an issue to change.</summary>
[McpServerToolType]
internal sealed class FindFieldsTool(JiraClient jira, ProjectAllowList allowed)
{
    private const int MostOfEach = 50;
    private const int MostOfOne = 1000;

    [McpServerTool(Name = "jira_find_fields", Title = "Find fields and their values", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Finds fields by name, with ids, types, allowed values and what is required: of a new issue (project_key and issue_type), of a new request (project_key and request_type), of an issue to change (issue_key), or of the whole site.")]
    public async Task<FieldsResult> FindFieldsAsync(
        [Description("Part of a name or id; without it all.")] string? query = null,
        ProjectKey? project_key = null,
        string? issue_type = null,
        string? request_type = null,
        IssueKey? issue_key = null,
        [Range(1, 200)] int limit = 50,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        return issue_key is null && project_key is null
            ? Result(await jira.ListFieldsAsync(cancellationToken), query, field => field.Id, field => field.Name, (field, _) => FieldItem.Of(field), start, limit)
            : Result(await ScreenAsync(project_key, issue_type, request_type, issue_key, cancellationToken), query, field => field.Id, field => field.Name, FieldItem.Of, start, limit);
    }

    private static FieldsResult Result<T>(IReadOnlyList<T> all, string? query, Func<T, string> id, Func<T, string> name, Func<T, int, FieldItem> show, int start, int limit)
    {
        T[] fitting = string.IsNullOrWhiteSpace(query)
            ? [.. all]
            : [.. all.Where(field => name(field).Contains(query, StringComparison.OrdinalIgnoreCase) || id(field).Contains(query, StringComparison.OrdinalIgnoreCase))];
        (T[] items, int? next) = ListPart.Of(fitting, start, limit);

        // Of one field alone all values are told.
        return new FieldsResult(
            [.. items.Select(field => show(field, fitting.Length == 1 ? MostOfOne : MostOfEach))], fitting.Length,
            fitting.Length == 0 && query is not null ? FieldNames.Instead(query, [.. all.Select(field => WikiText.Line(name(field)))]) : null, next);
    }

    private async Task<IReadOnlyList<ScreenField>> ScreenAsync(ProjectKey? project, string? typeName, string? requestType, IssueKey? issue, CancellationToken cancellationToken)
    {
        if (issue is { } key)
        {
            await allowed.CheckAsync(jira, key, cancellationToken);
            return await jira.ListEditFieldsAsync(key, cancellationToken);
        }

        ProjectKey inProject = project!.Value;
        if (!string.IsNullOrWhiteSpace(requestType))
        {
            var desks = new DeskFinder(jira, allowed);
            ServiceDesk desk = await desks.FindAsync(inProject.ToString(), cancellationToken);
            return (await jira.GetRequestFormAsync(desk.Id, (await desks.FindTypeAsync(desk, requestType, cancellationToken)).Id, cancellationToken)).Fields;
        }


        allowed.Check(inProject);
        IReadOnlyList<IssueType> types = await jira.ListIssueTypesAsync(inProject, cancellationToken);
        string[] names = [.. types.Select(type => WikiText.Line(type.Name))];
        if (string.IsNullOrWhiteSpace(typeName))
            throw ToolException.InvalidParams($"`issue_type` is missing: each has fields of its own. {FieldNames.Listed(names)}", "Give one of them.");
        return FieldNames.Find(typeName, types, type => type.Id, type => type.Name) is [var type, ..]
            ? await jira.ListCreateFieldsAsync(inProject, type.Id, cancellationToken)
            : throw ToolException.InvalidParams($"{inProject} has no issue type \"{WikiText.Line(typeName)}\". {FieldNames.Instead(typeName, names)}", "Give one of them.");
    }
}

/// <param name="Message">When none fits: what there is.</param>
internal sealed record FieldsResult(IReadOnlyList<FieldItem> Fields, int TotalAvailable, string? Message, int? NextStartOffset) : IToolResult
{
    public string ToText() => Fields.Count == 0 ? "No field fits. " + Message : ListText.Of("field", Fields.Select(field => field.ToText()), TotalAvailable, NextStartOffset);
}
