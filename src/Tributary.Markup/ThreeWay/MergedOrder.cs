using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>A block that would stand under another heading than where it was written.</summary>
internal sealed record MisplacedBlock(string Where, string Ours, string Theirs);

/// <summary>The blocks of a list as the merge will leave them, and the headings that they stand under.</summary>
internal sealed class MergedOrder(BlockLists lists, SideAlignment my, SideAlignment their)
{
    private const int NoHeading = -1;

    private readonly bool hasHeadings = lists.Was.Concat(lists.Mine).Concat(lists.Theirs).Any(block => block is Heading);
    private readonly int[] headings = HeadingTree.Of(lists.Was);
    private readonly int[] myHeadings = HeadingTree.Of(lists.Mine);
    private readonly int[] theirHeadings = HeadingTree.Of(lists.Theirs);
    private readonly bool[] isRemoved = new bool[lists.Theirs.Count];
    private readonly Dictionary<int, List<int>> put = [];

    /// <summary>A block of theirs goes.</summary>
    public void Remove(int block) => isRemoved[block] = true;

    /// <summary>Blocks of ours come in front of one of theirs, behind those that came there before.</summary>
    public void Put(int at, int first, int end)
    {
        if (!put.TryGetValue(at, out List<int>? blocks)) put.Add(at, blocks = []);
        blocks.AddRange(Enumerable.Range(first, end - first));
    }

    /// <summary>What they made of a block that we moved; null where they left it alone.</summary>
    public Block? ChangedByThem(int mine) =>
        my.CameFrom(mine) is var from and >= 0 && my.IsMoved(from) && their.IsInPlace(from) && !their.IsSame[from] ? lists.Theirs[their.Became(from)] : null;

    /// <summary>The heading of a block of the original: its own text, or that of the one above; empty where there is none.</summary>
    public string HeadingOf(int block) => lists.Was[block] is Heading heading ? PageMerge.Shown(heading) : headings[block] < 0 ? "" : PageMerge.Shown(lists.Was[headings[block]]);

    /// <summary>The heading above one of our blocks.</summary>
    public string HeadingAbove(int mine) => myHeadings[mine] < 0 ? "" : PageMerge.Shown(lists.Mine[myHeadings[mine]]);

    /// <summary>What they did to the heading above one of our blocks; null where they have it where it was.</summary>
    public string? FateOfHeadingAbove(int mine) => FateOf(IdOfMine(myHeadings[mine]), their);

    /// <summary>Whether our blocks come under the headings that they stand under, and take nothing of theirs into their own sections.</summary>
    /// <param name="at">In front of which of their blocks.</param>
    public bool Fits(int at, int first, int end)
    {
        if (!hasHeadings) return true;
        for (int k = first; k < end; k++)
        {
            if (myHeadings[k] < first && HeadingAt(at, lists.Mine[k]) != IdOfMine(myHeadings[k])) return false;
        }

        int next = at;
        while (next < lists.Theirs.Count && isRemoved[next]) next++;
        if (next == lists.Theirs.Count) return true;
        int holder = end - 1;
        while (holder >= first && !HeadingTree.HoldsBelow(lists.Mine[holder], lists.Theirs[next])) holder--;
        return holder < first || (their.CameFrom(next) is var from and >= 0 && my.Became(from) is var mine and >= 0 && myHeadings[mine] == holder);
    }

    /// <summary>What stands under another heading than either side meant.</summary>
    public IEnumerable<MisplacedBlock> Misplaced()
    {
        if (!hasHeadings) yield break;
        (int Id, Block Block)[] merged = [.. Merged()];
        int[] found = HeadingTree.Of([.. merged.Select(entry => entry.Block)]);
        for (int k = 0; k < merged.Length; k++)
        {
            (int id, Block block) = merged[k];
            int heading = found[k] < 0 ? NoHeading : merged[found[k]].Id;
            if (id >= lists.Was.Count + lists.Mine.Count)
            {
                int meant = IdOfTheirs(theirHeadings[id - lists.Was.Count - lists.Mine.Count]);
                if (heading != meant) yield return new MisplacedBlock(Shown(meant), ShownOr(FateOf(meant, my), heading), PageMerge.Shown(block));
            }
            else if (id >= lists.Was.Count)
            {
                int meant = IdOfMine(myHeadings[id - lists.Was.Count]);
                if (heading != meant) yield return new MisplacedBlock(Shown(meant), PageMerge.Shown(block), ShownOr(FateOf(meant, their), heading));
            }
            else
            {
                int was = headings[id], mine = IdOfMine(myHeadings[my.Became(id)]), theirs = IdOfTheirs(theirHeadings[their.Became(id)]);
                if (heading != (mine == was ? theirs : mine) || (mine != was && theirs != was && mine != theirs))
                    yield return new MisplacedBlock(Shown(was), $"{Shown(mine)}\n{PageMerge.Shown(block)}".TrimStart(), $"{Shown(theirs)}\n{PageMerge.Shown(block)}".TrimStart());
            }
        }
    }

    /// <summary>The heading that a block would stand under as things are so far.</summary>
    private int HeadingAt(int at, Block block)
    {
        foreach ((int id, Block above) in MergedBefore(at))
        {
            if (HeadingTree.HoldsBelow(above, block)) return id;
        }

        return NoHeading;
    }

    private IEnumerable<(int Id, Block Block)> MergedBefore(int at)
    {
        for (int j = at; j >= 0; j--)
        {
            if (j < at && !isRemoved[j]) yield return Kept(j);
            foreach (int mine in Enumerable.Reverse(put.GetValueOrDefault(j) ?? [])) yield return Brought(mine);
        }
    }

    private IEnumerable<(int Id, Block Block)> Merged()
    {
        for (int j = 0; j <= lists.Theirs.Count; j++)
        {
            foreach (int mine in put.GetValueOrDefault(j) ?? []) yield return Brought(mine);
            if (j < lists.Theirs.Count && !isRemoved[j]) yield return Kept(j);
        }
    }

    private (int Id, Block Block) Brought(int mine) => (IdOfMine(mine), ChangedByThem(mine) ?? lists.Mine[mine]);

    private (int Id, Block Block) Kept(int theirs)
    {
        int from = their.CameFrom(theirs);
        bool isOurs = from >= 0 && my.IsInPlace(from) && !my.IsSame[from];
        return (IdOfTheirs(theirs), isOurs ? lists.Mine[my.Became(from)] : lists.Theirs[theirs]);
    }

    // Blocks of the original have their places in it as numbers, then come ours and then theirs.
    private int IdOfMine(int block) => block < 0 ? NoHeading : my.CameFrom(block) is var from and >= 0 ? from : lists.Was.Count + block;

    private int IdOfTheirs(int block) => block < 0 ? NoHeading : their.CameFrom(block) is var from and >= 0 ? from : lists.Was.Count + lists.Mine.Count + block;

    private string Shown(int id) => id switch
    {
        NoHeading => "",
        _ when id < lists.Was.Count => PageMerge.Shown(lists.Was[id]),
        _ when id < lists.Was.Count + lists.Mine.Count => PageMerge.Shown(lists.Mine[id - lists.Was.Count]),
        _ => PageMerge.Shown(lists.Theirs[id - lists.Was.Count - lists.Mine.Count]),
    };

    private string? FateOf(int heading, SideAlignment side) =>
        heading < 0 || heading >= lists.Was.Count || side.IsInPlace(heading) ? null : $"({(side.IsGone(heading) ? "deleted" : "moved")})\n{Shown(heading)}";

    private string ShownOr(string? fate, int found) => fate ?? (found == NoHeading ? "(no heading)" : Shown(found));
}
