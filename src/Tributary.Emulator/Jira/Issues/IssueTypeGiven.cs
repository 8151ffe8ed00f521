using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>Project and issue type of an issue that is to be: what all its other fields depend on.</summary>
internal sealed record IssueTypeGiven(Project Project, string TypeId)
{
    public static IssueTypeGiven Of(JiraCall call, JsonObject fields)
    {
        var errors = new Dictionary<string, string>();
        Project? project = null;
        if (fields["project"] is not JsonObject given) errors["project"] = call.IsCloud ? "Specify a valid project ID or key" : "project is required";
        else if ((Given.Text(given, "key") ?? Given.Text(given, "id")) is not { } named || (project = Seen(call, named)) is null) errors["project"] = call.IsCloud ? "Specify a valid project ID or key" : "valid project is required";

        string? typeId = null;
        if (fields["issuetype"] is not { } type) errors["issuetype"] = call.IsCloud ? "Specify an issue type" : "issue type is required";
        else if ((typeId = Find(type, Candidates(project))) is null) errors["issuetype"] = call.IsCloud ? "Specify a valid issue type" : "valid issue type is required";
        else if (project is not null && !project.IssueTypeIds.Contains(typeId)) errors["issuetype"] = "The issue type selected is invalid.";
        else if (fields["parent"] is null && Catalog.IssueTypes.First(known => known.Id == typeId).IsSubtask) errors["issuetype"] = "Issue type is a sub-task but parent issue key or id not specified.";

        if (errors.Count > 0) throw JiraException.Fields(errors);
        return new(project!, typeId!);
    }

    /// <summary>The id of the type that is meant by id or name; null for none.</summary>
    public static string? Find(JsonNode wire, (string Id, string Name)[] all)
    {
        if (wire is not JsonObject given) return null;
        string? id = Given.Text(given, "id"), name = Given.Text(given, "name");
        return all.Where(type => id is not null ? type.Id == id : type.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(type => type.Id).FirstOrDefault();
    }

    private static Project? Seen(JiraCall call, string named) => call.Jira.FindProject(named) is { } project && call.Jira.CanSee(call.User, project) ? project : null;

    // Its own first: names may stand for another type elsewhere.
    private static (string Id, string Name)[] Candidates(Project? project) =>
        [.. Catalog.IssueTypes.OrderBy(type => project?.IssueTypeIds.Contains(type.Id) == true ? 0 : 1).Select(type => (type.Id, type.Name))];
}
