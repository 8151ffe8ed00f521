using Tributary.Markup.Model;

namespace Tributary.Markup.Merging;

/// <summary>Which old block became which fresh one: in order, of the same kind, and as much alike as can be. A paragraph that says mostly the same as a heading became it.</summary>
internal static class Pairing
{
    // Beyond this many pairs the blocks are taken in order, each from the next few.
    private const int MostCompared = 10_000;
    private const int MostSkipped = 100;

    // The signs of a heading count as a word of it.
    private const double LeastOtherwise = 0.6;

    public static IEnumerable<(int Fresh, Block Old)> Of(List<Block> old, List<int> places, IReadOnlyList<Block> fresh, BlockKeys keys)
    {
        if (old.Count == 0 || places.Count == 0) return [];
        return (long)old.Count * places.Count <= MostCompared ? MostAlike(old, places, fresh, keys) : InOrder(old, places, fresh);
    }

    private static List<(int, Block)> MostAlike(List<Block> old, List<int> places, IReadOnlyList<Block> fresh, BlockKeys keys)
    {
        HashSet<string>[] oldWords = [.. old.Select(block => WordsOf(string.Join('\n', keys.OfOld(block))))];
        HashSet<string>[] freshWords = [.. places.Select(at => WordsOf(keys.OfFresh(fresh[at])))];
        double[,] best = new double[old.Count + 1, places.Count + 1];
        for (int i = old.Count - 1; i >= 0; i--)
        {
            for (int j = places.Count - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + Worth(i, j));
            }
        }

        var pairs = new List<(int, Block)>();
        for (int i = 0, j = 0; i < old.Count && j < places.Count;)
        {
            bool isPair = best[i, j] > Math.Max(best[i + 1, j], best[i, j + 1]);
            if (isPair) pairs.Add((places[j++], old[i++]));
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }

        return pairs;

        double Worth(int i, int j)
        {
            double likeness = Likeness(oldWords[i], freshWords[j]);
            if (AreOfOneKind(old[i], fresh[places[j]])) return 0.01 + likeness + (BeginAlike(old[i], fresh[places[j]], keys) ? 1 : 0);
            return likeness >= LeastOtherwise && (old[i], fresh[places[j]]) is (TextBlock, TextBlock) ? likeness : 0;
        }
    }

    private static List<(int, Block)> InOrder(List<Block> old, List<int> places, IReadOnlyList<Block> fresh)
    {
        var pairs = new List<(int, Block)>();
        int i = 0;
        foreach (int at in places)
        {
            int found = i;
            int end = Math.Min(old.Count, i + MostSkipped);
            while (found < end && !AreOfOneKind(old[found], fresh[at])) found++;
            if (found == end) continue;
            pairs.Add((at, old[found]));
            i = found + 1;
        }

        return pairs;
    }

    /// <summary>Whether the one may keep the shell of the other.</summary>
    public static bool AreOfOneKind(Block old, Block fresh) => (old, fresh) switch
    {
        (ListBlock was, ListBlock now) => was.Kind == now.Kind,
        (Directive was, Directive now) => was.Name == now.Name && (now.Handle is null || now.Handle == was.Handle) && (was.Body is null) == (now.Body is null),
        _ => old.GetType() == fresh.GetType(),
    };

    /// <summary>An item is known by its own line, whatever comes below it or goes.</summary>
    private static bool BeginAlike(Block old, Block fresh, BlockKeys keys) =>
        old is ListItem { Blocks: [var was, ..] } && fresh is ListItem { Blocks: [var now, ..] } && keys.OfOld(was) is [var key] && key == keys.OfFresh(now);

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0) return 0;
        (HashSet<string> few, HashSet<string> many) = one.Count < other.Count ? (one, other) : (other, one);
        return 2.0 * few.Count(many.Contains) / (one.Count + other.Count);
    }

    private static HashSet<string> WordsOf(string text)
    {
        const int enough = 4_000;
        string start = text.Length > enough ? text[..enough] : text;
        return [.. Words.Of(start).Select(word => start[word.Start..word.End]).Where(word => !Words.IsSpace(word))];
    }
}
