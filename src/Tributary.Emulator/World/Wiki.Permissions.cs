namespace Tributary.Emulator.World;

/// <summary>Every question of who may do what is answered here.</summary>
internal sealed partial class Wiki
{
    public bool CanView(User user, Space space) => Allows(space, user, SpacePermission.View);

    public bool CanEdit(User user, Space space) => CanView(user, space) && !space.IsArchived && Allows(space, user, SpacePermission.Edit);

    public bool CanAdminister(User user, Space space) => CanView(user, space) && Allows(space, user, SpacePermission.Administer);

    public bool CanCreateSpaces(User user) => IsAdministrator(user) || FindGroup(UsersGroup)?.Members.Contains(user.AccountId) == true;

    public bool CanView(User user, Content content)
    {
        if (ContainerOf(content) is { } container) return CanView(user, container);
        if (FindSpace(content.SpaceId) is not { } space || !CanView(user, space)) return false;
        if (content.Status == ContentStatus.Draft && content.AuthorId != user.AccountId) return false;

        // A read restriction binds everything below it.
        for (Content? at = content; at is not null; at = at.ParentId is { } parent ? Find(parent) : null)
        {
            if (!IsAllowed(user, at.Read)) return false;
        }

        return true;
    }

    /// <summary>A comment is its author's and the space administrators'.</summary>
    public bool CanEdit(User user, Content content)
    {
        if (content is Comment comment) return CanComment(user, ContainerOf(comment)!) && (comment.AuthorId == user.AccountId || CanAdminister(user, SpaceOf(comment)));
        if (ContainerOf(content) is { } container) return CanEdit(user, container);
        return CanView(user, content) && CanEdit(user, SpaceOf(content)) && IsAllowed(user, content.Update);
    }

    /// <summary>Whoever edits in the space comments in it, on what is restricted to other editors too.</summary>
    public bool CanComment(User user, Content container) => CanView(user, container) && CanEdit(user, SpaceOf(container));

    /// <summary>Space administrators, and whoever may edit the content itself.</summary>
    public bool CanRestrict(User user, Content content) => CanEdit(user, content) || (CanView(user, content) && CanAdminister(user, SpaceOf(content)));

    /// <summary>Finds what the user may see; throws "not found" for all else.</summary>
    public Content Visible(User user, string id) =>
        Find(id) is { } content && CanView(user, content) ? content : throw ConfluenceException.NoContent(id);

    public T Visible<T>(User user, string id) where T : Content =>
        Visible(user, id) as T ?? throw ConfluenceException.NoContent(id);

    public Content Visible(User user, string id, ContentType type) =>
        Visible(user, id) is { } content && content.Type == type ? content : throw ConfluenceException.NoContent(id);

    public Space VisibleSpace(User user, long id) =>
        FindSpace(id) is { } space && CanView(user, space) ? space : throw ConfluenceException.NotFound($"No space found with id : {id}");

    public Space VisibleSpace(User user, string key) =>
        FindSpace(key) is { } space && CanView(user, space) ? space : throw ConfluenceException.NoSpace(key);

    public void RequireEdit(User user, Content content)
    {
        if (!CanView(user, content)) throw ConfluenceException.NoContent(content.Id);
        if (!CanEdit(user, content)) throw ConfluenceException.Forbidden($"User not permitted to update content with id : {content.Id}");
    }

    public void RequireEdit(User user, Space space)
    {
        if (!CanView(user, space)) throw ConfluenceException.NoSpace(space.Key);
        if (!CanEdit(user, space)) throw ConfluenceException.Forbidden($"User not permitted to create content in space with key : {space.Key}");
    }

    public void RequireAdminister(User user, Space space)
    {
        if (!CanView(user, space)) throw ConfluenceException.NoSpace(space.Key);
        if (!CanAdminister(user, space)) throw ConfluenceException.Forbidden($"User not permitted to administer space with key : {space.Key}");
    }

    private bool Allows(Space space, User user, SpacePermission permission)
    {
        Restriction grants = space.Grants(permission);
        return SeesEverything(user) || (!grants.IsEmpty && IsAllowed(user, grants));
    }

    private bool IsAllowed(User user, Restriction restriction)
    {
        if (restriction.IsEmpty || restriction.Users.Contains(user.AccountId) || SeesEverything(user)) return true;
        foreach (string name in restriction.Groups)
        {
            if (FindGroup(name)?.Members.Contains(user.AccountId) == true) return true;
        }

        return false;
    }

    // Data Center's administrators' group passes every restriction; on Cloud restrictions bind administrators too.
    private bool SeesEverything(User user) => Deployment == EmulatedDeployment.DataCenter && IsAdministrator(user);
}
