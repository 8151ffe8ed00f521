using Tributary.Markup.Model;

namespace Tributary.Markup.Merging;

internal sealed partial class Merger
{
    /// <summary>The old block with what the fresh one says, or itself when they say the same.</summary>
    private Block Change(Block old, Block fresh)
    {
        if (keys.OfOld(old) is [var key] && key == keys.OfFresh(fresh)) return old;
        losses.At(fresh.Line);
        Block changed = (old, fresh) switch
        {
            (Paragraph was, Paragraph now) => was with { Inlines = now.Inlines, IsAltered = true },
            (Heading was, Heading now) => was with { Inlines = now.Inlines, Level = now.Level, IsAltered = true },
            (Heading was, Paragraph now) => now with { Origin = was.Origin, IsAltered = true },
            (Paragraph was, Heading now) => now with { Origin = was.Origin, IsAltered = true },
            (CodeBlock was, CodeBlock now) => was with { Language = Shown.Keep(was.Language, now.Language), Code = now.Code, Attributes = Shown.Keep(was.Attributes, now.Attributes), IsAltered = true },
            (Quote was, Quote now) => Inside(was, now, was),
            (Alert was, Alert now) => Inside(was, now, was with { Kind = now.Kind, Title = Shown.Keep(was.Title, now.Title) }),
            (ListBlock was, ListBlock now) => Inside(was, now, was with { Start = now.Start }),
            (ListItem was, ListItem now) => InsideItem(was, now),
            (Table was, Table now) => InsideTable(was, now),
            (TableRow was, TableRow now) => InsideRow(was, now),
            (TableCell was, TableCell now) => InsideCell(was, now),
            (Directive was, Directive now) => InsideDirective(was, now),
            _ => old,
        };
        return ReferenceEquals(changed, old) ? old : changed with { Line = fresh.Line };
    }

    private Block Inside<T>(T was, T now, T changed)
        where T : ContainerBlock
    {
        IReadOnlyList<Block> blocks = Align(was.Blocks, now.Blocks);
        return ReferenceEquals(blocks, was.Blocks) && changed == was ? was : changed.WithBlocks(blocks) with { IsAltered = true };
    }

    public const string BoxWithoutTask = "the box of an item whose list has none";

    // An item is a task where its list is one of tasks, whatever comes in its place.
    private Block InsideItem(ListItem was, ListItem now)
    {
        if (was.IsDone is null && now.IsDone is not null) losses.Add(BoxWithoutTask);
        return Inside(was, now, was with { IsDone = was.IsDone is null ? null : now.IsDone ?? was.IsDone });
    }

    private Block InsideTable(Table was, Table now)
    {
        keys.Show(was);
        Block changed = Inside(was, now, was);
        if (changed is not Table table) return changed;
        Block[] seen = [.. table.Blocks.Where(row => row.Origin is null || keys.OfOld(row).Count > 0)];
        if (seen.Length != now.Blocks.Count) return changed;
        Dictionary<Block, Block> dressed = new(ReferenceEqualityComparer.Instance);
        foreach ((Block row, Block fresh) in seen.Zip(now.Blocks))
        {
            if (row is TableRow old && fresh is TableRow wanted && Dress(old, wanted) is var other && !ReferenceEquals(other, row)) dressed.Add(row, other);
        }

        return dressed.Count == 0 ? table : table with { Blocks = [.. table.Blocks.Select(row => dressed.GetValueOrDefault(row, row))], IsAltered = true };
    }

    /// <summary>Of a row whose words are the same, its heads and where the text in its cells stands.</summary>
    private TableRow Dress(TableRow row, TableRow wanted)
    {
        Block[] cells = [.. row.Blocks.Select((cell, i) => cell is TableCell old && i < wanted.Blocks.Count && wanted.Blocks[i] is TableCell now ? Dress(old, now) : cell)];
        return cells.Zip(row.Blocks).All(pair => ReferenceEquals(pair.First, pair.Second)) ? row : row with { Blocks = cells, IsAltered = true };
    }

    private TableCell Dress(TableCell was, TableCell now)
    {
        if (keys.ShownAs(was) is not { } shown || ReferenceEquals(shown, was) || (shown.IsHeader == now.IsHeader && shown.Alignment == now.Alignment)) return was;
        return Dressed(was, shown, now) with { IsAltered = true };
    }

    // What Markdown does not show of a cell, as that it is the head of its row, stays.
    private static TableCell Dressed(TableCell was, TableCell shown, TableCell now) => was with
    {
        IsHeader = now.IsHeader == shown.IsHeader ? was.IsHeader : now.IsHeader,
        Alignment = now.Alignment == shown.Alignment ? was.Alignment : now.Alignment,
    };

    // Cells of the same number are the same columns, whatever they say. Those that only fill up the row are none of the page.
    private Block InsideRow(TableRow was, TableRow now)
    {
        TableRow shown = keys.ShownAs(was);
        if (shown.Blocks.Count != now.Blocks.Count) return Inside(was, now, was);
        int count = was.Blocks.Count;
        IEnumerable<Block> more = now.Blocks.Skip(count);
        Block[] cells = [.. was.Blocks.Zip(now.Blocks, Change), .. more.Any(IsFilled) ? more.Reverse().SkipWhile(cell => !IsFilled(cell)).Reverse() : []];
        return cells.Length == count && cells.Zip(was.Blocks).All(pair => ReferenceEquals(pair.First, pair.Second)) ? was : was with { Blocks = cells, IsAltered = true };
    }

    private static bool IsFilled(Block cell) => cell is not TableCell { Blocks.Count: 0 };

    private Block InsideCell(TableCell was, TableCell now)
    {
        TableCell shown = keys.ShownAs(was);
        now = now with { Blocks = CellParagraphs.Join(was, shown, now.Blocks, keys) };
        return Inside(was, now, Dressed(was, shown, now) with
        {
            ColumnSpan = now.ColumnSpan == shown.ColumnSpan ? was.ColumnSpan : now.ColumnSpan,
            RowSpan = now.RowSpan == shown.RowSpan ? was.RowSpan : now.RowSpan,
        });
    }

    private Block InsideDirective(Directive was, Directive now)
    {
        Directive changed = was with { Name = now.Name, Label = Shown.Keep(was.Label, now.Label), Attributes = Shown.Keep(was.Attributes, now.Attributes) };
        bool isSame = was.Name == changed.Name && was.Label == changed.Label && was.Attributes.SequenceEqual(changed.Attributes);
        if (!isSame && was.IsOpaque)
        {
            losses.Add($"a change to '{was.Name}' (#{was.Handle}), of which only the place can change");
            isSame = true;
        }

        if (isSame) changed = was;
        // A placeholder that stands without its body was moved, not emptied.
        if (was is { Body: null, IsOpaque: false } && now.Body is { Count: > 0 }) return changed.WithBlocks(Align([], now.Body)) with { IsAltered = true };
        if (was.Body is null || now.Body is null) return isSame ? was : changed with { IsAltered = true };
        return Inside(was, now, changed);
    }

    /// <summary>Gives each block that changed the old one in the same place that is most like it.</summary>
    private void Pair(IReadOnlyList<Block> old, IReadOnlyList<Block> fresh, int[] owners, Block?[] rest)
    {
        int nextOld = 0;
        for (int j = 0; j < fresh.Count;)
        {
            if (owners[j] >= 0)
            {
                nextOld = owners[j++] + 1;
                continue;
            }

            int end = j;
            while (end < fresh.Count && owners[end] < 0) end++;
            int oldEnd = end < fresh.Count ? owners[end] : old.Count;
            List<Block> candidates = [.. Enumerable.Range(nextOld, Math.Max(0, oldEnd - nextOld)).Select(i => old[i]).Where(block => !taken.Contains(block))];
            List<int> open = [.. Enumerable.Range(j, end - j).Where(i => rest[i] is null)];
            foreach ((int at, Block chosen) in Pairing.Of(candidates, open, fresh, keys))
            {
                rest[at] = chosen;
                taken.Add(chosen);
            }

            j = end;
        }
    }
}
