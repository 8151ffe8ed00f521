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
internal sealed record PageChange(Page Page, string Title, string Before, string After, PageId? Parent, WriteFormat? Format)
{
    private const int MaxDiffTokens = 8000;

    public bool IsEmpty => Title == Page.Title && Before == After && Parent is null;

    public static async Task<PageChange> OfAsync(
        Page page, string? title, WrittenBody? written, PageId? parent, PageReader reader, CancellationToken cancellationToken)
    {
        string before = page.Body?.Value ?? "";
        // Markdown that says what the page says already changes nothing, also where the page holds what Markdown does not show.
        bool same = written is null
            || (written.Format == WriteFormat.Markdown && Normalised(written.Text) == Normalised(await reader.MarkdownAsync(before, cancellationToken)));
        return new PageChange(page, title ?? page.Title, before, same ? before : written!.ToStorage(), parent == page.ParentId ? null : parent, written?.Format);
    }

    /// <exception cref="ToolException">Markdown would replace what it does not show, and the caller has not given that up by name.</exception>
    public void CheckLosses(IReadOnlyCollection<string> givenUp)
    {
        if (Format != WriteFormat.Markdown || Before == After)
            return;

        Loss[] losses = [.. StorageFormat.Losses(Before).Where(loss => !givenUp.Contains(loss.What, StringComparer.OrdinalIgnoreCase))];
        if (losses.Length == 0)
            return;

        string[] kinds = [.. losses.Select(loss => loss.What).Distinct(StringComparer.OrdinalIgnoreCase)];
        string list = string.Join(", ", kinds.Select(kind => $"\"{VisibleText.Line(kind)}\""));
        throw new ToolException(
            ErrorCode.LossyWrite,
            $"This page holds what Markdown cannot carry and this update would destroy: {list}.",
            $"Read the page with format storage, change that and send it back with format storage; or give up what is listed with allow_loss [{list}].");
    }

    public string Summary()
    {
        var parts = new List<string>();
        if (Title != Page.Title)
            parts.Add($"Title: \"{VisibleText.Line(Page.Title)}\" -> \"{Title}\".");
        if (Before != After)
            parts.Add($"Body: {Before.Length} -> {After.Length} characters of storage format.");
        if (Parent is { } parent)
            parts.Add($"Parent: {parent}.");
        return string.Join(' ', parts);
    }

    /// <summary>In the form in which the caller wrote; empty where the body stays.</summary>
    public async Task<string> DiffAsync(PageReader reader, CancellationToken cancellationToken)
    {
        bool markdown = Format == WriteFormat.Markdown;
        string before = markdown ? await reader.MarkdownAsync(Before, cancellationToken) : StorageLines.Of(Before);
        string after = markdown ? await reader.MarkdownAsync(After, cancellationToken) : StorageLines.Of(After);
        string diff = UnifiedDiff.Of(before, after, $"version {Page.Version.Number}", $"version {Page.Version.Number + 1}");
        int end = BodyCut.End(diff, 0, MaxDiffTokens, Boundaries.OfMarkdown);
        return end == diff.Length ? diff : diff[..end] + "(the diff goes on)";
    }

    private static string Normalised(string markdown) => markdown.ReplaceLineEndings("\n").Trim();
}
