using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Merging;

/// <summary>
/// What a block says, as text that can be compared. An old block is taken through Markdown as it was shown, so that the same Markdown always gives the same text,
/// however odd the page.
/// </summary>
internal sealed class BlockKeys
{
    private readonly Dictionary<Block, string> fresh = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Block, IReadOnlyList<string>> old = new(ReferenceEqualityComparer.Instance);

    public string OfFresh(Block block)
    {
        if (!fresh.TryGetValue(block, out string? key)) fresh.Add(block, key = Write(block));
        return key;
    }

    /// <summary>Mostly one; none for what Markdown does not show, and several for what it cuts.</summary>
    public IReadOnlyList<string> OfOld(Block block)
    {
        if (!old.TryGetValue(block, out IReadOnlyList<string>? shown)) old.Add(block, shown = Read(block));
        return shown;
    }

    private IReadOnlyList<string> Read(Block block) => block switch
    {
        // Parts that Markdown does not write alone: what they hold is. A table has no word for a header column, so a cell's kind does not count.
        ListItem item => [$"{item.IsDone}{Inner(item)}"],
        TableRow row => [Inner(row)],
        TableCell cell => [$"{cell.ColumnSpan}×{cell.RowSpan}{Inner(cell)}"],
        _ => [.. MarkdownReader.Read(MarkdownWriter.Canonical(block), new LossLog()).Blocks.Select(OfFresh)],
    };

    private string Inner(ContainerBlock block) => string.Concat(block.Blocks.SelectMany(OfOld).Select(key => $"\0{key}"));

    private string Write(Block block) => block switch
    {
        ListItem item => $"{item.IsDone}{FreshInner(item)}",
        TableRow row => FreshInner(row),
        TableCell cell => $"{cell.ColumnSpan}×{cell.RowSpan}{FreshInner(cell)}",
        _ => MarkdownWriter.Canonical(block),
    };

    private string FreshInner(ContainerBlock block) => string.Concat(block.Blocks.Select(child => $"\0{OfFresh(child)}"));
}
