using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.Jira.Search;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.Agile;

/// <summary>The issues of boards, sprints and epics, narrowed by the request's own query, in the order of their ranks.</summary>
internal sealed class AgileIssues(JiraCall call)
{
    private static readonly JqlOrder ByRank = new(JqlField.Named("Rank"), Descending: false);

    public static JqlQuery OfBoard(Board board) => JqlParser.Parse(board.Jql);

    /// <summary>What is neither done nor in a sprint that runs or is planned; epics stand beside.</summary>
    public static JqlQuery OfBacklog(Board board) => And(OfBoard(board),
        "statusCategory != Done AND issuetype in standardIssueTypes() AND issuetype != Epic AND (sprint is EMPTY OR NOT (sprint in openSprints() OR sprint in futureSprints()))");

    public static JqlQuery OfSprint(Sprint sprint) => JqlParser.Parse(string.Create(CultureInfo.InvariantCulture, $"sprint = {sprint.Id}"));

    public static JqlQuery OfEpic(Issue epic) => JqlParser.Parse($"\"Epic Link\" = {epic.Key}");

    public static JqlQuery WithoutEpic { get; } = JqlParser.Parse("\"Epic Link\" is EMPTY AND issuetype != Epic");

    public static JqlQuery Both(JqlQuery one, JqlQuery other) => other.Where is null ? one : one.And(other.Where);

    public static JqlQuery And(JqlQuery query, string condition) => query.And(JqlParser.Parse(condition).Where!);

    /// <summary>The old lists: by <c>startAt</c>, with the total.</summary>
    public Answer Classic(JqlQuery query)
    {
        JqlAnswer found = Find(query, strict: call.Flag("validateQuery", otherwise: true));
        return Answer.Ok(new FoundIssues(call, View("*navigable")).Classic(Paging.Of(call, 50, 1000), found.Issues, found.Problems, Json));
    }

    /// <summary>Cloud's new lists: by <c>nextPageToken</c>.</summary>
    public Answer Tokens(JqlQuery query)
    {
        JqlAnswer found = Find(query, strict: true);
        return new FoundIssues(call, View("*navigable")).Tokens(found.Issues, $"{call.Self} {query} {call.Query("jql")}", call.Query("nextPageToken"), call.Number("maxResults"), Json);
    }

    public Answer Count(JqlQuery query) => Answer.Ok(new() { ["count"] = Find(query, strict: true).Issues.Count });

    /// <summary>An issue with what the agile API tells beside its fields.</summary>
    public JsonObject Json(Issue issue, IssueView view)
    {
        JsonObject json = new IssueJson(call).Of(issue, view);
        json["self"] = $"{AgileCall.Api(call)}/issue/{issue.Id}";
        if (json["fields"] is not JsonObject fields) return json;
        bool all = view.Fields.Any(field => field is "*all" or "*navigable");
        Sprint[] sprints = [.. issue.Texts(Catalog.Sprint).Select(id => call.Jira.FindSprint(long.Parse(id, CultureInfo.InvariantCulture))).OfType<Sprint>()];
        if (all || view.Fields.Contains("sprint")) fields["sprint"] = Array.Find(sprints, sprint => sprint.State != "closed") is { } open ? SprintJson.Of(call, open) : null;
        if (all || view.Fields.Contains("closedSprints")) fields["closedSprints"] = new JsonArray([.. sprints.Where(sprint => sprint.State == "closed").Select(sprint => SprintJson.Of(call, sprint))]);
        if (all || view.Fields.Contains("epic")) fields["epic"] = Epics.Of(call, issue) is { } epic ? Epics.Json(call, epic) : null;
        if (all || view.Fields.Contains("flagged")) fields["flagged"] = false;
        return json;
    }

    public IssueView View(string otherwise) => IssueView.OfQuery(call, otherwise);

    private JqlAnswer Find(JqlQuery query, bool strict)
    {
        JqlQuery own = JqlSearch.Parse(call.Query("jql") ?? (HasBody ? Given.Text(call.Json, "jql") : null) ?? "");
        JqlQuery whole = Both(query, own).OrderedBy(own.OrderBy.Count > 0 ? own.OrderBy : query.OrderBy.Count > 0 ? query.OrderBy : [ByRank]);
        return JqlSearch.Run(call.Wiki, call.User, whole, strict);
    }

    private bool HasBody => call.Http.Method == "POST" && call.JsonNode is not null;
}
