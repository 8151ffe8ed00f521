using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>
/// Brings what we made of a page together with what others made of it meanwhile: node by node, in the source itself. What only one side changed is as that side has it; what both changed alike is so;
/// what both changed differently is a conflict, unless it holds blocks in which the changes lie apart.
/// </summary>
internal sealed class PageMerge
{
    private readonly MergeSide original;
    private readonly MergeSide ours;
    private readonly MergeSide theirs;
    private readonly SourcePatches patches;
    private readonly List<MergeConflict> conflicts = [];
    private string where = "";

    private PageMerge(MergeSide original, MergeSide ours, MergeSide theirs)
    {
        (this.original, this.ours, this.theirs) = (original, ours, theirs);
        patches = new SourcePatches(theirs.Source);
    }

    public static MergeResult Of(MergeSide original, MergeSide ours, MergeSide theirs)
    {
        var merge = new PageMerge(original, ours, theirs);
        merge.Merge(original.Page.Blocks, ours.Page.Blocks, theirs.Page.Blocks, isWholePage: true);
        if (merge.conflicts.Count > 0) return new MergeResult(null, merge.conflicts);
        string merged = merge.patches.Apply();
        return new MergeResult(theirs.IsJson ? JsonCommas.Mend(merged) : merged, []);
    }

    private void Merge(IReadOnlyList<Block> was, IReadOnlyList<Block> mine, IReadOnlyList<Block> other, bool isWholePage)
    {
        var my = new SideAlignment(original, was, ours, mine);
        var their = new SideAlignment(original, was, theirs, other);
        for (int i = 0; i <= was.Count; i++)
        {
            Insert(i, mine, my, other, their, was.Count, isWholePage);
            if (i == was.Count) break;
            if (was[i] is Heading && isWholePage) where = MarkdownWriter.Canonical(was[i]).TrimEnd('\n');
            if (my.IsSame(i)) continue;
            Block? mineNow = my.Became(i) < 0 ? null : mine[my.Became(i)], theirNow = their.Became(i) < 0 ? null : other[their.Became(i)];
            if (their.IsSame(i)) patches.Replace(theirs.StartOf(theirNow!), theirs.EndOf(theirNow!), mineNow is null ? "" : ours.TextOf(mineNow));
            else if (mineNow is not null || theirNow is not null) MergeBoth(was[i], mineNow, theirNow);
        }
    }

    private void MergeBoth(Block was, Block? mine, Block? other)
    {
        if (mine is not null && other is not null)
        {
            if (ours.TextOf(mine) == theirs.TextOf(other)) return;
            if (was is ContainerBlock before && mine is ContainerBlock here && other is ContainerBlock there && here.GetType() == there.GetType() && MergeShell(before, here, there))
            {
                Merge(before.Blocks, here.Blocks, there.Blocks, isWholePage: false);
                return;
            }
        }

        conflicts.Add(new MergeConflict(where, Shown(mine), Shown(other)));
    }

    /// <summary>Merges what a block says around the blocks that it holds: its tags and parameters.</summary>
    /// <returns>False, and nothing merged, when both sides changed it.</returns>
    private bool MergeShell(ContainerBlock was, ContainerBlock mine, ContainerBlock other)
    {
        // Without blocks inside there is no place to tell what surrounds them.
        if (was.Blocks.Count == 0 || mine.Blocks.Count == 0 || other.Blocks.Count == 0) return false;
        (Range Head, Range Tail) before = Shell(original, was), here = Shell(ours, mine), there = Shell(theirs, other);
        if (!CanMerge(before.Head, here.Head, there.Head) || !CanMerge(before.Tail, here.Tail, there.Tail)) return false;
        MergePart(before.Head, here.Head, there.Head);
        MergePart(before.Tail, here.Tail, there.Tail);
        return true;
    }

    private bool CanMerge(Range was, Range mine, Range other) =>
        IsLike(original, was, ours, mine) || IsLike(original, was, theirs, other) || IsLike(ours, mine, theirs, other);

    private void MergePart(Range was, Range mine, Range other)
    {
        if (IsLike(original, was, ours, mine) || IsLike(ours, mine, theirs, other)) return;
        patches.Replace(other.Start.Value, other.End.Value, ours.Source[mine]);
    }

    private static bool IsLike(MergeSide one, Range of, MergeSide another, Range than) =>
        one.Source.AsSpan()[of].Trim().SequenceEqual(another.Source.AsSpan()[than].Trim());

    private static (Range Head, Range Tail) Shell(MergeSide side, ContainerBlock block) =>
        (side.StartOf(block)..side.StartOf(block.Blocks[0]), side.EndOf(block.Blocks[^1])..side.EndOf(block));

    /// <summary>Puts what we brought before a block of the original, behind what they brought there.</summary>
    private void Insert(int before, IReadOnlyList<Block> mine, SideAlignment my, IReadOnlyList<Block> other, SideAlignment their, int count, bool isWholePage)
    {
        // Our new blocks stand behind the block that they followed, whatever became of it.
        int previous = LastBefore(my, before), first = previous + 1, end = first;
        if (before > 0 && my.Became(before - 1) < 0) return;
        while (end < mine.Count && my.IsNew(end)) end++;
        if (end == first) return;

        int next = before;
        while (next < count && their.Became(next) < 0) next++;
        int at = next < count ? their.Became(next) : other.Count;
        bool touchesNext = end < mine.Count && ours.EndOf(mine[end - 1]) == ours.StartOf(mine[end]), touchesPrevious = first > 0 && ours.EndOf(mine[first - 1]) == ours.StartOf(mine[first]);
        string text = ours.Source[ours.StartOf(mine[first])..ours.EndOf(mine[end - 1])];
        if (theirs.IsJson)
        {
            // A comma too many is taken out in the end.
            if (other.Count == 0) conflicts.Add(new MergeConflict(where, string.Join("\n\n", mine.Skip(first).Take(end - first).Select(Shown)), "(deleted)"));
            else if (at > 0) patches.Insert(theirs.EndOf(other[at - 1]), "," + text);
            else patches.Insert(theirs.StartOf(other[at]), text + ",");
        }
        else if (at > 0 && (touchesPrevious || !touchesNext || at == other.Count))
            patches.Insert(theirs.EndOf(other[at - 1]), touchesPrevious || first == 0 || touchesNext ? text : ours.Source[ours.EndOf(mine[first - 1])..ours.EndOf(mine[end - 1])]);
        else if (at < other.Count)
            patches.Insert(theirs.StartOf(other[at]), text);
        else if (isWholePage)
            patches.Insert(theirs.Source.Length, text);
        else
            conflicts.Add(new MergeConflict(where, text, "(deleted)"));
    }

    private static int LastBefore(SideAlignment side, int before)
    {
        for (int i = before - 1; i >= 0; i--)
        {
            if (side.Became(i) >= 0) return side.Became(i);
        }

        return -1;
    }

    private static string Shown(Block? block) => block is null ? "(deleted)" : MarkdownWriter.Canonical(block).TrimEnd('\n');
}
