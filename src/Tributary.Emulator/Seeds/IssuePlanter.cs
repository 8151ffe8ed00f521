using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Seeds;

/// <summary>Plants the issues of one project, one after the other.</summary>
internal sealed class IssuePlanter(ProjectPlanter planter, Project project, Wiki wiki)
{
    private Tracker Jira => wiki.Jira;

    public void Plant(SeedIssue seed)
    {
        string where = $"{project.Key} '{seed.Summary}'";
        User by = planter.User(seed.By, $"{where}, by");
        DateTimeOffset at = planter.Moment(seed.At, $"{where}, at");
        wiki.PretendedNow = at;
        string type = Catalog.IssueTypes.FirstOrDefault(known => known.Name == seed.Type)?.Id ?? throw planter.Wrong($"{where}, type", $"there is no issue type '{seed.Type}'.");
        Dictionary<string, JsonNode?> values = Values(seed.Values, where);
        values["summary"] = seed.Summary;
        if (seed.Description is { } description) values["description"] = planter.Text(description);
        if (type == Catalog.Epic && wiki.Deployment == EmulatedDeployment.DataCenter) values[Catalog.EpicName] = seed.Summary;
        // Planted by somebody who may; the creator is who the seed says, a customer perhaps.
        Issue issue = Jira.Create(planter.User("alice", where), project, type, values);
        issue.Values["creator"] = by.AccountId;
        if (!values.ContainsKey("reporter")) issue.Values["reporter"] = by.AccountId;
        issue.Watchers.Clear();
        foreach (string watcher in seed.Watchers.Append(seed.By)) issue.Watchers.Add(planter.User(watcher, $"{where}, watchers").AccountId);
        foreach (string voter in seed.Votes) issue.Voters.Add(planter.User(voter, $"{where}, votes").AccountId);
        issue.Development = Dated(seed.Development, $"{where}, development");
        foreach ((SeedEvent happened, int place) in seed.Events.Select((happened, place) => (happened, place)))
        {
            string here = string.Create(CultureInfo.InvariantCulture, $"{where}, events[{place}]");
            DateTimeOffset when = planter.Moment(happened.At, $"{here}.at");
            if (when < at) throw planter.Wrong($"{here}.at", "this is before what happened before it.");
            wiki.PretendedNow = at = when;
            Happen(issue, happened, here);
        }
    }

    private JsonObject? Dated(JsonObject? development, string where)
    {
        foreach (JsonObject item in development?.SelectMany(list => list.Value as JsonArray ?? []).OfType<JsonObject>() ?? [])
        {
            if ((string?)item["at"] is { } at) item["at"] = Tracker.Moment(planter.Moment(at, where));
        }

        return development;
    }

    private void Happen(Issue issue, SeedEvent happened, string where)
    {
        User by = planter.User(happened.By, $"{where}.by");
        Dictionary<string, JsonNode?> values = Values(happened.Values, where);
        if (happened.Values.Summary is { } summary) values["summary"] = summary;
        if (happened.Values.Status is { } name)
        {
            Transition transition = Jira.TransitionsOf(issue).FirstOrDefault(step => Catalog.Statuses.First(status => status.Id == step.ToStatusId).Name == name)
                ?? throw planter.Wrong($"{where}.status", $"no step leads there from {Jira.Shown("status", issue.StatusId)}: '{name}'.");
            Jira.Transit(by, issue, transition, values);
        }
        else if (values.Count > 0)
        {
            Jira.Update(by, issue, values);
        }

        if (happened.Worked is { } worked)
        {
            long seconds = Seconds(worked, where);
            Jira.AddWorklog(by, issue, wiki.Now.AddSeconds(-seconds), seconds, happened.Comment is null ? null : planter.Text(happened.Comment), null);
        }
        else if (happened.Comment is { } comment)
        {
            Jira.AddComment(by, issue, planter.Text(comment), null, isPublic: !happened.Internal);
        }
    }

    private Dictionary<string, JsonNode?> Values(SeedValues seed, string where)
    {
        var values = new Dictionary<string, JsonNode?>();
        Set("priority", seed.Priority, name => Named(Catalog.Priorities, priority => priority.Name, priority => priority.Id, name, $"{where}.priority"));
        Set("resolution", seed.Resolution, name => Named(Catalog.Resolutions, resolution => resolution.Name, resolution => resolution.Id, name, $"{where}.resolution"));
        Set("assignee", seed.Assignee, name => name.Length == 0 ? null : planter.User(name, $"{where}.assignee").AccountId);
        Set("reporter", seed.Reporter, name => planter.User(name, $"{where}.reporter").AccountId);
        Set("duedate", seed.Due, text => planter.Day(text, $"{where}.due"));
        Set("environment", seed.Environment, planter.Text);
        Set(Catalog.Severity, seed.Severity, name => Option(Catalog.Severity, name, where));
        Set(Catalog.RequestType, seed.RequestType, name => Named(Jira.RequestTypes, type => type.Name, type => type.Id, name, $"{where}.requestType"));
        if (seed.Parent is { } parent)
        {
            Issue above = Jira.FindIssue(parent) ?? throw planter.Wrong($"{where}.parent", $"there is no issue {parent} before this one.");
            bool isEpic = above.TypeId == Catalog.Epic && wiki.Deployment == EmulatedDeployment.DataCenter;
            values[isEpic ? Catalog.EpicLink : "parent"] = above.Id.ToString(CultureInfo.InvariantCulture);
        }

        if (seed.Estimate is { } estimate)
        {
            double seconds = Seconds(estimate, where);
            values["timeoriginalestimate"] = seconds;
            values["timeestimate"] = seconds;
        }

        if (seed.Points is { } points) values[Catalog.StoryPoints] = (double)points;
        Many("labels", seed.Labels, label => label);
        Many("components", seed.Components, name => Named(project.Components, component => component.Name, component => component.Id, name, $"{where}.components"));
        Many("versions", seed.Versions, name => Version(name, where));
        Many("fixVersions", seed.FixVersions, name => Version(name, where));
        Many(Catalog.Sprint, seed.Sprints, name => Named(Jira.Sprints, sprint => sprint.Name, sprint => sprint.Id.ToString(CultureInfo.InvariantCulture), name, $"{where}.sprints"));
        Many(Catalog.Environments, seed.Environments, name => Option(Catalog.Environments, name, where));
        return values;

        void Set(string field, string? value, Func<string, string?> read)
        {
            if (value is not null) values[field] = read(value);
        }

        void Many(string field, IReadOnlyList<string>? names, Func<string, string> read)
        {
            if (names is not null) values[field] = names.Count == 0 ? null : new JsonArray([.. names.Select(name => JsonValue.Create(read(name)))]);
        }
    }

    private string Option(string field, string name, string where) => Named(Catalog.Field(field)!.Options, option => option.Value, option => option.Id, name, where);

    private string Version(string name, string where) => Named(project.Versions, version => version.Name, version => version.Id, name, where);

    private string Named<T>(IEnumerable<T> all, Func<T, string> nameOf, Func<T, string> idOf, string name, string where) =>
        all.Where(one => nameOf(one) == name).Select(idOf).FirstOrDefault() ?? throw planter.Wrong(where, $"'{name}' is none of {string.Join(", ", all.Select(nameOf))}.");

    private long Seconds(string text, string where)
    {
        int size = text.Length < 2 ? 0 : text[^1] switch { 'd' => 8 * 3600, 'h' => 3600, 'm' => 60, _ => 0 };
        return size > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int amount) ? (long)amount * size : throw planter.Wrong(where, $"'{text}' is no span of work; write 4h, 30m or 2d.");
    }
}
