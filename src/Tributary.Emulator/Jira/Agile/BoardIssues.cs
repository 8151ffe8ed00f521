using Tributary.Emulator.Hosting;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.Agile;

/// <summary>Lists of issues by board, backlog, sprint and epic: the old ones of <c>/rest/agile</c> on both, the new ones of <c>/rest/software</c> on Cloud.</summary>
internal static class BoardIssues
{
    public static void Map(JiraRoutes routes)
    {
        MapLists(routes, (issues, query) => issues.Classic(query));
        routes.Get("/issue/{issueIdOrKey}", call => Answer.Ok(new AgileIssues(call).Json(call.Issue(), new AgileIssues(call).View("*all"))));
    }

    public static void MapSoftware(JiraRoutes routes)
    {
        MapLists(routes, (issues, query) => issues.Tokens(query));
        foreach (string list in new[] { "/board/{boardId}/issue", "/board/{boardId}/backlog", "/sprint/{sprintId}/issue", "/board/{boardId}/sprint/{sprintId}/issue" })
        {
            routes.Get($"{list}/approximate-count", call => new AgileIssues(call).Count(Query(call, list)));
            routes.Post($"{list}/approximate-count", call => new AgileIssues(call).Count(Query(call, list)));
        }
    }

    private static void MapLists(JiraRoutes routes, Func<AgileIssues, JqlQuery, Answer> list)
    {
        foreach (string path in new[]
        {
            "/board/{boardId}/issue", "/board/{boardId}/backlog", "/sprint/{sprintId}/issue", "/board/{boardId}/sprint/{sprintId}/issue", "/epic/none/issue", "/epic/{epicIdOrKey}/issue",
            "/board/{boardId}/epic/none/issue", "/board/{boardId}/epic/{epicIdOrKey}/issue",
        })
        {
            routes.Get(path, call => list(new AgileIssues(call), Query(call, path)));
        }
    }

    private static JqlQuery Query(JiraCall call, string path) => path switch
    {
        "/board/{boardId}/issue" => AgileIssues.OfBoard(Boards.Find(call)),
        "/board/{boardId}/backlog" => AgileIssues.OfBacklog(Boards.Find(call)),
        "/sprint/{sprintId}/issue" => AgileIssues.OfSprint(Sprints.Find(call)),
        "/board/{boardId}/sprint/{sprintId}/issue" => AgileIssues.Both(AgileIssues.OfBoard(Boards.Find(call)), AgileIssues.OfSprint(Sprints.Find(call))),
        "/epic/none/issue" => AgileIssues.WithoutEpic,
        "/epic/{epicIdOrKey}/issue" => AgileIssues.OfEpic(Epics.Find(call)),
        "/board/{boardId}/epic/none/issue" => AgileIssues.Both(AgileIssues.OfBoard(Boards.Find(call)), AgileIssues.WithoutEpic),
        _ => AgileIssues.Both(AgileIssues.OfBoard(Boards.Find(call)), AgileIssues.OfEpic(Epics.Find(call))),
    };
}
