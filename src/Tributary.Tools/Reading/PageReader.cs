using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Confluence;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Reading;

/// <summary>Turns a page into a result: in the form asked for, one section of it, and no more than so many tokens.</summary>
internal sealed class PageReader(UserNames names)
{
    public const int DefaultMaxTokens = 8000;

    private const int MostCandidates = 50;

    // Of what the caller asked for, the headings take a quarter at most.
    private const int OutlineShare = 4;

    /// <param name="page">With the body that <paramref name="format"/> is made from.</param>
    /// <param name="pinned">Whether the caller asked for this very version.</param>
    public async Task<PageResult> ReadAsync(
        Page page, ReadFormat format, string? section, int maxTokens, ReadCursor? cursor, bool pinned, CancellationToken cancellationToken)
    {
        PageResult result = PageResult.Of(page);
        string body = page.Body?.Value ?? "";
        PageMarkup markup = PageMarkup.Of(page);
        if (format == ReadFormat.Storage && markup != PageMarkup.Storage)
            throw new ToolException(ErrorCode.Unsupported, $"Page {page.Id} has no storage format: Confluence keeps it as {markup.Name} alone.", "Read and edit it as Markdown.");

        MarkupPage? parts = format == ReadFormat.View && section is null ? null : markup.Read(body);
        OutlineHeading? part = section is null ? null : Section(page, parts!, section);
        int start = cursor?.Offset ?? 0;
        if (format == ReadFormat.Outline)
        {
            OutlineItem[] all = Outline(parts!, part, sized: true), piece = OutlineItem.Within(all.AsSpan(Math.Min(start, all.Length)), maxTokens);
            int next = start + piece.Length;
            return result with { Outline = piece, Cursor = next < all.Length ? new ReadCursor(page.Id, PageVersions.Of(page), pinned, format, section ?? "", next).ToString() : null };
        }

        string text = format switch
        {
            ReadFormat.Markdown => await MarkdownAsync(page, parts!, part, cancellationToken),
            ReadFormat.View => VisibleText.Of(part is null ? body : parts!.Section(part.Handle).Source!),
            _ => part is null ? body : body[part.Start..part.End],
        };
        if (start > 0 && start >= text.Length)
            throw ReadCursor.Invalid("`cursor` points beyond the end of the page.");

        bool isFirst = start == 0 && parts is not null && BodyCut.Tokens(text) > maxTokens;
        OutlineItem[] outline = isFirst ? OutlineItem.Highest(Outline(parts!, part, sized: false), maxTokens / OutlineShare) : [];
        int end = BodyCut.End(text, start, maxTokens - outline.Sum(item => item.Size()), format == ReadFormat.Markdown ? Boundaries.OfMarkdown : Boundaries.OfMarkup);
        bool cut = end < text.Length;
        return result with
        {
            Body = text[start..end],
            Outline = isFirst ? outline : null,
            Cursor = cut ? new ReadCursor(page.Id, PageVersions.Of(page), pinned, format, section ?? "", end).ToString() : null,
        };
    }

    /// <summary>The page that a write left, in the form in which it was written.</summary>
    /// <param name="sent">Where the answer has no body.</param>
    public async Task<PageResult> ReadWrittenAsync(Page page, PageBody sent, WriteFormat format, CancellationToken cancellationToken)
    {
        Page whole = page.Body is { Format: BodyFormat.Storage } ? page : page with { Body = sent };
        ReadFormat form = format == WriteFormat.Markdown ? ReadFormat.Markdown : ReadFormat.Storage;
        PageResult result = await ReadAsync(whole, form, null, DefaultMaxTokens, null, pinned: false, cancellationToken);
        return result with { Outline = null };
    }

    /// <summary>Labels and the page's own properties, as the front matter that Markdown files have. Names of people are those known from reading the page.</summary>
    public string FrontMatter(Page page)
    {
        var options = PageMarkup.OptionsAt(page.Url) with { UserName = id => names.Find(id, []) };
        return Reading.FrontMatter.Of(page, PageMarkup.Of(page).Read(page.Body?.Value ?? "").Properties(options));
    }

    /// <summary>To Markdown; it costs one request at most, for the names of all people who are mentioned and not known yet.</summary>
    public async Task<string[]> ConvertAsync(IReadOnlyList<Comment> comments, CancellationToken cancellationToken)
    {
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        string[] converted = [.. comments.Select(Markdown)];
        if (strangers.Count == 0)
            return converted;

        await names.LearnAsync(strangers, cancellationToken);
        return [.. comments.Select(Markdown)];

        string Markdown(Comment comment) =>
            StorageFormat.ToMarkdown(comment.Body, PageMarkup.OptionsAt(comment.Url) with { UserName = id => names.Find(id, strangers) }).Text.TrimEnd();
    }

    /// <summary>The whole of a page as Markdown; it costs one request at most.</summary>
    /// <param name="body">The page's own, or another one in its place.</param>
    public Task<string> MarkdownAsync(Page page, string body, CancellationToken cancellationToken) => MarkdownAsync(page, PageMarkup.Of(page).Read(body), null, cancellationToken);

    private async Task<string> MarkdownAsync(Page page, MarkupPage body, OutlineHeading? section, CancellationToken cancellationToken)
    {
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        MarkdownOptions options = PageMarkup.OptionsAt(page.Url) with { UserName = id => names.Find(id, strangers) };
        string text = body.ToMarkdown(options, section).Text;
        if (strangers.Count == 0)
            return text;

        await names.LearnAsync(strangers, cancellationToken);
        return body.ToMarkdown(options, section).Text;
    }

    /// <param name="sized">Whether each section's length is counted and its parts are named.</param>
    private static OutlineItem[] Outline(MarkupPage page, OutlineHeading? part, bool sized)
    {
        IEnumerable<OutlineHeading> headings = page.Outline().Where(heading => part is null || (heading.Start >= part.Start && heading.End <= part.End));
        var items = headings.Select(heading => new OutlineItem(
            heading.Level, WikiText.Line(heading.Text), heading.Handle,
            sized ? (page.MarkdownBytes(heading) + BodyCut.BytesPerToken - 1) / BodyCut.BytesPerToken : null,
            sized && page.Nodes(heading) is { Length: > 0 } nodes ? nodes : null));

        // What stands above the first heading has a line of its own only where there is something to name in it.
        return sized && part is null && page.Nodes(null) is { Length: > 0 } first ? [new OutlineItem(0, "", null, null, first), .. items] : [.. items];
    }

    private static OutlineHeading Section(Page page, MarkupPage parts, string name)
    {
        SectionMatch match = parts.Section(name);
        if (match.Heading is { } heading)
            return heading;

        string shown = WikiText.Line(name), candidates = string.Join("; ", match.Candidates.Take(MostCandidates).Select(WikiText.Line));
        if (match.Candidates.Count == 0)
            throw ToolException.InvalidParams($"Page {page.Id} has no section \"{shown}\".", "It has no headings: read it whole.");
        throw match.Candidates.Count < parts.Outline().Count
            ? ToolException.InvalidParams($"Page {page.Id} has several sections \"{shown}\".", $"Give one of these paths: {candidates}.")
            : ToolException.InvalidParams($"Page {page.Id} has no section \"{shown}\".", $"Its sections are: {candidates}.");
    }
}
