using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>A list of blocks as all three have it.</summary>
internal sealed record BlockLists(IReadOnlyList<Block> Was, IReadOnlyList<Block> Mine, IReadOnlyList<Block> Theirs);

/// <summary>
/// Merges the blocks of a page or of a container. Blocks that both sides have where they were stand fast; what lies between two of them is taken as it is from the side that changed it, with all that is no
/// block. Where both changed it, our blocks are put in where the same blocks surround them, and under the heading that they stood under: where there is no such place, it is a conflict.
/// </summary>
internal sealed class ListMerge
{
    private readonly PageMerge page;
    private readonly IReadOnlyList<Block> was;
    private readonly IReadOnlyList<Block> mine;
    private readonly IReadOnlyList<Block> other;
    private readonly SideAlignment my;
    private readonly SideAlignment their;
    private readonly string where;
    private readonly bool isPage;
    private readonly TableColumns? columns;
    private readonly MergedOrder order;
    private readonly RunPlaces places;

    /// <param name="where">The heading above; empty where there is none.</param>
    public ListMerge(PageMerge page, BlockLists lists, string where, TableColumns? columns, bool isPage)
    {
        (this.page, this.where, this.isPage) = (page, where, isPage);
        (was, mine, other) = lists;
        my = new SideAlignment(page.Original, was, page.Ours, mine, columns?.Mine);
        their = new SideAlignment(page.Original, was, page.Theirs, other, columns?.Theirs);
        if (was is [TableRow header, ..] && my.IsInPlace(0) && their.IsInPlace(0))
            this.columns = new TableColumns(TableColumns.Changed(page.Original, header, page.Ours, mine[my.Became(0)]), TableColumns.Changed(page.Original, header, page.Theirs, other[their.Became(0)]));
        order = new MergedOrder(lists, my, their);
        places = new RunPlaces(page, lists, my, their, order);
    }

    public void Run()
    {
        CheckRows();
        for (int i = 0; i < was.Count; i++) MergeBlock(i);
        for (int i = 0, from = -1; i <= was.Count; i++)
        {
            if (i < was.Count && !StandsFast(i)) continue;
            MergeBetween(from, i);
            from = i;
        }

        if (page.HasConflicts) return;
        foreach (MisplacedBlock misplaced in order.Misplaced()) page.Refuse(misplaced.Where, misplaced.Ours, misplaced.Theirs);
    }

    private bool StandsFast(int block) => my.IsInPlace(block) && their.IsInPlace(block);

    private string WhereOf(int block) => isPage ? order.HeadingOf(block) : where;

    private void CheckRows()
    {
        if (columns is null) return;
        for (int j = 1; j < mine.Count; j++)
        {
            int from = my.CameFrom(j);
            if ((from < 0 || !my.IsSame[from]) && !TableColumns.Fits(columns.Theirs, isNew: from < 0)) page.Refuse(where, PageMerge.Shown(mine[j]), PageMerge.Shown(other[their.Became(0)]));
        }

        for (int j = 1; j < other.Count; j++)
        {
            int from = their.CameFrom(j);
            if ((from < 0 || !their.IsSame[from]) && !TableColumns.Fits(columns.Mine, isNew: from < 0)) page.Refuse(where, PageMerge.Shown(mine[my.Became(0)]), PageMerge.Shown(other[j]));
        }
    }

    private void MergeBlock(int i)
    {
        bool isChanged = my.IsInPlace(i) && !my.IsSame[i];
        if (isChanged && !their.IsGone(i))
            page.MergeBlock(WhereOf(i), was[i], mine[my.Became(i)], other[their.Became(i)], columns);
        else if (my.IsGone(i) && their.IsMoved(i))
            Remove(their.Became(i));
        else if (isChanged || (!my.IsInPlace(i) && IsContradicted(i)))
            page.Refuse(WhereOf(i), Shown(mine, my, i), Shown(other, their, i));
    }

    /// <summary>Whether they changed what we deleted, or deleted what we moved. What both moved is judged where it goes.</summary>
    private bool IsContradicted(int i) => my.IsMoved(i) ? their.IsGone(i) : their.IsInPlace(i) && !their.IsSame[i];

    private string Shown(IReadOnlyList<Block> blocks, SideAlignment side, int block) =>
        side.IsGone(block) ? "(deleted)" : side.IsMoved(block) ? $"(moved)\n{PageMerge.Shown(was[block])}" : PageMerge.Shown(blocks[side.Became(block)]);

    private void Remove(int theirs)
    {
        page.Patches.Remove(page.Theirs.StartOf(other[theirs]), page.Theirs.EndOf(other[theirs]));
        order.Remove(theirs);
    }

    /// <summary>Merges what lies between two blocks that stand fast.</summary>
    private void MergeBetween(int from, int to)
    {
        var before = new BlockSpan(page.Original, was, from, to, isPage);
        var ours = new BlockSpan(page.Ours, mine, from < 0 ? -1 : my.Became(from), to == was.Count ? mine.Count : my.Became(to), isPage);
        var theirs = new BlockSpan(page.Theirs, other, from < 0 ? -1 : their.Became(from), to == was.Count ? other.Count : their.Became(to), isPage);
        if (ours.Text == before.Text || ours.Text == theirs.Text) return;
        if (theirs.Text == before.Text || (theirs.Frame == before.Frame && Enumerable.Range(from + 1, to - from - 1).All(their.IsInPlace)))
        {
            page.Patches.Replace(theirs.Start, theirs.End, OursWithTheirChanges(ours.Start, ours.End, ours.First, ours.Last));
            for (int j = theirs.First; j < theirs.Last; j++) order.Remove(j);
            order.Put(theirs.First, ours.First, ours.Last);
            RefuseMovedByBoth(ours.First, ours.Last);
            return;
        }

        string loose = ours.Loose(IsNew), former = before.Loose(_ => false), present = theirs.Loose(_ => false);
        if (loose != former && loose != present) page.Refuse(to == was.Count ? where : WhereOf(to), ShownLoose(loose), ShownLoose(present));
        for (int i = from + 1; i < to; i++)
        {
            if (!my.IsInPlace(i) && their.IsInPlace(i)) Remove(their.Became(i));
        }

        for (int first = ours.First; first < ours.Last; first++)
        {
            if (!IsNew(first)) continue;
            int end = first + 1;
            while (end < ours.Last && IsNew(end)) end++;
            Put(first, end);
            first = end;
        }
    }

    /// <summary>A part of our source, in which what we moved says what they made of it meanwhile.</summary>
    private string OursWithTheirChanges(int start, int end, int first, int last)
    {
        var changes = new SourcePatches(page.Ours.Source);
        for (int j = first; j < last; j++)
        {
            if (order.ChangedByThem(j) is { } changed) changes.Replace(page.Ours.StartOf(mine[j]), page.Ours.EndOf(mine[j]), page.Theirs.TextOf(changed));
        }

        return changes.Apply(start, end);
    }

    private bool IsNew(int block) => my.CameFrom(block) is var from && (from < 0 || my.IsMoved(from));

    private static string ShownLoose(string loose) => $"(between the blocks)\n{(loose.Length > 0 ? loose : "(nothing)")}";

    private void RefuseMovedByBoth(int first, int end)
    {
        for (int j = first; j < end; j++)
        {
            int from = my.CameFrom(j);
            if (from >= 0 && my.IsMoved(from) && their.IsMoved(from)) page.Refuse(WhereOf(from), Shown(mine, my, from), Shown(other, their, from));
        }
    }

    /// <summary>Puts in a run of blocks that we brought or moved.</summary>
    private void Put(int first, int end)
    {
        if (places.HasAlready(first, end)) return;
        RefuseMovedByBoth(first, end);
        if (places.Of(first, end) is not { } at)
        {
            string text = string.Join("\n\n", mine.Skip(first).Take(end - first).Select(PageMerge.Shown));
            page.Refuse(isPage ? order.HeadingAbove(first) : where, text, order.FateOfHeadingAbove(first) ?? "(what stands around it was moved or deleted)");
            return;
        }

        order.Put(at, first, end);
        string run = OursWithTheirChanges(page.Ours.StartOf(mine[first]), page.Ours.EndOf(mine[end - 1]), first, end);
        if (page.Theirs.IsJson)
        {
            // A comma too many is taken out in the end.
            if (at > 0) page.Patches.Insert(page.Theirs.EndOf(other[at - 1]), "," + run);
            else if (other.Count > 0) page.Patches.Insert(page.Theirs.StartOf(other[at]), run + ",");
            else page.Refuse(where, run, "(deleted)");
            return;
        }

        int before = first > 0 ? page.Ours.EndOf(mine[first - 1]) : 0, start = page.Ours.StartOf(mine[first]);
        bool touchesPrevious = first > 0 && before == start, touchesNext = end < mine.Count && page.Ours.EndOf(mine[end - 1]) == page.Ours.StartOf(mine[end]);
        if (at > 0 && (touchesPrevious || !touchesNext || at == other.Count))
        {
            string gap = page.Ours.Source[before..start];
            page.Patches.Insert(page.Theirs.EndOf(other[at - 1]), first == 0 || touchesNext ? run : gap[gap.AsSpan().TrimEnd().Length..] + run);
        }
        else
        {
            page.Patches.Insert(at < other.Count ? page.Theirs.StartOf(other[at]) : page.Theirs.Source.Length, run);
        }
    }
}
