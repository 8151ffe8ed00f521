using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Diff;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>What an update would change of a page.</summary>
/// <param name="Before">The body as it is, in storage format.</param>
/// <param name="After">The body to write: the very same where the body stays.</param>
/// <param name="Parent">Null where the page stays.</param>
/// <param name="Losses">What of the body as it is Markdown does not carry; empty where the update keeps it.</param>
internal sealed record PageChange(Page Page, string Title, string Before, string After, PageId? Parent, WriteFormat? Format, IReadOnlyList<Loss> Losses)
{
    private const int MaxDiffTokens = 8000;

    public bool IsEmpty => Title == Page.Title && Before == After && Parent is null;

    public static PageChange Of(Page page, string? title, WrittenBody? written, PageId? parent)
    {
        string before = page.Body?.Value ?? "", after = written is { Format: WriteFormat.Storage } ? written.Storage : before;
        IReadOnlyList<Loss> losses = [];
        if (written is { Format: WriteFormat.Markdown })
        {
            Conversion merged = StorageFormat.FromMarkdown(written.Text, before);
            (after, losses) = (merged.Text, merged.Losses);
        }

        return new PageChange(page, title ?? page.Title, before, after, parent == page.ParentId ? null : parent, written?.Format, losses);
    }

    /// <exception cref="ToolException">Markdown would replace what it does not carry, and the caller has not given that up by name.</exception>
    public void CheckLosses(IReadOnlyCollection<string> givenUp)
    {
        Loss[] losses = [.. Losses.Where(loss => !givenUp.Contains(loss.What, StringComparer.OrdinalIgnoreCase))];
        if (losses.Length == 0)
            return;

        string names = string.Join(", ", losses.Select(loss => loss.What).Distinct(StringComparer.OrdinalIgnoreCase).Select(what => $"\"{VisibleText.Of(what)}\""));
        throw new ToolException(
            ErrorCode.LossyWrite,
            $"This page holds what Markdown cannot carry and this update would destroy: {WikiText.Line(string.Join("; ", losses.Select(loss => loss.ToString())))}.",
            $"Read the page with format storage, change that and send it back with format storage; or give these up with allow_loss [{names}].");
    }

    public string Summary()
    {
        var parts = new List<string>();
        if (Title != Page.Title)
            parts.Add($"Title: \"{WikiText.Line(Page.Title)}\" -> \"{Title}\".");
        if (Before != After)
            parts.Add($"Body: {Before.Length} -> {After.Length} characters of storage format.");
        if (Parent is { } parent)
            parts.Add($"Parent: {parent}.");
        return string.Join(' ', parts);
    }

    /// <summary>The calls that take it back; null for a draft, which keeps no versions.</summary>
    /// <param name="written">The version that the update left.</param>
    public string? Undo(int written)
    {
        // A version remembers title and body, and not the place in the tree: that comes first, for it is a version too.
        string? parent = Parent is not null && Page.ParentId is { } former ? Writing.Undo.ToParent(Page.Id, former, written) : null;
        if (Page.Status == "draft" || (Title == Page.Title && Before == After))
            return parent;

        string version = Writing.Undo.ToVersion(Page.Id, Page.Version.Number, parent is null ? written : written + 1);
        return parent is null ? version : $"{parent} then {version}";
    }

    /// <summary>In the form in which the caller wrote; empty where the body stays.</summary>
    public async Task<string> DiffAsync(PageReader reader, CancellationToken cancellationToken)
    {
        bool markdown = Format == WriteFormat.Markdown;
        string before = markdown ? (await reader.ConvertAsync(Before, cancellationToken)).Text : StorageLines.Of(Before);
        string after = markdown ? (await reader.ConvertAsync(After, cancellationToken)).Text : StorageLines.Of(After);
        string diff = UnifiedDiff.Of(before, after, $"version {Page.Version.Number}", $"version {Page.Version.Number + 1}");
        int end = BodyCut.End(diff, 0, MaxDiffTokens, Boundaries.OfMarkdown);
        return end == diff.Length ? diff : diff[..end] + "(the diff goes on)";
    }
}
