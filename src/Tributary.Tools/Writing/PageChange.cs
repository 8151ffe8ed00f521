using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Diff;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>What a write changes of a page.</summary>
/// <param name="Page">As it was just before.</param>
/// <param name="Body">To be written, in the format of the page: the very same where the body stays.</param>
/// <param name="Parent">Null where the page stays.</param>
/// <param name="Losses">What of the page goes without having been deleted, and was allowed to.</param>
/// <param name="Notes">What of the Markdown could not be taken over, and comments that storage format leaves out.</param>
/// <param name="MergedOver">The version that the caller had read, where others had written since.</param>
internal sealed record PageChange(Page Page, string Title, string Body, PageId? Parent, IReadOnlyList<Loss> Losses, IReadOnlyList<Loss> Notes, int? MergedOver)
{
    private const int MaxDiffTokens = 8000;

    public string Before => Page.Body?.Value ?? "";

    public PageBody Written => new(Page.Body?.Format ?? BodyFormat.Storage, Body);

    public bool IsEmpty => Title == Page.Title && Before == Body && Parent is null;

    public int NextVersion => IsDraft ? PageVersions.Of(Page with { Title = Title, Body = Written }) : Page.Version.Number + 1;

    /// <summary>What a writer of a draft has to know; empty for a page.</summary>
    public string Caution => IsDraft ? " Confluence keeps no versions of a draft: this write cannot be undone, and of two at the same moment the last one stays." : "";

    private bool IsDraft => Page.Status == "draft";

    public int BytesTouched => Before == Body ? 0 : StorageFormat.BytesTouched(Before, Body);

    public string Summary()
    {
        var parts = new List<string>();
        if (Title != Page.Title)
            parts.Add($"Title: \"{WikiText.Line(Page.Title)}\" -> \"{Title}\".");
        if (Before != Body)
            parts.Add($"Body: {BytesTouched} bytes of {PageMarkup.Of(Page).Name} touched.");
        if (Parent is { } parent)
            parts.Add($"Parent: {parent}.");
        if (MergedOver is { } version)
            parts.Add($"Merged: others had written since version {version}, elsewhere on the page.");
        if (Losses.Count > 0)
            parts.Add($"Lost: {WikiText.Line(string.Join("; ", Losses))}.");
        if (Notes.Count > 0)
            parts.Add($"Note: {WikiText.Line(string.Join("; ", Notes))}.");
        return string.Join(' ', parts);
    }

    /// <summary>The calls that take it back; null for a draft, which keeps no versions.</summary>
    /// <param name="written">The version that the write left.</param>
    public string? Undo(int written)
    {
        // A version remembers title and body, and not the place in the tree: that comes first, for it is a version too.
        string? parent = Parent is not null && Page.ParentId is { } former ? Writing.Undo.ToParent(Page.Id, former, written) : null;
        if (IsDraft || (Title == Page.Title && Before == Body))
            return parent;

        string version = Writing.Undo.ToVersion(Page.Id, Page.Version.Number, parent is null ? written : written + 1);
        return parent is null ? version : $"{parent} then {version}";
    }

    /// <summary>In the form in which the caller wrote; empty where the body stays.</summary>
    public async Task<string> DiffAsync(WriteFormat format, PageReader reader, CancellationToken cancellationToken)
    {
        if (Before == Body)
            return "";

        bool markdown = format == WriteFormat.Markdown;
        string before = markdown ? await MarkdownAsync(Before) : StorageLines.Of(Before);
        string after = markdown ? await MarkdownAsync(Body) : StorageLines.Of(Body);
        string diff = UnifiedDiff.Of(before, after, $"version {PageVersions.Of(Page)}", $"version {NextVersion}");
        int end = BodyCut.End(diff, 0, MaxDiffTokens, Boundaries.OfMarkdown);
        return end == diff.Length ? diff : diff[..end] + "(the diff goes on)";

        Task<string> MarkdownAsync(string body) => reader.MarkdownAsync(Page, body, cancellationToken);
    }
}
