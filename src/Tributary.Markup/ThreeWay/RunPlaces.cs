using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>Where a run of blocks that we brought belongs among theirs: between the same blocks, or at the end of the same section.</summary>
internal sealed class RunPlaces(PageMerge page, BlockLists lists, SideAlignment my, SideAlignment their, MergedOrder order)
{
    private readonly int count = lists.Was.Count;
    private readonly IReadOnlyList<Block> mine = lists.Mine;
    private readonly IReadOnlyList<Block> other = lists.Theirs;

    /// <summary>Whether they brought the very same blocks to the same place.</summary>
    public bool HasAlready(int first, int end)
    {
        // Cells that look alike are still two.
        if (mine[first] is TableCell || Gap(first, end) is not (int previous, int next)) return false;
        string[] run = [.. mine.Skip(first).Take(end - first).Select(page.Ours.TextOf)];
        return Enumerable.Range(previous + 1, Math.Max(0, next - previous - run.Length)).Any(at => run.Index().All(block => IsTheirs(at + block.Index) && page.Theirs.TextOf(other[at + block.Index]) == block.Item));
    }

    /// <returns>In front of which of their blocks; null where no place is sure.</returns>
    public int? Of(int first, int end)
    {
        if (Gap(first, end) is (int previous, int next))
        {
            // Behind what they brought there, and in front of what stood there.
            int usual = previous + 1;
            while (usual < next && IsTheirs(usual)) usual++;
            IEnumerable<int> candidates = Enumerable.Range(previous + 1, usual - previous).Reverse().Concat(Enumerable.Range(usual + 1, next - usual));
            return candidates.Cast<int?>().FirstOrDefault(at => order.Fits(at!.Value, first, end));
        }

        return EndOfSection(first, end);
    }

    /// <summary>The places in their list of the blocks around the run, when nothing stands between them that does not belong there.</summary>
    private (int Previous, int Next)? Gap(int first, int end)
    {
        int before = Before(first), after = end < mine.Count ? my.CameFrom(end) : count;
        if (before >= 0 && their.IsGone(before))
        {
            while (before >= 0 && !their.IsInPlace(before)) before--;
        }

        if (after < count && their.IsGone(after))
        {
            while (after < count && !their.IsInPlace(after)) after++;
        }

        int previous = before < 0 ? -1 : their.Became(before), next = after == count ? other.Count : their.Became(after);
        if (previous >= next) return null;
        for (int j = previous + 1; j < next; j++)
        {
            if (!IsTheirs(j) && (their.CameFrom(j) <= before || their.CameFrom(j) >= after)) return null;
        }

        return (previous, next);
    }

    private int Before(int first) => first > 0 ? my.CameFrom(first - 1) : -1;

    private bool IsTheirs(int block) => their.CameFrom(block) is var from && (from < 0 || their.IsMoved(from));

    /// <summary>What stands at the end of a section stays there, wherever the section goes.</summary>
    private int? EndOfSection(int first, int end)
    {
        int before = Before(first);
        if (before < 0 || their.IsGone(before) || order.HeadingAbove(first).Length == 0 || (end < mine.Count && mine[end] is not Heading)) return null;
        int at = their.Became(before) + 1;
        while (at < other.Count && other[at] is not Heading && their.CameFrom(at) < 0) at++;
        return (at == other.Count || other[at] is Heading) && order.Fits(at, first, end) ? at : null;
    }
}
