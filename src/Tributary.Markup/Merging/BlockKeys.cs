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
    private readonly Dictionary<Block, Block> shownAs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Block, IReadOnlyList<string>> old = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Takes what stands in the same lines before and after for the same, and lines that leave nothing out for what they say: none of that has to be written and read again.
    /// </summary>
    /// <param name="shown">The lines that show each of the old blocks.</param>
    /// <param name="lines">The lines that each fresh block was read from; null where it is not the only one of them.</param>
    public void Know(IReadOnlyList<Block> oldBlocks, IReadOnlyList<string> shown, IReadOnlyList<Block> freshBlocks, IReadOnlyList<string?> lines)
    {
        HashSet<string> all = [.. shown];
        all.Remove("");
        var same = new Dictionary<string, string>();
        for (int i = 0; i < freshBlocks.Count; i++)
        {
            if (lines[i] is not { } line || !all.Contains(line)) continue;
            if (IsCanonical(line)) fresh.TryAdd(freshBlocks[i], line);
            same.TryAdd(line, OfFresh(freshBlocks[i]));
        }

        for (int i = 0; i < oldBlocks.Count; i++)
        {
            if (same.TryGetValue(shown[i], out string? key)) old.TryAdd(oldBlocks[i], [key]);
            else if (IsCanonical(shown[i])) old.TryAdd(oldBlocks[i], [shown[i]]);
        }
    }

    /// <summary>Whether lines of a page are what <see cref="MarkdownWriter.Canonical(Block)"/> writes: no names of people, no notes, no list whose sign is not that of the list before.</summary>
    private static bool IsCanonical(string shown) =>
        shown.Length > 0 && shown.AsSpan().TrimStart("0123456789") is not ([')', ..] or ['*', ' ', ..])
        && !shown.Contains("](" + Notation.UserScheme, StringComparison.Ordinal) && !shown.Contains("[^", StringComparison.Ordinal);

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

    /// <summary>Reads a table as Markdown draws it: rows filled up to the same width, cells that reach no further than the table, and no row where the heads are all empty.</summary>
    public void Show(Table table)
    {
        if (MarkdownReader.Read(MarkdownWriter.Canonical(table), new LossLog()).Blocks is not [Table read]) return;
        int unseen = table.Blocks.Count - read.Blocks.Count;
        if (unseen is not (0 or 1)) return;
        if (unseen == 1) old.TryAdd(table.Blocks[0], []);
        foreach ((Block row, Block shownRow) in table.Blocks.Skip(unseen).Zip(read.Blocks))
        {
            if (row is not TableRow cells || shownRow is not TableRow shownCells || shownCells.Blocks.Count < cells.Blocks.Count) continue;
            shownAs.TryAdd(row, shownRow);
            foreach ((Block cell, Block shownCell) in cells.Blocks.Zip(shownCells.Blocks)) shownAs.TryAdd(cell, shownCell);
        }
    }

    public T ShownAs<T>(T part)
        where T : Block => shownAs.TryGetValue(part, out Block? shown) && shown is T known ? known : part;

    private IReadOnlyList<string> Read(Block block) => block switch
    {
        TableRow or TableCell when shownAs.TryGetValue(block, out Block? shown) => [OfFresh(shown)],
        // Parts that Markdown does not write alone: what they hold is. A table has no word for a header column, so a cell's kind does not count.
        ListItem item => [$"{item.IsDone}{Inner(item)}"],
        TableRow row => [Inner(row)],
        TableCell cell => [$"{cell.ColumnSpan}×{cell.RowSpan}{Inner(cell)}"],
        Paragraph or Heading or CodeBlock => MarkdownWriter.Canonical(block) is { Length: > 0 } line ? [line] : [],
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
