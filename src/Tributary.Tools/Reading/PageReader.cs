using System.Text.RegularExpressions;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Confluence;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Reading;

/// <summary>Turns a page into a result: in the form asked for, one section of it, and no more than so many tokens.</summary>
internal sealed partial class PageReader(UserNames names)
{
    public const int DefaultMaxTokens = 8000;

    /// <param name="page">With the body that <paramref name="format"/> is made from.</param>
    /// <param name="pinned">Whether the caller asked for this very version.</param>
    public async Task<PageResult> ReadAsync(
        Page page, ReadFormat format, string? section, int maxTokens, ReadCursor? cursor, bool pinned, CancellationToken cancellationToken)
    {
        PageResult result = PageResult.Of(page);
        string body = page.Body?.Value ?? "";
        if (section is not null)
        {
            SectionMatch match = StorageFormat.Section(body, section);
            body = match.Storage ?? throw NoSection(page, section, match.Candidates);
        }

        if (format == ReadFormat.Outline)
            return result with { Outline = Outline(body) };

        string text = format switch
        {
            ReadFormat.Markdown => await MarkdownAsync(body, cancellationToken),
            ReadFormat.View => VisibleText.Lines(body),
            _ => body,
        };
        int start = cursor?.Offset ?? 0;
        if (start > 0 && start >= text.Length)
            throw ReadCursor.Invalid("`cursor` points beyond the end of the page.");

        int end = BodyCut.End(text, start, maxTokens, format == ReadFormat.Markdown ? Boundaries.OfMarkdown : Boundaries.OfMarkup);
        bool cut = end < text.Length;
        return result with
        {
            Body = text[start..end],
            Outline = cut && start == 0 ? Outline(body) : null,
            Cursor = cut ? new ReadCursor(page.Id, page.Version.Number, pinned, format, section ?? "", end).ToString() : null,
        };
    }

    /// <summary>The page that a write left, in the form in which it was written.</summary>
    /// <param name="storage">What was sent, where the answer has no body.</param>
    public async Task<PageResult> ReadWrittenAsync(Page page, string storage, WriteFormat format, CancellationToken cancellationToken)
    {
        Page whole = page.Body is { Format: BodyFormat.Storage } ? page : page with { Body = new PageBody(BodyFormat.Storage, storage) };
        ReadFormat form = format == WriteFormat.Markdown ? ReadFormat.Markdown : ReadFormat.Storage;
        PageResult result = await ReadAsync(whole, form, null, DefaultMaxTokens, null, pinned: false, cancellationToken);
        return result with { Outline = null };
    }

    public async Task<string> MarkdownAsync(string storage, CancellationToken cancellationToken) =>
        (await MarkdownAsync([storage], cancellationToken))[0];

    /// <summary>Costs one request at most, for the names of all people who are mentioned.</summary>
    public async Task<string[]> MarkdownAsync(string[] storage, CancellationToken cancellationToken)
    {
        await names.LearnAsync(storage.SelectMany(body => People().Matches(body)).Select(match => match.Groups[1].Value), cancellationToken);
        var options = new MarkdownOptions { UserName = names.Find };
        return [.. storage.Select(body => VisibleText.Lines(StorageFormat.ToMarkdown(body, options).Text))];
    }

    private static OutlineItem[] Outline(string body) =>
        [.. StorageFormat.Outline(body).Select(heading => new OutlineItem(heading.Level, VisibleText.Line(heading.Text)))];

    /// <param name="candidates">The sections that it could have meant, or all there are.</param>
    private static ToolException NoSection(Page page, string section, IReadOnlyList<string> candidates)
    {
        bool several = candidates.Count > 1 && candidates.All(path => path.Contains(section.Trim(), StringComparison.OrdinalIgnoreCase));
        return ToolException.InvalidParams(
            $"Page {page.Id} has {(several ? "several sections" : "no section")} \"{VisibleText.Line(section)}\".",
            candidates.Count == 0 ? "It has no headings: read it whole." : $"{(several ? "Give one of these paths" : "Its sections are")}: {string.Join("; ", candidates.Take(50).Select(VisibleText.Line))}.");
    }

    [GeneratedRegex("ri:(?:account-id|userkey)=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex People();
}
