using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Projects;

/// <summary>Makes a version, or changes one.</summary>
[McpServerToolType]
internal sealed class SaveVersionTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_save_version", Title = "Save a version", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Changes, releases or archives a version; without version, name makes a new one.")]
    public async Task<SavedVersionResult> SaveVersionAsync(
        ProjectKey project_key,
        [Description("Name or id.")] string? version = null,
        string? name = null,
        [Prose] string? description = null,
        [Description("A day, 2026-01-31; empty: none.")] string? start_date = null,
        string? release_date = null,
        bool? released = null,
        bool? archived = null,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(project_key);
        var write = new VersionWrite(
            string.IsNullOrWhiteSpace(name) ? null : name.Trim(), description, Day(start_date, nameof(start_date)), Day(release_date, nameof(release_date)), released, archived,
            ClearsStartDate: version is not null && start_date?.Trim() == "", ClearsReleaseDate: version is not null && release_date?.Trim() == "");
        IReadOnlyList<ProjectVersion> known = await jira.ListVersionsAsync(project_key, cancellationToken);
        ProjectVersion? chosen = string.IsNullOrWhiteSpace(version) ? null : Choose(version, project_key, known);
        if (write == new VersionWrite())
            throw ToolException.InvalidParams("There is nothing to save.", "Give name, description, start_date, release_date, released or archived.");
        if (chosen is null && write.Name is null)
            throw ToolException.InvalidParams("`version` is missing.", "Give the version's name or id; or a name alone to make a new one.");
        if (write.Name is not null && known.FirstOrDefault(other => other.Id != chosen?.Id && other.Name.Equals(write.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
            throw ToolException.InvalidParams($"{project_key} has a version \"{WikiText.Line(same.Name)}\" already: {same.Id}.", "Nothing was written. Give it as version to change it, or another name.");
        DateOnly? start = write.StartDate ?? (write.ClearsStartDate ? null : chosen?.StartDate), release = write.ReleaseDate ?? (write.ClearsReleaseDate ? null : chosen?.ReleaseDate);
        if (start > release)
            throw ToolException.InvalidParams("The version would be released before it starts.", "Nothing was written. Correct start_date or release_date.");

        ProjectVersion saved = chosen is null ? await jira.CreateVersionAsync(project_key, write, cancellationToken) : await jira.UpdateVersionAsync(chosen.Id, write, cancellationToken);
        return new SavedVersionResult(ProjectVersionItem.Of(saved), $"{(chosen is null ? "Made" : "Changed")} version {saved.Id} of {project_key}.");
    }

    private static ProjectVersion Choose(string text, ProjectKey project, IReadOnlyList<ProjectVersion> known) => FieldNames.Find(text, known, version => version.Id, version => version.Name) switch
    {
        [var one] => one,
        [] => throw ToolException.InvalidParams(
            $"{project} has no version \"{WikiText.Line(text)}\". {FieldNames.Instead(text, [.. known.Reverse().Select(version => WikiText.Line(version.Name))])}", "Nothing was written. Give one of these; to make a new one, give name alone."),
        var several => throw ToolException.InvalidParams($"Several versions are called \"{WikiText.Line(text)}\": {string.Join(", ", several.Select(version => version.Id))}.", "Nothing was written. Give the id of one."),
    };

    private static DateOnly? Day(string? text, string argument) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw ToolException.InvalidParams($"`{argument}` \"{WikiText.Beginning(text, 40)}\" is no day.", "Give one such as 2026-01-31.");
}

internal sealed record SavedVersionResult(ProjectVersionItem Version, string Message) : IToolResult
{
    public string ToText() => Message + "\n" + Fence.Around("the version", Version.ToText());
}
