using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;

namespace Tributary.Tools.Writing;

/// <summary>What a caller wants of a page.</summary>
/// <param name="BaseVersion">The version that the caller read; null for the present one. Where others have written since, changes that lie apart are merged.</param>
/// <param name="MayMerge">False where the caller insists on the very next version.</param>
/// <param name="Rewrite">The new body made from the one that the caller read; null where the body stays.</param>
/// <param name="Title">Null where it stays; so with the parent.</param>
/// <param name="AllowLoss">Names of losses that the caller has given up.</param>
internal sealed record PageWish(
    int? BaseVersion, bool MayMerge, Func<Page, RewrittenBody>? Rewrite, string? Title, PageId? Parent, string? Message, bool DryRun, IReadOnlyCollection<string> AllowLoss)
{
    /// <summary>The next step of a caller whom others came before; null where it is to read the page and repeat the write.</summary>
    public string? AfterConflict { get; init; }
}

/// <param name="Text">In the format that Confluence keeps the page in.</param>
/// <param name="Losses">What the page had and has no longer, though nobody deleted it.</param>
/// <param name="Notes">What of the Markdown that format could not take over.</param>
internal sealed record RewrittenBody(string Text, IReadOnlyList<Loss> Losses, IReadOnlyList<Loss> Notes);
