using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.World.Jira;

internal sealed partial class Tracker
{
    public Sprint AddSprint(Board board, string name, string goal, DateTimeOffset? start, DateTimeOffset? end)
    {
        if (board.Type != "scrum") throw JiraException.BadRequest("The board does not support sprints");
        if (name.Trim().Length is 0 or > 30) throw JiraException.BadField("name", name.Trim().Length == 0 ? "The sprint name is required." : "The sprint name must be shorter than 30 characters.");
        var sprint = new Sprint { Id = state.Sprints.Count + 1, BoardId = board.Id, Name = name.Trim(), State = "future", Goal = goal, StartDate = start, EndDate = end, CreatedAt = wiki.Now };
        state.Sprints.Add(sprint);
        Changed();
        return sprint;
    }

    /// <summary>From future to active to closed, and no other way.</summary>
    public void SetState(Sprint sprint, string wanted)
    {
        if (wanted == sprint.State) return;
        switch (sprint.State, wanted)
        {
            case ("future", "active"):
                if (sprint.StartDate is null || sprint.EndDate is null) throw JiraException.BadRequest("A sprint must have a start date and an end date to be started.");
                break;
            case ("active", "closed"):
                sprint.CompleteDate = wiki.Now;
                break;
            default:
                throw JiraException.BadRequest($"A sprint that is {sprint.State} cannot become {wanted}.");
        }

        sprint.State = wanted;
        Changed();
    }

    public void DeleteSprint(User by, Sprint sprint)
    {
        foreach (Issue issue in IssuesOf(sprint).ToList()) MoveToBacklog(by, issue);
        state.Sprints.Remove(sprint);
        Changed();
    }

    public IEnumerable<Issue> IssuesOf(Sprint sprint)
    {
        string id = sprint.Id.ToString(CultureInfo.InvariantCulture);
        return state.Issues.Where(issue => issue.Texts(Catalog.Sprint).Contains(id));
    }

    /// <summary>Out of the open sprint it was in, if any; closed ones stay in its memory.</summary>
    public void MoveToSprint(User by, Issue issue, Sprint sprint)
    {
        if (sprint.State == "closed") throw JiraException.BadRequest("Issues cannot be moved into a completed sprint.");
        SetSprints(by, issue, [.. ClosedSprints(issue), sprint.Id.ToString(CultureInfo.InvariantCulture)]);
    }

    public void MoveToBacklog(User by, Issue issue) => SetSprints(by, issue, [.. ClosedSprints(issue)]);

    /// <summary>Puts issues, in their order, right before or after another.</summary>
    public void RankIssues(IReadOnlyList<Issue> issues, Issue anchor, bool after)
    {
        List<Issue> order = [.. state.Issues.OrderBy(issue => issue.Rank).Where(issue => !issues.Contains(issue) || issue == anchor)];
        int place = order.IndexOf(anchor) + (after ? 1 : 0);
        order.InsertRange(place, issues.Where(issue => issue != anchor));
        for (int i = 0; i < order.Count; i++) order[i].Rank = i + 1;
        Changed();
    }

    private IEnumerable<string> ClosedSprints(Issue issue) =>
        issue.Texts(Catalog.Sprint).Where(id => FindSprint(long.Parse(id, CultureInfo.InvariantCulture)) is { State: "closed" });

    private void SetSprints(User by, Issue issue, List<string> ids) => Update(by, issue, new Dictionary<string, JsonNode?>
    {
        [Catalog.Sprint] = ids.Count == 0 ? null : new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
    });
}
