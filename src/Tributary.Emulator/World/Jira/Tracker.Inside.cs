using System.Text.Json.Nodes;

namespace Tributary.Emulator.World.Jira;

/// <summary>What issues hold: comments, work, files, links, watchers.</summary>
internal sealed partial class Tracker
{
    public IssueComment AddComment(User by, Issue issue, string body, Visibility? visibility, bool isPublic = true)
    {
        var comment = new IssueComment
        {
            Id = NextId(),
            AuthorId = by.AccountId,
            UpdateAuthorId = by.AccountId,
            CreatedAt = wiki.Now,
            UpdatedAt = wiki.Now,
            Body = body,
            Visibility = visibility,
            IsPublic = isPublic,
        };
        issue.Comments.Add(comment);
        Touch(issue);
        return comment;
    }

    public void EditComment(User by, Issue issue, IssueComment comment, string body, Visibility? visibility)
    {
        comment.Body = body;
        comment.Visibility = visibility;
        comment.UpdateAuthorId = by.AccountId;
        comment.UpdatedAt = wiki.Now;
        Touch(issue);
    }

    public void DeleteComment(Issue issue, IssueComment comment)
    {
        issue.Comments.Remove(comment);
        Touch(issue);
    }

    public Worklog AddWorklog(User by, Issue issue, DateTimeOffset startedAt, long seconds, string? comment, Visibility? visibility)
    {
        var worklog = new Worklog
        {
            Id = NextId(),
            AuthorId = by.AccountId,
            UpdateAuthorId = by.AccountId,
            CreatedAt = wiki.Now,
            UpdatedAt = wiki.Now,
            StartedAt = startedAt,
            Seconds = seconds,
            Comment = comment,
            Visibility = visibility,
        };
        issue.Worklogs.Add(worklog);
        Touch(issue);
        return worklog;
    }

    public void EditWorklog(User by, Issue issue, Worklog worklog, DateTimeOffset startedAt, long seconds, string? comment, Visibility? visibility)
    {
        (worklog.StartedAt, worklog.Seconds, worklog.Comment, worklog.Visibility) = (startedAt, seconds, comment, visibility);
        worklog.UpdateAuthorId = by.AccountId;
        worklog.UpdatedAt = wiki.Now;
        Touch(issue);
    }

    public void DeleteWorklog(Issue issue, Worklog worklog)
    {
        issue.Worklogs.Remove(worklog);
        state.DeletedWorklogs.Add(new DeletedWorklog(worklog.Id, wiki.Now));
        Touch(issue);
    }

    public IssueFile AddFile(User by, Issue issue, string name, string mediaType, byte[] data)
    {
        var file = new IssueFile(NextId(), name, mediaType, data, by.AccountId, wiki.Now);
        issue.Files.Add(file);
        Remember(by, issue, [new ChangeItem("attachment", null, null, file.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), name)]);
        return file;
    }

    public (Issue Issue, IssueFile File)? FindFile(long id)
    {
        foreach (Issue issue in state.Issues)
        {
            if (issue.Files.Find(file => file.Id == id) is { } file) return (issue, file);
        }

        return null;
    }

    public void DeleteFile(User by, Issue issue, IssueFile file)
    {
        issue.Files.Remove(file);
        Remember(by, issue, [new ChangeItem("attachment", file.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), file.Name, null, null)]);
    }

    /// <summary>The same link once more is the same link.</summary>
    public IssueLink Link(User by, IssueLinkType type, Issue inward, Issue outward)
    {
        if (state.Links.Find(link => link.TypeId == type.Id && link.InwardId == inward.Id && link.OutwardId == outward.Id) is { } known) return known;
        var link = new IssueLink(NextId(), type.Id, inward.Id, outward.Id);
        state.Links.Add(link);
        Remember(by, inward, [new ChangeItem("issuelinks", null, null, outward.Key, $"This issue {type.Outward} {outward.Key}")]);
        Remember(by, outward, [new ChangeItem("issuelinks", null, null, inward.Key, $"This issue {type.Inward} {inward.Key}")]);
        return link;
    }

    public void Unlink(IssueLink link)
    {
        state.Links.Remove(link);
        Changed();
    }

    /// <summary>One with the same global id is replaced.</summary>
    /// <returns>Whether it is new.</returns>
    public (RemoteLink Link, bool IsNew) SetRemoteLink(Issue issue, string? globalId, string? relationship, JsonObject target, JsonObject? application)
    {
        RemoteLink? known = globalId is null ? null : issue.RemoteLinks.Find(link => link.GlobalId == globalId);
        RemoteLink link = known ?? new RemoteLink { Id = NextId(), GlobalId = globalId, Object = target };
        (link.Relationship, link.Object, link.Application) = (relationship, target, application);
        if (known is null) issue.RemoteLinks.Add(link);
        Touch(issue);
        return (link, known is null);
    }

    public void DeleteRemoteLink(Issue issue, RemoteLink link)
    {
        issue.RemoteLinks.Remove(link);
        Touch(issue);
    }

    public void Watch(Issue issue, User user, bool isWatching)
    {
        if (isWatching ? issue.Watchers.Add(user.AccountId) : issue.Watchers.Remove(user.AccountId)) Changed();
    }

    public void Vote(Issue issue, User user, bool isVoting)
    {
        if (isVoting ? issue.Voters.Add(user.AccountId) : issue.Voters.Remove(user.AccountId)) Changed();
    }
}
