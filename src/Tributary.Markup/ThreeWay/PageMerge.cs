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
    private readonly List<MergeConflict> conflicts = [];

    private PageMerge(MergeSide original, MergeSide ours, MergeSide theirs)
    {
        (Original, Ours, Theirs) = (original, ours, theirs);
        Patches = new SourcePatches(theirs.Source);
    }

    public MergeSide Original { get; }

    public MergeSide Ours { get; }

    public MergeSide Theirs { get; }

    /// <summary>Of their source.</summary>
    public SourcePatches Patches { get; }

    public bool HasConflicts => conflicts.Count > 0;

    public static MergeResult Of(MergeSide original, MergeSide ours, MergeSide theirs)
    {
        var merge = new PageMerge(original, ours, theirs);
        new ListMerge(merge, new(original.Page.Blocks, ours.Page.Blocks, theirs.Page.Blocks), "", columns: null, isPage: true).Run();
        if (merge.HasConflicts) return new MergeResult(null, merge.conflicts);
        string merged = merge.Patches.Apply();
        return new MergeResult(theirs.IsJson ? JsonCommas.Mend(merged) : merged, []);
    }

    public void Refuse(string where, string ours, string theirs) => conflicts.Add(new MergeConflict(where, ours, theirs));

    public static string Shown(Block block) => block is TableRow row ? $"| {string.Join(" | ", row.Blocks.Select(Shown))} |" : MarkdownWriter.Canonical(block).TrimEnd('\n');

    /// <summary>Merges a block that both sides have where it was, and that we changed.</summary>
    /// <param name="columns">Of a cell's row.</param>
    public void MergeBlock(string where, Block was, Block mine, Block other, TableColumns? columns)
    {
        if (Ours.TextOf(mine) == Theirs.TextOf(other)) return;
        if (Original.TextOf(was) == Theirs.TextOf(other))
            Patches.Replace(Theirs.StartOf(other), Theirs.EndOf(other), Ours.TextOf(mine));
        else if (was is ContainerBlock before && mine is ContainerBlock here && other is ContainerBlock there && here.GetType() == there.GetType() && MergeShell(before, here, there))
            new ListMerge(this, new(before.Blocks, here.Blocks, there.Blocks), where, columns, isPage: false).Run();
        else
            Refuse(where, Shown(mine), Shown(other));
    }

    /// <summary>Merges what a block says around the blocks that it holds: its tags and parameters.</summary>
    /// <returns>False, and nothing merged, when both sides changed it.</returns>
    private bool MergeShell(ContainerBlock was, ContainerBlock mine, ContainerBlock other)
    {
        // Without blocks inside there is no place to tell what surrounds them.
        if (was.Blocks.Count == 0 || mine.Blocks.Count == 0 || other.Blocks.Count == 0) return false;
        (Range Head, Range Tail) before = Shell(Original, was), here = Shell(Ours, mine), there = Shell(Theirs, other);
        if (!CanMerge(before.Head, here.Head, there.Head) || !CanMerge(before.Tail, here.Tail, there.Tail)) return false;
        MergePart(before.Head, here.Head, there.Head);
        MergePart(before.Tail, here.Tail, there.Tail);
        return true;
    }

    private bool CanMerge(Range was, Range mine, Range other) =>
        IsLike(Original, was, Ours, mine) || IsLike(Original, was, Theirs, other) || IsLike(Ours, mine, Theirs, other);

    private void MergePart(Range was, Range mine, Range other)
    {
        if (IsLike(Original, was, Ours, mine) || IsLike(Ours, mine, Theirs, other)) return;
        Patches.Replace(other.Start.Value, other.End.Value, Ours.Source[mine]);
    }

    private static bool IsLike(MergeSide one, Range of, MergeSide another, Range than) =>
        one.Source.AsSpan()[of].Trim().SequenceEqual(another.Source.AsSpan()[than].Trim());

    private static (Range Head, Range Tail) Shell(MergeSide side, ContainerBlock block) =>
        (side.StartOf(block)..side.StartOf(block.Blocks[0]), side.EndOf(block.Blocks[^1])..side.EndOf(block));
}
