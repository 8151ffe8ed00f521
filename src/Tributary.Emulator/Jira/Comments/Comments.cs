using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Comments;

/// <summary><c>/issue/{issueIdOrKey}/comment</c> and one of them; on Cloud also <c>POST /comment/list</c>.</summary>
internal static class Comments
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/comment", List);
        routes.Post("/issue/{issueIdOrKey}/comment", Add);
        routes.Get("/issue/{issueIdOrKey}/comment/{id}", call =>
        {
            Issue issue = call.Issue();
            return Answer.Ok(new CommentJson(call).Of(issue, CommentAccess.Visible(call, issue, call.Route("id")), Renders(call)));
        });
        routes.Put("/issue/{issueIdOrKey}/comment/{id}", Update);
        routes.Delete("/issue/{issueIdOrKey}/comment/{id}", Delete);
        if (routes.IsCloud) routes.Post("/comment/list", ByIds);
    }

    private static bool Renders(JiraCall call) => call.Many("expand").Contains("renderedBody");

    private static Answer List(JiraCall call)
    {
        Issue issue = call.Issue();
        IEnumerable<IssueComment> comments = new CommentJson(call).Visible(issue);
        comments = call.Query("orderBy") switch
        {
            null or "created" or "+created" => comments.OrderBy(comment => comment.CreatedAt).ThenBy(comment => comment.Id),
            "-created" => comments.OrderByDescending(comment => comment.CreatedAt).ThenByDescending(comment => comment.Id),
            { } other => throw JiraException.BadRequest($"The value '{other}' is not supported for the parameter 'orderBy'. Supported values are: created, -created, +created."),
        };

        // Data Center gives all to those who name no number; Cloud a hundred.
        Paging paging = call.IsCloud ? Paging.Of(call, otherwise: 100, most: 5000) : Paging.Of(call, otherwise: 1_048_576, most: 1_048_576);
        return Answer.Ok(paging.Classic("comments", [.. comments], comment => new CommentJson(call).Of(issue, comment, Renders(call))));
    }

    private static Answer Add(JiraCall call)
    {
        Issue issue = call.Issue();
        Project project = call.Jira.ProjectOf(issue);
        if (!call.Jira.CanEdit(call.User, project)) throw JiraException.BadRequest($"{call.User.DisplayName}, you do not have the permission to comment on this issue.");
        CommentInput input = CommentInput.Of(call, call.Json, project);
        IssueComment comment = call.Jira.AddComment(call.User, issue, input.Body, input.Visibility, input.IsPublic ?? true);
        return Answer.Json(201, new CommentJson(call).Of(issue, comment, Renders(call)));
    }

    private static Answer Update(JiraCall call)
    {
        Issue issue = call.Issue();
        IssueComment comment = CommentAccess.Editable(call, issue, call.Route("id"));
        CommentInput input = CommentInput.Of(call, call.Json, call.Jira.ProjectOf(issue));

        // Who says nothing of its readers leaves them as they are; null opens it to all.
        Visibility? visibility = call.Json.ContainsKey("visibility") ? input.Visibility : comment.Visibility;
        call.Jira.EditComment(call.User, issue, comment, input.Body, visibility);
        if (input.IsPublic is { } isPublic) comment.IsPublic = isPublic;
        return Answer.Ok(new CommentJson(call).Of(issue, comment, Renders(call)));
    }

    private static Answer Delete(JiraCall call)
    {
        Issue issue = call.Issue();
        call.Jira.DeleteComment(issue, CommentAccess.Editable(call, issue, call.Route("id")));
        return Answer.NoContent();
    }

    private static Answer ByIds(JiraCall call)
    {
        if (Given.Array(call.Json, "ids") is not { Count: > 0 }) throw JiraException.BadRequest("The list of comment IDs must not be empty.");
        IReadOnlyList<string> ids = Given.Texts(call.Json, "ids");
        if (ids.Count > 1000) throw JiraException.BadRequest("The number of comment IDs must not exceed 1000.");
        (Issue Issue, IssueComment Comment)[] found =
        [
            .. call.Jira.Issues.Where(issue => call.Jira.CanSee(call.User, issue))
                .SelectMany(issue => new CommentJson(call).Visible(issue), (issue, comment) => (issue, comment))
                .Where(pair => ids.Contains($"{pair.comment.Id}")),
        ];
        return Answer.Ok(new Paging(0, 1000).Bean(null, found, pair => new CommentJson(call).Of(pair.Issue, pair.Comment, Renders(call))));
    }
}
