using System.Globalization;
using System.Text;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>A page, or one piece of a long one.</summary>
/// <param name="Body">In the form asked for; null in an outline.</param>
/// <param name="Outline">The headings: when asked for, and with the first piece of a page that was cut.</param>
/// <param name="FrontMatter">YAML with labels and page properties, on demand.</param>
/// <param name="Cursor">Reads the next piece; null when nothing is left.</param>
/// <param name="Diff">What a write changed, or a dry run would change.</param>
/// <param name="Message">What a write did.</param>
/// <param name="Undo">The call that takes the write back.</param>
/// <param name="PageId">Only for callers of earlier names.</param>
internal sealed record PageResult(
    string Id,
    string Status,
    string Title,
    string SpaceKey,
    int Version,
    string Url,
    string? Body,
    string? AuthorId,
    DateTime? CreatedDate,
    DateTime? LastModifiedDate,
    string? ParentId,
    IReadOnlyList<string>? Labels,
    IReadOnlyList<OutlineItem>? Outline = null,
    string? FrontMatter = null,
    string? Cursor = null,
    string? Diff = null,
    int? StorageBytesTouched = null,
    string? Message = null,
    string? Undo = null,
    [property: AliasOnly] string? PageId = null) : IToolResult
{
    public static PageResult Of(Page page) => new(
        page.Id.ToString(), page.Status, WikiText.Line(page.Title), page.SpaceKey.ToString(), PageVersions.Of(page), page.Url, null, page.AuthorId,
        page.CreatedAt?.UtcDateTime, page.Version.CreatedAt?.UtcDateTime, page.ParentId?.ToString(),
        page.Labels?.Select(WikiText.Line).ToArray());

    public IToolResult ForAlias() => this with { PageId = Id };

    public string ToText()
    {
        var text = new StringBuilder();
        if (Message is not null)
            text.Append(Message).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Page {Id} \"{Title}\", version {Version}, {Status}, space {SpaceKey}\n{Url}");
        if (LastModifiedDate is { } modified)
            text.Append(CultureInfo.InvariantCulture, $"\nLast modified {modified:yyyy-MM-dd HH:mm} UTC");
        if (Labels is { Count: > 0 })
            text.Append("\nLabels: ").AppendJoin(", ", Labels);
        if (FrontMatter is not null)
            text.Append('\n').Append(Fence.Around("front matter", FrontMatter.TrimEnd('\n')));
        if (Outline is not null)
            text.Append('\n').Append(Fence.Around("headings of the page", OutlineItem.ToText(Outline)));
        if (!string.IsNullOrEmpty(Diff))
            text.Append('\n').Append(Fence.Around("what changes", Diff.TrimEnd('\n')));
        if (Undo is not null)
            text.Append("\nUndo: ").Append(Undo);
        // Who has just written a page need not read it again.
        if (Body is not null && Message is null)
            text.Append('\n').Append(Fence.Around("page body", Body));
        if (Cursor is not null)
            text.Append("\nThe page goes on: repeat with cursor ").Append(Cursor).Append(", or read one section.");
        return text.ToString();
    }
}

/// <param name="Level">1 to 6, as in h1 to h6; 0 for what stands above the first heading.</param>
/// <param name="Handle">Names the heading in edits.</param>
/// <param name="Tokens">Of the whole section as Markdown.</param>
/// <param name="Nodes">Handles of what stands under the heading and above the next one: tables, code, images, tasks, macros.</param>
internal sealed record OutlineItem(int Level, string Title, string? Handle, int? Tokens, string? Nodes)
{
    /// <summary>What its line costs, in tokens.</summary>
    public int Size() => BodyCut.Tokens(ToText()) + 1;

    /// <summary>As many of the first ones as so many tokens allow, and one at least.</summary>
    public static OutlineItem[] Within(ReadOnlySpan<OutlineItem> outline, int tokens)
    {
        int count = 0;
        while (count < outline.Length && (tokens -= outline[count].Size()) >= 0) count++;
        return outline[..Math.Min(outline.Length, Math.Max(1, count))].ToArray();
    }

    /// <summary>All down to the level that so many tokens allow, or the first ones of the highest level.</summary>
    public static OutlineItem[] Highest(OutlineItem[] outline, int tokens)
    {
        while (outline.Sum(item => item.Size()) > tokens)
        {
            int deepest = outline.Max(item => item.Level);
            OutlineItem[] higher = [.. outline.Where(item => item.Level < deepest)];
            if (higher.Length == 0) return Within(outline, tokens);
            outline = higher;
        }

        return outline;
    }

    public static string ToText(IReadOnlyList<OutlineItem> outline) => outline.Count == 0 ? "(no headings)" : string.Join('\n', outline.Select(item => item.ToText()));

    private string ToText()
    {
        IEnumerable<string?> notes = [Handle, Tokens is { } tokens ? string.Create(CultureInfo.InvariantCulture, $"{tokens} tokens") : null, Nodes];
        return $"{new string(' ', Math.Max(0, Level - 1) * 2)}- {(Level == 0 ? "(above the first heading)" : Title)}  [{string.Join(", ", notes.OfType<string>())}]";
    }
}
