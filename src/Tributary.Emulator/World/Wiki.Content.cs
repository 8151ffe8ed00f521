namespace Tributary.Emulator.World;

/// <summary>Pages, blog posts, folders, whiteboards, databases, embeds and custom content: their lives.</summary>
internal sealed partial class Wiki
{
    private const int LongestTitle = 255;

    public Content Create(User by, NewContent request)
    {
        RequireEdit(by, request.Space);
        string title = request.Title.Trim();
        if (request.Status != ContentStatus.Draft || title.Length > 0) RequireTitle(title);
        RequireFreeTitle(request.Space, request.Type, title, request.Status, request.CreatedAt ?? Now, self: null);
        Content? parent = request.ParentId is { } parentId ? ParentFor(by, request.Space, parentId) : null;
        if (request.ContainerId is { } containerId) RequireEdit(by, Visible(by, containerId));

        var version = new ContentVersion { Number = 1, AuthorId = by.AccountId, When = Now, Message = request.Message, Title = title, Body = request.Body, Document = request.Document };
        Content content = Add(New(by, request, version, parent));
        if (request.Private)
        {
            content.Read.Users.Add(by.AccountId);
            content.Update.Users.Add(by.AccountId);
        }

        ReadTasks(content, by);
        return content;
    }

    /// <summary>One more version, a changed draft, a published draft, or (status alone) a return from the trash.</summary>
    public Content Update(User by, Content content, ContentChange change)
    {
        RequireEdit(by, content);
        if (content.Status == ContentStatus.Trashed) return UpdateTrashed(by, content, change);
        if (content.Status == ContentStatus.Draft) return UpdateDraft(by, content, change);
        if (change.Status == ContentStatus.Draft) return UpdateUnpublished(by, content, change);

        ContentVersion latest = content.Latest;
        if (change.Version != latest.Number + 1) throw ConfluenceException.StaleVersion(latest.Number, change.Version);
        Space space = SpaceOf(content);
        string title = change.Title?.Trim() ?? latest.Title;
        RequireTitle(title);
        RequireFreeTitle(space, content.Type, title, ContentStatus.Current, content.CreatedAt, content);
        Content? parent = change.ParentId is { } parentId ? ParentFor(by, space, parentId) : null;
        if (parent is not null) RequireNoCycle(content, parent);

        Retitled(content, title, () => content.Versions.Add(Next(by, latest, title, change)));
        content.UnpublishedDraft = null;
        if (parent is not null && parent.Id != content.ParentId) PlaceLast(content, parent);
        Own(content, change.OwnerId);
        if (change.Status is { } status) content.Status = status;
        if (change.CreatedAt is { } createdAt) content.CreatedAt = createdAt;
        ReadTasks(content, by);
        Changed();
        return content;
    }

    /// <summary>A new title alone; takes the next version number itself.</summary>
    public Content Rename(User by, Content content, string title) =>
        Update(by, content, new ContentChange(content.Status == ContentStatus.Draft ? 1 : content.Latest.Number + 1, title));

    public void Trash(User by, Content content)
    {
        RequireEdit(by, content);
        if (content.Status == ContentStatus.Trashed) throw ConfluenceException.NoContent(content.Id);
        if (content.Status == ContentStatus.Draft) throw ConfluenceException.BadRequest("Cannot trash a draft: delete it as a draft");

        // The children of a trashed page move up to where it stood.
        foreach (Content child in index.Below(content.Id).ToList())
        {
            Reparent(child, content.ParentId);
        }

        content.Status = ContentStatus.Trashed;
        content.UnpublishedDraft = null;
        Changed();
    }

    /// <summary>Back from the trash, under its old parent if that is still there.</summary>
    public void Restore(User by, Content content)
    {
        RequireEdit(by, content);
        Space space = SpaceOf(content);
        RequireFreeTitle(space, content.Type, content.Title, ContentStatus.Current, content.CreatedAt, content);
        if (content.ParentId is { } parent && Find(parent) is not { Status: ContentStatus.Current }) Reparent(content, null);
        content.Status = ContentStatus.Current;
        Changed();
    }

    /// <summary>Out of the trash for good.</summary>
    public void Purge(User by, Content content)
    {
        RequireAdminister(by, SpaceOf(content));
        if (content.Status != ContentStatus.Trashed) throw ConfluenceException.BadRequest($"Content with id {content.Id} must be trashed before it can be purged");
        Erase(content);
    }

    /// <summary>Drafts do not go to the trash. A published content loses its unpublished edits alone.</summary>
    public void DiscardDraft(User by, Content content)
    {
        RequireEdit(by, content);
        if (content.Status == ContentStatus.Draft)
        {
            Erase(content);
            return;
        }

        if (content.UnpublishedDraft is null) throw ConfluenceException.NotFound($"No draft found for content with id : {content.Id}");
        content.UnpublishedDraft = null;
        Changed();
    }

    public void Archive(User by, Content content)
    {
        RequireEdit(by, content);
        content.Status = ContentStatus.Archived;
        Changed();
    }

    private static void RequireTitle(string title)
    {
        if (title.Length == 0) throw ConfluenceException.BadRequest("Title cannot be empty");
        if (title.Length > LongestTitle) throw ConfluenceException.BadRequest($"Title cannot be longer than {LongestTitle} characters.");
    }

    // Archived titles count, drafts and the trash do not; a blog post's title is taken for its day only.
    private void RequireFreeTitle(Space space, ContentType type, string title, ContentStatus status, DateTimeOffset day, Content? self)
    {
        if (status is ContentStatus.Draft or ContentStatus.Trashed || type is not (ContentType.Page or ContentType.BlogPost or ContentType.Folder)) return;
        foreach (Content other in index.Titled(space.Id, title))
        {
            if (other == self || other.Type != type || other.Status is ContentStatus.Draft or ContentStatus.Trashed) continue;
            if (type == ContentType.BlogPost && other.CreatedAt.UtcDateTime.Date != day.UtcDateTime.Date) continue;
            throw ConfluenceException.TitleTaken(title, space.Key);
        }
    }

    private Content New(User by, NewContent request, ContentVersion version, Content? parent)
    {
        long number = NextNumber();
        DateTimeOffset createdAt = request.CreatedAt ?? Now;
        return request.Type == ContentType.Custom
            ? new CustomContent
            {
                Number = number,
                Type = request.Type,
                SpaceId = request.Space.Id,
                AuthorId = by.AccountId,
                CreatedAt = createdAt,
                Status = request.Status,
                Versions = [version],
                CustomType = request.CustomType!,
                ContainerId = request.ContainerId,
                Representation = request.Representation,
            }
            : new Content
            {
                Number = number,
                Type = request.Type,
                SpaceId = request.Space.Id,
                AuthorId = by.AccountId,
                OwnerId = by.AccountId,
                CreatedAt = createdAt,
                Status = request.Status,
                ParentId = parent?.Id,
                Position = NextPosition(),
                Alias = request.Alias,
                Subtype = request.Subtype,
                EmbedUrl = request.EmbedUrl,
                Versions = [version],
            };
    }

    private Content UpdateTrashed(User by, Content content, ContentChange change)
    {
        if (change.Status != ContentStatus.Current) throw ConfluenceException.BadRequest("Trashed content can only be restored");
        Restore(by, content);
        return content;
    }

    private Content UpdateDraft(User by, Content content, ContentChange change)
    {
        ContentVersion latest = content.Latest;
        if (change.Version is { } version && version != 1) throw ConfluenceException.StaleVersion(latest.Number, version);
        string title = change.Title?.Trim() ?? latest.Title;
        ContentStatus status = change.Status ?? ContentStatus.Draft;
        Space space = SpaceOf(content);
        if (status != ContentStatus.Draft) RequireTitle(title);
        RequireFreeTitle(space, content.Type, title, status, content.CreatedAt, content);
        Content? parent = change.ParentId is { } parentId ? ParentFor(by, space, parentId) : null;
        Retitled(content, title, () => content.Versions[^1] = Next(by, latest, title, change) with { Number = 1 });
        if (parent is not null && parent.Id != content.ParentId) PlaceLast(content, parent);
        content.Status = status;
        ReadTasks(content, by);
        Changed();
        return content;
    }

    private Content UpdateUnpublished(User by, Content content, ContentChange change)
    {
        ContentVersion latest = content.Latest;
        content.UnpublishedDraft = Next(by, content.UnpublishedDraft ?? latest, change.Title?.Trim() ?? latest.Title, change) with { Number = latest.Number };
        Changed();
        return content;
    }

    private ContentVersion Next(User by, ContentVersion before, string title, ContentChange change) => before with
    {
        Number = before.Number + 1,
        AuthorId = by.AccountId,
        When = Now,
        Message = change.Message,
        Minor = change.Minor,
        Title = title,
        Body = change.Body ?? before.Body,
        Document = change.Body is null ? before.Document : change.Document,
    };

    private static void Own(Content content, string? ownerId)
    {
        if (ownerId is null || ownerId == content.OwnerId) return;
        content.LastOwnerId = content.OwnerId;
        content.OwnerId = ownerId;
    }

    // The index knows titles: it has to see both the old and the new one.
    private void Retitled(Content content, string title, Action change)
    {
        if (title == content.Title)
        {
            change();
            return;
        }

        index.Remove(content);
        change();
        index.Add(content);
    }

    private void Erase(Content content)
    {
        foreach (Content inside in ContainedIn(content).ToList()) Erase(inside);
        foreach (Content child in index.Below(content.Id).ToList()) Reparent(child, content.ParentId);
        Remove(content);
    }
}
