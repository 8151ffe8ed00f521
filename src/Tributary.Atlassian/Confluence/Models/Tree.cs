namespace Tributary.Atlassian.Confluence.Models;

/// <summary>A place in the tree of a space.</summary>
/// <param name="Type"><c>page</c>, <c>folder</c>, <c>whiteboard</c>, <c>database</c> or <c>embed</c>; Data Center has pages alone.</param>
/// <param name="Depth">1 right below the page that was asked about.</param>
public sealed record TreeItem(PageId Id, string Type, string Title, PageId? ParentId, int Depth);

/// <param name="Depth">1 to 5.</param>
/// <param name="Start">On Cloud walked by cursor, at most 1,000.</param>
public sealed record TreeQuery(int Depth = 2, int Limit = 100, int Start = 0);

public enum MovePosition
{
    /// <summary>Below the target, last.</summary>
    Append,

    /// <summary>Beside the target; Cloud only, as is <see cref="After"/>.</summary>
    Before,
    After,
}

/// <summary>What goes along with a copied page; all of it on Cloud only.</summary>
public sealed record CopyOptions(bool Attachments = false, bool Labels = false, bool Properties = false, bool Restrictions = false);
