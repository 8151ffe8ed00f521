namespace Tributary.Emulator.World;

internal enum MovePosition
{
    Before,
    After,
    Append,
}

/// <summary>What stands above, below and beside what.</summary>
internal sealed partial class Wiki
{
    /// <summary>Top first.</summary>
    public IReadOnlyList<Content> Ancestors(Content content)
    {
        var ancestors = new List<Content>();
        for (Content? at = Parent(content); at is not null; at = Parent(at)) ancestors.Add(at);
        ancestors.Reverse();
        return ancestors;
    }

    public Content? Parent(Content content) => content.ParentId is { } parent ? Find(parent) : null;

    /// <summary>In the order of their positions; for a comment, its answers.</summary>
    public IEnumerable<Content> Children(Content content) =>
        index.Below(content.Id)
            .Where(child => child.Status is ContentStatus.Current or ContentStatus.Archived)
            .OrderBy(child => child.Position)
            .ThenBy(child => child.Number);

    /// <summary>Depth first, with each one's distance from the content.</summary>
    public IEnumerable<(Content Content, int Depth)> Descendants(Content content, int depth)
    {
        var pending = new Stack<(Content Content, int Depth)>(Children(content).Reverse().Select(child => (child, 1)));
        while (pending.TryPop(out (Content Content, int Depth) next))
        {
            yield return next;
            if (next.Depth >= depth) continue;
            foreach (Content child in Children(next.Content).Reverse()) pending.Push((child, next.Depth + 1));
        }
    }

    public IEnumerable<Content> Roots(Space space) =>
        ContentsOf(space)
            .Where(content => IsInTree(content) && content.ParentId is null && content.Status == ContentStatus.Current)
            .OrderBy(content => content.Position)
            .ThenBy(content => content.Number);

    public static bool IsInTree(Content content) =>
        content.Type is ContentType.Page or ContentType.Folder or ContentType.Whiteboard or ContentType.Database or ContentType.Embed;

    /// <summary>Moves a content, with all below it, beside or under the target; also into the target's space.</summary>
    public void Move(User by, Content content, MovePosition position, Content target)
    {
        RequireEdit(by, content);
        RequireEdit(by, target);
        if (!IsInTree(content) || !IsInTree(target)) throw ConfluenceException.BadRequest("Only content of the page tree can be moved");
        RequireNoCycle(content, target);
        Space space = SpaceOf(target);
        RequireEdit(by, space);
        List<Content> moved = [content, .. Descendants(content, int.MaxValue).Select(below => below.Content)];
        if (space.Id != content.SpaceId)
        {
            foreach (Content each in moved) RequireFreeTitle(space, each.Type, each.Title, each.Status, each.CreatedAt, each);
            foreach (Content each in moved) MoveToSpace(each, space);
        }

        if (position == MovePosition.Append)
        {
            PlaceLast(content, target);
        }
        else
        {
            PlaceBeside(content, position, target);
        }

        Changed();
    }

    private Content ParentFor(User by, Space space, string parentId)
    {
        if (Find(parentId) is not { } parent || !CanView(by, parent) || !IsInTree(parent))
        {
            throw ConfluenceException.NotFound($"No parent content found with id : {parentId}");
        }

        if (parent.SpaceId != space.Id) throw ConfluenceException.BadRequest("The parent ID specified is in a different space than the content");
        if (parent.Status == ContentStatus.Trashed) throw ConfluenceException.BadRequest($"The parent with id {parentId} is in the trash");
        return parent;
    }

    private void RequireNoCycle(Content content, Content target)
    {
        if (target == content || Ancestors(target).Contains(content))
        {
            throw ConfluenceException.BadRequest("A page cannot be moved under itself or one of its descendants");
        }
    }

    private long NextPosition() => state.LastPosition += 1024;

    private void PlaceLast(Content content, Content parent)
    {
        Reparent(content, parent.Id);
        content.Position = NextPosition();
    }

    private void PlaceBeside(Content content, MovePosition position, Content target)
    {
        Reparent(content, target.ParentId);
        List<Content> siblings = [.. (Parent(target) is { } parent ? Children(parent) : Roots(SpaceOf(target))).Where(sibling => sibling != content)];
        siblings.Insert(siblings.IndexOf(target) + (position == MovePosition.After ? 1 : 0), content);
        for (int place = 0; place < siblings.Count; place++) siblings[place].Position = place * 1024L;
    }

    private void Reparent(Content content, string? parentId)
    {
        index.Remove(content);
        content.ParentId = parentId;
        index.Add(content);
    }

    private void MoveToSpace(Content content, Space space)
    {
        foreach (Content inside in ContainedIn(content).ToList()) MoveToSpace(inside, space);
        index.Remove(content);
        content.SpaceId = space.Id;
        index.Add(content);
    }
}
