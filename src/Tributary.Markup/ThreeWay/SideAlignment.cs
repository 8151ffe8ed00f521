using System.Runtime.InteropServices;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>What one side made of the blocks of a list: which of its blocks each one became, and which of them are the very same.</summary>
internal sealed class SideAlignment
{
    private const int MostPairs = 40_000;
    private const double LeastLikeness = 0.3;

    private readonly int[] became;
    private readonly int[] cameFrom;
    private readonly bool[] isSame;

    public SideAlignment(MergeSide original, IReadOnlyList<Block> before, MergeSide side, IReadOnlyList<Block> after)
    {
        became = [.. Enumerable.Repeat(-1, before.Count)];
        cameFrom = [.. Enumerable.Repeat(-1, after.Count)];
        isSame = new bool[before.Count];
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] matches = Alignment.Of(Ids(original, before, ids), Ids(side, after, ids));
        for (int j = 0; j < after.Count; j++)
        {
            if (matches[j] < 0) continue;
            Join(matches[j], j);
            isSame[matches[j]] = true;
        }

        for (int i = 0, j = 0; i <= before.Count; i++)
        {
            if (i < before.Count && !isSame[i]) continue;
            int next = i < before.Count ? became[i] : after.Count, first = i;
            while (first > 0 && !isSame[first - 1]) first--;
            Pair(original, before, first, i, side, after, j, next);
            j = next + 1;
        }
    }

    /// <summary>The place of the block that it became; -1 when the side has it no longer.</summary>
    public int Became(int block) => became[block];

    /// <summary>Whether the side left it byte for byte.</summary>
    public bool IsSame(int block) => isSame[block];

    /// <summary>Whether the side brought this block.</summary>
    public bool IsNew(int block) => cameFrom[block] < 0;

    public int CameFrom(int block) => cameFrom[block];

    private static ReadOnlySpan<int> Ids(MergeSide side, IReadOnlyList<Block> blocks, Dictionary<string, int> ids)
    {
        var numbers = new List<int>(blocks.Count);
        foreach (Block block in blocks)
        {
            string text = side.TextOf(block);
            if (!ids.TryGetValue(text, out int id)) ids.Add(text, id = ids.Count);
            numbers.Add(id);
        }

        return CollectionsMarshal.AsSpan(numbers);
    }

    private void Join(int from, int to) => (became[from], cameFrom[to]) = (to, from);

    /// <summary>Between two blocks that stayed: gives each block that changed the one most like it, so that the likeness of all is greatest and none crosses another.</summary>
    private void Pair(MergeSide original, IReadOnlyList<Block> before, int from, int to, MergeSide side, IReadOnlyList<Block> after, int first, int last)
    {
        int old = to - from, fresh = last - first;
        if (old == 0 || fresh == 0) return;
        if ((long)old * fresh > MostPairs) return;
        bool isOnlyOne = old == 1 && fresh == 1;
        HashSet<string>[] oldWords = [.. Enumerable.Range(from, old).Select(i => original.WordsOf(before[i]))], freshWords = [.. Enumerable.Range(first, fresh).Select(j => side.WordsOf(after[j]))];
        double[,] best = new double[old + 1, fresh + 1];
        for (int i = old - 1; i >= 0; i--)
        {
            for (int j = fresh - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), Likeness(i, j) + best[i + 1, j + 1]);
        }

        for (int i = 0, j = 0; i < old && j < fresh;)
        {
            double likeness = Likeness(i, j);
            if (likeness > 0 && best[i, j] <= likeness + best[i + 1, j + 1]) Join(from + i++, first + j++);
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }

        double Likeness(int i, int j)
        {
            if (before[from + i].GetType() != after[first + j].GetType()) return 0;
            int common = oldWords[i].Count(freshWords[j].Contains), all = oldWords[i].Count + freshWords[j].Count;
            double likeness = all == 0 ? 1 : 2.0 * common / all;
            return isOnlyOne ? 1 : likeness >= LeastLikeness ? likeness : 0;
        }
    }
}
