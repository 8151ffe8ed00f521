using Tributary.Emulator.Confluence;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>What people say below a page and beside its words.</summary>
internal static class PageComments
{
    public static Html Of(Visit visit, Content content)
    {
        Comment[] comments = [.. visit.Wiki.CommentsOn(content).Where(comment => comment.Status == ContentStatus.Current)];
        ILookup<string?, Comment> answers = comments.ToLookup(comment => comment.ParentId);
        return Html.Of($"{Section(visit, "Comments", answers, CommentLocation.Footer)}{Section(visit, "Inline comments", answers, CommentLocation.Inline)}");
    }

    private static Html Section(Visit visit, string title, ILookup<string?, Comment> answers, CommentLocation location)
    {
        Comment[] first = [.. answers[null].Where(comment => comment.Location == location)];
        if (first.Length == 0) return Html.Empty;
        return Html.Of($"<section class=\"comments\"><h2>{title}</h2>{List(visit, first, answers)}</section>");
    }

    private static Html List(Visit visit, IEnumerable<Comment> comments, ILookup<string?, Comment> answers) =>
        Html.Of($"<ol>{comments.Select(comment => One(visit, comment, answers))}</ol>");

    private static Html One(Visit visit, Comment comment, ILookup<string?, Comment> answers)
    {
        bool startsInline = comment is { Location: CommentLocation.Inline, ParentId: null };
        Html about = startsInline
            ? Html.Of($"<p class=\"about\"><q dir=\"auto\">{comment.Selection}</q> <span class=\"badge {Wire.Name(comment.Resolution)}\">{Wire.Name(comment.Resolution)}</span></p>")
            : Html.Empty;
        Html likes = comment.Likes.Count == 0 ? Html.Empty : Html.Of($" &middot; {comment.Likes.Count} {(comment.Likes.Count == 1 ? "like" : "likes")}");
        Html below = answers[comment.Id].Any() ? List(visit, answers[comment.Id], answers) : Html.Empty;
        return Html.Of($"""
            <li id="comment-{comment.Id}"><p class="byline">{visit.Person(comment.AuthorId)}, {Visit.Day(comment.Latest.When)}{likes}</p>
            {about}<div class="body" dir="auto">{visit.Body(comment, comment.Body)}</div>{below}</li>
            """);
    }
}
