namespace Tributary.Markup.Merging;

/// <summary>
/// Which places of two sequences belong together: the longest common run of them, after Myers. Sequences that have too little in common for that are cut
/// at what occurs once in both, so that the time stays bounded.
/// </summary>
internal static class Alignment
{
    private const int MaxEdits = 400;

    /// <returns>For each place of <paramref name="fresh"/> the place of <paramref name="old"/> that it matches, or -1. The matches grow.</returns>
    public static int[] Of(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh)
    {
        int[] matches = new int[fresh.Length];
        Array.Fill(matches, -1);
        Match(old, fresh, 0, 0, matches);
        return matches;
    }

    private static void Match(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, int oldStart, int freshStart, int[] matches)
    {
        int head = old.CommonPrefixLength(fresh);
        for (int i = 0; i < head; i++) matches[freshStart + i] = oldStart + i;
        old = old[head..];
        fresh = fresh[head..];
        oldStart += head;
        freshStart += head;
        while (!old.IsEmpty && !fresh.IsEmpty && old[^1] == fresh[^1])
        {
            matches[freshStart + fresh.Length - 1] = oldStart + old.Length - 1;
            old = old[..^1];
            fresh = fresh[..^1];
        }

        if (old.IsEmpty || fresh.IsEmpty) return;
        if (Trace(old, fresh) is { } trace) WalkBack(trace, old, fresh, oldStart, freshStart, matches);
        else MatchBetweenAnchors(old, fresh, oldStart, freshStart, matches);
    }

    /// <summary>For each number of edits d, the furthest place of the old sequence on the diagonals -d..d before that step; null when it takes too many.</summary>
    private static List<int[]>? Trace(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh)
    {
        var trace = new List<int[]>();
        int[] furthest = [0, 0, 0];
        for (int d = 0; d <= Math.Min(MaxEdits, old.Length + fresh.Length); d++)
        {
            trace.Add(furthest);
            int[] next = new int[(2 * (d + 1)) + 3];
            for (int k = -d; k <= d; k += 2)
            {
                int x = d == 0 ? 0 : IsDown(furthest, d, k) ? At(furthest, d, k + 1) : At(furthest, d, k - 1) + 1;
                if (x < old.Length && x - k < fresh.Length) x += old[x..].CommonPrefixLength(fresh[(x - k)..]);
                next[k + d + 2] = x;
                if (x >= old.Length && x - k >= fresh.Length) return trace;
            }

            furthest = next;
        }

        return null;
    }

    private static void WalkBack(List<int[]> trace, ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, int oldStart, int freshStart, int[] matches)
    {
        int x = old.Length, y = fresh.Length;
        for (int d = trace.Count - 1; d >= 0; d--)
        {
            int k = x - y;
            bool down = d > 0 && IsDown(trace[d], d, k);
            int previousX = d == 0 ? 0 : At(trace[d], d, down ? k + 1 : k - 1);
            int previousY = d == 0 ? 0 : previousX - (down ? k + 1 : k - 1);
            while (x > previousX && y > previousY) matches[freshStart + --y] = oldStart + --x;
            if (d == 0) return;
            if (down) y--;
            else x--;
        }
    }

    private static bool IsDown(int[] furthest, int d, int k) => k == -d || (k != d && At(furthest, d, k - 1) < At(furthest, d, k + 1));

    // The array of step d spans the diagonals -(d + 1)..(d + 1).
    private static int At(int[] furthest, int d, int k) => furthest[k + d + 1];

    private static void MatchBetweenAnchors(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, int oldStart, int freshStart, int[] matches)
    {
        List<(int Old, int Fresh)> anchors = Anchors(old, fresh);
        if (anchors.Count == 0) return;
        int fromOld = 0, fromFresh = 0;
        foreach ((int atOld, int atFresh) in anchors)
        {
            matches[freshStart + atFresh] = oldStart + atOld;
            Match(old[fromOld..atOld], fresh[fromFresh..atFresh], oldStart + fromOld, freshStart + fromFresh, matches);
            (fromOld, fromFresh) = (atOld + 1, atFresh + 1);
        }

        Match(old[fromOld..], fresh[fromFresh..], oldStart + fromOld, freshStart + fromFresh, matches);
    }

    /// <summary>What occurs once in both, as the longest row that grows in both.</summary>
    private static List<(int Old, int Fresh)> Anchors(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh)
    {
        Dictionary<int, int> inOld = Once(old);
        Dictionary<int, int> inFresh = Once(fresh);
        var tails = new List<int>();
        var common = new List<(int Old, int Fresh, int Previous)>();
        for (int i = 0; i < fresh.Length; i++)
        {
            if (inFresh[fresh[i]] != i || !inOld.TryGetValue(fresh[i], out int atOld) || atOld < 0) continue;
            int length = LowerBound(tails, common, atOld);
            common.Add((atOld, i, length > 0 ? tails[length - 1] : -1));
            if (length == tails.Count) tails.Add(common.Count - 1);
            else tails[length] = common.Count - 1;
        }

        var row = new List<(int, int)>();
        for (int at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = common[at].Previous) row.Add((common[at].Old, common[at].Fresh));
        row.Reverse();
        return row;
    }

    private static int LowerBound(List<int> tails, List<(int Old, int Fresh, int Previous)> common, int old)
    {
        int low = 0, high = tails.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (common[tails[middle]].Old < old) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static Dictionary<int, int> Once(ReadOnlySpan<int> values)
    {
        var places = new Dictionary<int, int>();
        for (int i = 0; i < values.Length; i++)
        {
            if (!places.TryAdd(values[i], i)) places[values[i]] = -1;
        }

        return places;
    }
}
