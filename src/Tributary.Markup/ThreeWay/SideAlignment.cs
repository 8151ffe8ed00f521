using System.Runtime.InteropServices;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>What one side made of a list of blocks: which of its blocks each one became, which of them are the very same, and which of these stand elsewhere now.</summary>
internal sealed class SideAlignment
{
    private const int MostPairs = 40_000;
    private const double LeastLikeness = 0.3;
    private const double Anew = 0.01;

    private readonly MergeSide original;
    private readonly MergeSide side;
    private readonly IReadOnlyList<Block> before;
    private readonly IReadOnlyList<Block> after;
    private readonly int[] became;
    private readonly int[] cameFrom;
    private readonly bool[] isMoved;

    /// <param name="columns">Of a row of a table whose columns the side changed: what became of them in its header. Cells of other rows stay in their columns.</param>
    public SideAlignment(MergeSide original, IReadOnlyList<Block> before, MergeSide side, IReadOnlyList<Block> after, SideAlignment? columns = null)
    {
        (this.original, this.before, this.side, this.after) = (original, before, side, after);
        (became, cameFrom, isMoved) = (new int[before.Count], new int[after.Count], new bool[before.Count]);
        Array.Fill(became, -1);
        Array.Fill(cameFrom, -1);
        var ids = new Dictionary<(string, int), int>();
        int[] old = Ids(original, before, ids), fresh = Ids(side, after, ids);
        if (columns is not null && columns.became.Length == before.Count && columns.cameFrom.Length == after.Count)
        {
            Join(Enumerable.Range(0, before.Count).Select(i => (i, columns.became[i])).Where(pair => pair.Item2 >= 0));
        }
        else if (before is [TableCell, ..] && before.Count == after.Count)
        {
            Join(Enumerable.Range(0, before.Count).Select(i => (i, i)));
        }
        else
        {
            // What stands more than once is first sought under the headings that it stood under.
            Match(IdsUnderHeadings(before, old, ids), IdsUnderHeadings(after, fresh, ids), 0, 0);
            foreach ((Range from, Range to) in Gaps()) Match(old.AsSpan()[from], fresh.AsSpan()[to], from.Start.Value, to.Start.Value);
            if (before is not [TableCell, ..]) FindMoves(old, fresh);
            foreach ((Range from, Range to) in Gaps()) Pair([.. Indexes(from).Where(i => became[i] < 0)], [.. Indexes(to).Where(j => cameFrom[j] < 0)]);
        }

        IsSame = [.. old.Select((id, i) => became[i] >= 0 && fresh[became[i]] == id)];
    }

    /// <summary>Whether the side left a block byte for byte.</summary>
    public IReadOnlyList<bool> IsSame { get; }

    /// <summary>Whether as many blocks are left: of the columns of a table, then, that they changed places.</summary>
    public bool IsReordering => before.Count == after.Count;

    /// <summary>The place of the block that it became; -1 when the side has it no longer.</summary>
    public int Became(int block) => became[block];

    /// <summary>Which block of the original it was; -1 for what the side brought.</summary>
    public int CameFrom(int block) => cameFrom[block];

    public bool IsGone(int block) => became[block] < 0;

    /// <summary>Whether the side has the very block elsewhere among the others.</summary>
    public bool IsMoved(int block) => isMoved[block];

    public bool IsInPlace(int block) => became[block] >= 0 && !isMoved[block];

    private static int[] Ids(MergeSide side, IReadOnlyList<Block> blocks, Dictionary<(string, int), int> ids) => [.. blocks.Select(block => Id((side.TextOf(block), -1), ids))];

    private static int[] IdsUnderHeadings(IReadOnlyList<Block> blocks, int[] texts, Dictionary<(string, int), int> ids)
    {
        int[] headings = HeadingTree.Of(blocks), under = new int[blocks.Count];
        for (int i = 0; i < blocks.Count; i++)
            under[i] = Id(($"{texts[i]}", headings[i] < 0 ? -2 : under[headings[i]]), ids);
        return under;
    }

    private static int Id((string, int) key, Dictionary<(string, int), int> ids)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, key, out bool isKnown);
        return isKnown ? id : id = ids.Count;
    }

    private static IEnumerable<int> Indexes(Range range) => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value);

    private void Join(IEnumerable<(int From, int To)> pairs)
    {
        foreach ((int from, int to) in pairs) (became[from], cameFrom[to]) = (to, from);
    }

    private void Match(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, int from, int first)
    {
        int[] matches = Alignment.Of(old, fresh);
        Join(matches.Select((match, j) => (match, j)).Where(pair => pair.match >= 0).Select(pair => (from + pair.match, first + pair.j)));
    }

    /// <summary>What lies between the blocks that stayed in their places.</summary>
    private List<(Range From, Range To)> Gaps()
    {
        var gaps = new List<(Range, Range)>();
        for (int i = 0, from = 0, first = 0; i <= before.Count; i++)
        {
            if (i < before.Count && !IsInPlace(i)) continue;
            int next = i < before.Count ? became[i] : after.Count;
            if (from < i && first < next) gaps.Add((from..i, first..next));
            (from, first) = (i + 1, next + 1);
        }

        return gaps;
    }

    /// <summary>What went here and came there byte for byte was moved: it stands once in both, or next to such a block.</summary>
    private void FindMoves(int[] old, int[] fresh)
    {
        Dictionary<int, int> times = fresh.CountBy(id => id).ToDictionary(), formerTimes = old.CountBy(id => id).ToDictionary();
        Dictionary<int, int> places = fresh.Select((id, j) => (id, j)).Where(place => cameFrom[place.j] < 0 && times[place.id] == 1).ToDictionary(place => place.id, place => place.j);
        for (int i = 0; i < old.Length; i++)
        {
            if (became[i] >= 0 || formerTimes[old[i]] > 1 || !places.TryGetValue(old[i], out int place)) continue;
            int first = 0, end = 1;
            while (IsAlike(i + first - 1, place + first - 1)) first--;
            while (IsAlike(i + end, place + end)) end++;
            for (int k = first; k < end; k++) isMoved[i + k] = true;
            Join(Enumerable.Range(first, end - first).Select(k => (i + k, place + k)));
        }

        bool IsAlike(int i, int j) => i >= 0 && j >= 0 && i < old.Length && j < fresh.Length && became[i] < 0 && cameFrom[j] < 0 && old[i] == fresh[j];
    }

    /// <summary>Gives each block that changed the one most like it, so that the likeness of all is greatest and none crosses another.</summary>
    private void Pair(int[] old, int[] fresh)
    {
        if (old.Length == 0 || fresh.Length == 0 || (long)old.Length * fresh.Length > MostPairs) return;
        bool isOnlyOne = old.Length == 1 && fresh.Length == 1;
        HashSet<string>[] oldWords = [.. old.Select(i => original.WordsOf(before[i]))], freshWords = [.. fresh.Select(j => side.WordsOf(after[j]))];
        double[,] best = new double[old.Length + 1, fresh.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = fresh.Length - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), Likeness(i, j) + best[i + 1, j + 1]);
        }

        for (int i = 0, j = 0; i < old.Length && j < fresh.Length;)
        {
            double likeness = Likeness(i, j);
            if (likeness > 0 && best[i, j] <= likeness + best[i + 1, j + 1]) Join([(old[i++], fresh[j++])]);
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }

        double Likeness(int i, int j)
        {
            if (before[old[i]].GetType() != after[fresh[j]].GetType()) return 0;
            int common = oldWords[i].Count(freshWords[j].Contains), all = oldWords[i].Count + freshWords[j].Count;
            double likeness = all == 0 ? 1 : 2.0 * common / all;
            if (isOnlyOne || likeness >= LeastLikeness) return isOnlyOne ? 1 : likeness;
            // A heading is known by its words alone; anything else may have been written anew.
            return before[old[i]] is Heading ? 0 : Anew;
        }
    }
}
