using System.Globalization;
using System.Text;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Projects;

internal sealed record ProjectVersionItem(string Id, string Name, string Status, string? Description, string? StartDate, string? ReleaseDate)
{
    public static ProjectVersionItem Of(ProjectVersion version) => new(
        version.Id, WikiText.Line(version.Name), StatusOf(version).ToString().ToLowerInvariant(), version.Description.Length == 0 ? null : WikiText.Line(version.Description),
        Day(version.StartDate), Day(version.ReleaseDate));

    public static VersionStatus StatusOf(ProjectVersion version) => version.IsArchived ? VersionStatus.Archived : version.IsReleased ? VersionStatus.Released : VersionStatus.Unreleased;

    public string ToText()
    {
        var text = new StringBuilder($"{Id}: {Name} ({Status}");
        if (StartDate is not null)
            text.Append(", from ").Append(StartDate);
        if (ReleaseDate is not null)
            text.Append(", release ").Append(ReleaseDate);
        return text.Append(')').Append(Description is null ? "" : $": {Description}").ToString();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal enum VersionStatus
{
    Unreleased,
    Released,
    Archived,
}
