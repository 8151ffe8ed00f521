using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.ServiceDesks;

/// <summary>Asks a service desk for something, for oneself or for a customer.</summary>
[McpServerToolType]
internal sealed class CreateRequestTool(JiraClient jira, ProjectAllowList allowed)
{
    private readonly FieldProblems problems = new();
    private readonly PeopleFinder people = new(jira);

    [McpServerTool(Name = "jira_create_request", Title = "Create a request", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Creates a request at a service desk. fields as in jira_create_issues; wrong ones are answered with the right ones.")]
    public async Task<RequestResult> CreateRequestAsync(
        [Description("Project key, name or id.")] string desk,
        [Description("Name or id.")] string request_type,
        string summary,
        [Prose, Description("Markdown.")] string? description = null,
        [Prose] ObjectArgument? fields = null,
        [Description("Customer's e-mail, name or id.")] string? on_behalf_of = null,
        [Description("Only checks.")] bool dry_run = false,
        CancellationToken cancellationToken = default)
    {
        var desks = new DeskFinder(jira, allowed);
        ServiceDesk chosen = await desks.FindAsync(desk, cancellationToken);
        RequestType type = await desks.FindTypeAsync(chosen, request_type, cancellationToken);
        RequestForm form = await jira.GetRequestFormAsync(chosen.Id, type.Id, cancellationToken);
        Dictionary<string, FieldValue> values = await ValuesAsync(form, fields, summary, description, $"\"{WikiText.Line(type.Name)}\" of {chosen.Project}", chosen.Project, cancellationToken);
        string? customer = await CustomerAsync(on_behalf_of, form, cancellationToken);
        problems.Throw();
        if (dry_run)
            return new RequestResult(null, null, null, null, "Dry run: nothing was created. The request can be, as far as is known: Jira checks its own rules when it is called.");

        CreatedRequest created = await jira.CreateRequestAsync(new NewRequest(chosen.Id, type.Id, values, customer), cancellationToken);
        return new RequestResult(
            created.Issue.Key.ToString(), created.Status is null ? null : WikiText.Line(created.Status), created.Issue.Url, created.PortalUrl is null ? null : WikiText.Line(created.PortalUrl),
            $"Created {created.Issue.Key}.{people.Told}");
    }

    private async Task<Dictionary<string, FieldValue>> ValuesAsync(
        RequestForm form, ObjectArgument? fields, string summary, string? description, string where, ProjectKey project, CancellationToken cancellationToken)
    {
        // Portals take wiki markup on both deployments.
        var resolver = new FieldResolver(jira, allowed, people, new SprintFinder(jira), problems) { TextFormat = RichTextFormat.WikiMarkup, Elsewhere = GivenTwice.Of(description) };
        Dictionary<string, FieldValue> values = await resolver.ResolveAsync(fields?.Value, form.Fields, project, where, cancellationToken);
        if (ValueResolver.SummaryFault(summary) is { } fault)
            problems.Add($"`summary` {fault}.");
        Put("summary", "Summary", new FieldValue.Text(summary));
        if (!string.IsNullOrEmpty(description))
            Put("description", "Description", new FieldValue.Rich(IssueMarkup.FromMarkdown(description, RichTextFormat.WikiMarkup).Text));
        FieldResolver.CheckRequired(problems, values, fields?.Value, form.Fields, where);
        return values;

        void Put(string id, string name, FieldValue value)
        {
            if (form.Fields.Any(field => field.Id == id))
                values[id] = value;
            else
                problems.Add($"\"{name}\" is no field of {where}. {FieldNames.Listed([.. form.Fields.Select(field => WikiText.Line(field.Name))])}");
        }
    }

    private async Task<string?> CustomerAsync(string? text, RequestForm form, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!form.CanRaiseOnBehalfOf)
        {
            problems.Add("`on_behalf_of`: this user may create requests for itself alone.");
            return null;
        }

        (JiraUser? user, string? problem) = await people.FindAsync(text.Trim(), assignableIn: null, cancellationToken);
        if (problem is not null)
            problems.Add($"`on_behalf_of` {problem.TrimEnd('.')}.");
        return user?.Id;
    }
}

/// <param name="Key">Null in a dry run.</param>
/// <param name="PortalUrl">Where its customer sees it.</param>
internal sealed record RequestResult(string? Key, string? Status, string? Url, string? PortalUrl, string Message) : IToolResult
{
    public string ToText() => string.Join(' ', new[] { Message, Status is null ? null : $"Its status is \"{Status}\".", Url, PortalUrl is null ? null : $"Its customer sees it at {PortalUrl}" }.OfType<string>());
}
