using System.Globalization;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Comments;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Links;

/// <summary><c>/issueLink</c> and one of them.</summary>
internal static class IssueLinks
{
    public static void Map(JiraRoutes routes)
    {
        routes.Post("/issueLink", Create);
        routes.Get("/issueLink/{linkId}", Get);
        routes.Delete("/issueLink/{linkId}", Delete);
    }

    private static Answer Create(JiraCall call)
    {
        IssueLinkType type = LinkInput.Type(call.Json);
        Issue inward = LinkInput.End(call, call.Json, "inwardIssue"), outward = LinkInput.End(call, call.Json, "outwardIssue");
        RequireLinking(call, inward);
        RequireLinking(call, outward);
        if (inward == outward) throw JiraException.BadRequest("You cannot link an issue to itself.");

        // It goes to the issue that the link leads from.
        CommentInput? comment = Given.Object(call.Json, "comment") is { } given ? CommentInput.Of(call, given, call.Jira.ProjectOf(inward)) : null;
        IssueLink link = call.Jira.Link(call.User, type, inward, outward);
        if (comment is not null) call.Jira.AddComment(call.User, inward, comment.Body, comment.Visibility);
        return Answer.Empty(201).With("Location", $"{call.Api}/issueLink/{link.Id}");
    }

    private static Answer Get(JiraCall call)
    {
        (IssueLink link, Issue inward, Issue outward) = Named(call);
        return Answer.Ok(new()
        {
            ["id"] = $"{link.Id}",
            ["self"] = $"{call.Api}/issueLink/{link.Id}",
            ["type"] = CatalogJson.LinkType(call, link.TypeId),
            ["inwardIssue"] = LinkJson.Linked(call, inward),
            ["outwardIssue"] = LinkJson.Linked(call, outward),
        });
    }

    private static Answer Delete(JiraCall call)
    {
        (IssueLink link, Issue inward, Issue outward) = Named(call);
        RequireLinking(call, inward);
        RequireLinking(call, outward);
        call.Jira.Unlink(link);
        return Answer.NoContent();
    }

    private static (IssueLink Link, Issue Inward, Issue Outward) Named(JiraCall call)
    {
        string id = call.Route("linkId");
        IssueLink? link = call.Jira.Links.FirstOrDefault(link => link.Id.ToString(CultureInfo.InvariantCulture) == id);
        if (link is null || call.Jira.FindIssue($"{link.InwardId}") is not { } inward || call.Jira.FindIssue($"{link.OutwardId}") is not { } outward) throw JiraException.NotFound($"No issue link with id '{id}' exists.");
        return call.Jira.CanSee(call.User, inward) && call.Jira.CanSee(call.User, outward) ? (link, inward, outward) : throw JiraException.NotFound($"No issue link with id '{id}' exists.");
    }

    private static void RequireLinking(JiraCall call, Issue issue)
    {
        if (!call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue))) throw JiraException.Unauthorized($"No Link Issue Permission for issue '{issue.Key}'");
    }
}
