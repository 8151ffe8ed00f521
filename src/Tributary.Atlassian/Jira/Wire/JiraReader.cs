using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira.Wire;

/// <summary>Turns what either API answers into the client's words.</summary>
internal sealed class JiraReader(Site site)
{
    public Issue Issue(WireIssue issue, string operation) => new(
        issue.Id ?? "",
        Key(issue.Key, operation),
        Url(issue.Key!),
        issue.Fields ?? throw JsonAnswers.Missing(operation, "the issue's fields", AtlassianProduct.Jira),
        issue.Changelog is { } log ? Changes(log) : null);

    /// <summary>Newest first: Data Center begins with the oldest.</summary>
    public IReadOnlyList<IssueChange> Changes(WireChangelog? log)
    {
        IEnumerable<IssueChange> told = (log?.Histories ?? []).Select(Change);
        return [.. (site.Deployment == Deployment.DataCenter ? told.Reverse() : told).OrderByDescending(change => change.CreatedAt)];
    }

    public CreatedIssue Created(WireCreated created, string operation) => new(created.Id ?? "", Key(created.Key, operation), Url(created.Key!));

    public static IssueComment Comment(WireComment comment) => new(
        comment.Id ?? "", comment.Author is null ? null : User(comment.Author), Models.Issue.ToRichText(comment.Body) ?? new RichText(RichTextFormat.WikiMarkup, ""),
        comment.Created, comment.Updated, Visibility(comment.Visibility), !comment.JsdPublic);

    public static Worklog Worklog(WireWorklog worklog) => new(
        worklog.Id ?? "", worklog.Author is null ? null : User(worklog.Author), worklog.TimeSpent ?? "", worklog.TimeSpentSeconds ?? 0, worklog.Started, worklog.Created, worklog.Updated,
        Models.Issue.ToRichText(worklog.Comment) is { Text.Length: > 0 } comment ? comment : null, Visibility(worklog.Visibility));

    public static JiraUser User(WireUser user)
    {
        string id = user.AccountId ?? user.Name ?? user.Key ?? "";
        return new JiraUser(id, user.DisplayName ?? id, string.IsNullOrEmpty(user.EmailAddress) ? null : user.EmailAddress, user.Active ?? true);
    }

    public static Field Field(WireField field) => new(field.Id ?? "", field.Name ?? field.Id ?? "", field.Custom ?? false, Schema(field.Schema), field.ClauseNames ?? []);

    /// <param name="id">Where the answer itself is a map by ids.</param>
    public static ScreenField ScreenField(WireScreenField field, string? id = null)
    {
        string fieldId = id ?? field.FieldId ?? field.Key ?? "";
        return new ScreenField(
            fieldId, field.Name ?? fieldId, field.Required ?? false, field.HasDefaultValue ?? false, Schema(field.Schema),
            field.AllowedValues is { } values ? [.. values.Select(AllowedValue.Of).OfType<AllowedValue>()] : null);
    }

    public static Transition Transition(WireTransition transition) => new(
        transition.Id ?? "", transition.Name ?? "", transition.To?.Name ?? "",
        [.. (transition.Fields ?? new Dictionary<string, WireScreenField>()).Select(field => ScreenField(field.Value, field.Key))]);

    public static Project? Project(WireProject project) =>
        ProjectKey.TryParse(project.Key, out ProjectKey key) ? new Project(project.Id ?? "", key, project.Name ?? "", project.ProjectTypeKey) : null;

    private static Visibility? Visibility(WireVisibility? visibility) => (visibility?.Value ?? visibility?.Identifier) is { } name ? new Visibility(visibility!.Type ?? Models.Visibility.Role, name) : null;

    public static ScreenField ScreenField(WireRequestField field) => new(
        field.FieldId ?? "", field.Name ?? field.FieldId ?? "", field.Required ?? false, field.DefaultValues is { Count: > 0 }, Schema(field.JiraSchema),
        field.ValidValues is { Count: > 0 } values ? [.. values.Select(Allowed)] : null);

    private static AllowedValue Allowed(WireValidValue value) => new(value.Value ?? "", value.Label ?? value.Value ?? "", [.. (value.Children ?? []).Select(Allowed)]);

    public ProjectDetails Project(WireProjectDetails project, string operation)
    {
        ProjectKey key = ProjectKey.TryParse(project.Key, out ProjectKey parsed) ? parsed : throw JsonAnswers.Missing(operation, "the project's key", AtlassianProduct.Jira);
        return new ProjectDetails(
            new Project(project.Id ?? "", key, project.Name ?? "", project.ProjectTypeKey), project.Description ?? "", Url(key.ToString()), project.Lead is null ? null : User(project.Lead),
            [.. (project.IssueTypes ?? []).Select(type => new IssueType(type.Id ?? "", type.Name ?? "", type.Subtask ?? false))],
            [.. (project.Components ?? []).Select(component => new Component(component.Id ?? "", component.Name ?? "", component.Description ?? "", component.Lead is null ? null : User(component.Lead)))],
            [.. (project.Versions ?? []).Select(Version)], [.. (project.Roles ?? new Dictionary<string, JsonElement>()).Keys]);
    }

    public static ProjectVersion Version(WireVersion version) => new(
        version.Id ?? "", version.Name ?? "", version.Description ?? "", version.Released ?? false, version.Archived ?? false, Day(version.StartDate), Day(version.ReleaseDate));

    // Some versions of Jira put a time behind it.
    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static IssueChange Change(WireHistory history) => new(
        history.Author is null ? null : User(history.Author), history.Created,
        [.. (history.Items ?? []).Select(item => new FieldChange(item.Field ?? "", item.Before, item.After))]);

    private static FieldSchema Schema(WireSchema? schema) => new(schema?.Type ?? "any", schema?.Items, schema?.System, schema?.Custom);

    private static IssueKey Key(string? key, string operation) => IssueKey.TryParse(key, out IssueKey parsed) ? parsed : throw JsonAnswers.Missing(operation, "the issue's key", AtlassianProduct.Jira);

    // Behind the gateway no answer names the address for a browser but in links of the API itself.
    private string Url(string key) => $"{(site.BrowserUrl ?? site.BaseUrl).AbsoluteUri.TrimEnd('/')}/browse/{key}";
}
