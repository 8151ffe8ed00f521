using System.Globalization;

namespace Tributary.Emulator.World;

internal sealed partial class Wiki
{
    /// <summary>Top-level comments and answers alike, oldest first.</summary>
    public IEnumerable<Comment> CommentsOn(Content container) => ContainedIn(container).OfType<Comment>();

    /// <param name="answered">The comment that it answers.</param>
    public Comment AddFooterComment(User by, Content container, Comment? answered, string body)
    {
        RequireComment(by, container);
        return AddComment(by, container, answered, CommentLocation.Footer, body, markerRef: null, selection: null);
    }

    /// <summary>Puts a marker around the chosen occurrence of the selected text in the page's body; an answer has none.</summary>
    /// <param name="matchCount">How often the text occurs, as the caller counted it.</param>
    /// <param name="matchIndex">Which occurrence, from 0.</param>
    public Comment AddInlineComment(User by, Content container, string body, string selection, int matchCount, int matchIndex)
    {
        RequireComment(by, container);
        string reference = MarkerRef(state.LastContentNumber + 1);
        ContentVersion latest = container.Latest;
        string marked = InlineMarkers.Mark(latest.Body, selection, matchCount, matchIndex, reference)
            ?? throw ConfluenceException.BadRequest("Unable to create inline comment: the text selection was not found in the content, or its match count or index is wrong");

        // The marker is no edit: the version stays, as on Confluence.
        container.Versions[^1] = latest with { Body = marked };
        return AddComment(by, container, answered: null, CommentLocation.Inline, body, reference, selection);
    }

    public Comment AnswerInlineComment(User by, Comment answered, string body)
    {
        RequireComment(by, ContainerOf(answered)!);
        return AddComment(by, ContainerOf(answered)!, answered, CommentLocation.Inline, body, answered.MarkerRef, answered.Selection);
    }

    /// <summary>Dangling once the words that it was about are gone.</summary>
    public Resolution ResolutionOf(Comment comment) =>
        comment is { Location: CommentLocation.Inline, Resolution: Resolution.Open or Resolution.Reopened, MarkerRef: { } marker }
            && !InlineMarkers.Contains(ContainerOf(comment)!.Body, marker)
                ? Resolution.Dangling
                : comment.Resolution;

    /// <param name="body">Null leaves it, for a change of the resolution alone.</param>
    public Comment UpdateComment(User by, Comment comment, int? version, string? body, string message, bool? resolved = null)
    {
        ContentVersion latest = comment.Latest;
        if (body is null || body == latest.Body)
        {
            // Everyone who may comment may say that a comment is settled.
            RequireComment(by, ContainerOf(comment)!);
        }
        else
        {
            RequireEdit(by, comment);
        }

        if (version != latest.Number + 1) throw ConfluenceException.StaleVersion(latest.Number, version);
        comment.Versions.Add(latest with { Number = latest.Number + 1, AuthorId = by.AccountId, When = Now, Message = message, Body = body ?? latest.Body });
        if (resolved is { } wanted) Resolve(by, comment, wanted);
        Changed();
        return comment;
    }

    /// <summary>For good, as Confluence does with comments; its answers go with it.</summary>
    public void DeleteComment(User by, Comment comment)
    {
        RequireEdit(by, comment);
        foreach ((Content answer, _) in Descendants(comment, int.MaxValue).ToList()) Erase(answer);
        Erase(comment);
    }

    private void Resolve(User by, Comment comment, bool resolved)
    {
        bool isResolved = comment.Resolution == Resolution.Resolved;
        if (comment.Location != CommentLocation.Inline || resolved == isResolved) return;
        comment.Resolution = resolved ? Resolution.Resolved : Resolution.Reopened;
        comment.ResolutionModifierId = by.AccountId;
        comment.ResolutionModifiedAt = Now;
    }

    private void RequireComment(User by, Content container)
    {
        if (!CanView(by, container)) throw ConfluenceException.NoContent(container.Id);
        if (!CanComment(by, container)) throw ConfluenceException.Forbidden($"User not permitted to comment on content with id : {container.Id}");
    }

    private Comment AddComment(User by, Content container, Comment? answered, CommentLocation location, string body, string? markerRef, string? selection) =>
        Add(new Comment
        {
            Number = NextNumber(),
            Type = ContentType.Comment,
            SpaceId = container.SpaceId,
            AuthorId = by.AccountId,
            CreatedAt = Now,
            ContainerId = container.Id,
            ParentId = answered?.Id,
            Location = location,
            MarkerRef = markerRef,
            Selection = selection,
            Versions = [new ContentVersion { Number = 1, AuthorId = by.AccountId, When = Now, Title = $"Re: {container.Title}", Body = body }],
        });

    private static string MarkerRef(long number) => string.Create(CultureInfo.InvariantCulture, $"c0ffee00-0000-4000-8000-{number:x12}");
}
