using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Merging;

/// <summary>In a cell, Markdown shows a paragraph with two breaks in a row as two. Those that the page has as one are put together again.</summary>
internal static class CellParagraphs
{
    /// <param name="shown">The old cell as Markdown shows it.</param>
    public static IReadOnlyList<Block> Join(TableCell old, TableCell shown, IReadOnlyList<Block> fresh, BlockKeys keys)
    {
        if (shown.Blocks.Count <= old.Blocks.Count || !old.Blocks.Concat(shown.Blocks).Concat(fresh).All(block => block is Paragraph)) return fresh;
        int[] owners = [.. old.Blocks.SelectMany((block, index) => Enumerable.Repeat(index, CellLines.Split(((Paragraph)block).Inlines).Count))];
        if (owners.Length != shown.Blocks.Count) return fresh;

        int[] matches = Matches([.. shown.Blocks.Select(keys.OfFresh)], [.. fresh.Select(keys.OfFresh)]);
        var joined = new List<Block>();
        for (int j = 0; j < fresh.Count; j++)
        {
            bool goesOn = j > 0 && matches[j - 1] >= 0 && matches[j] == matches[j - 1] + 1 && owners[matches[j]] == owners[matches[j - 1]];
            if (goesOn) joined[^1] = new Paragraph([.. ((Paragraph)joined[^1]).Inlines, new Break(), new Break(), .. ((Paragraph)fresh[j]).Inlines]);
            else joined.Add(fresh[j]);
        }

        return joined;
    }

    /// <summary>What is the same, and between that what stands in the same place where as many came as went.</summary>
    private static int[] Matches(string[] shown, string[] fresh)
    {
        var ids = new Dictionary<string, int>();
        int[] matches = Alignment.Of([.. shown.Select(Id)], [.. fresh.Select(Id)]);
        int nextOld = 0;
        for (int j = 0; j < matches.Length;)
        {
            if (matches[j] >= 0)
            {
                nextOld = matches[j++] + 1;
                continue;
            }

            int end = j;
            while (end < matches.Length && matches[end] < 0) end++;
            int oldEnd = end < matches.Length ? matches[end] : shown.Length;
            if (oldEnd - nextOld == end - j)
            {
                for (int k = j; k < end; k++) matches[k] = nextOld + k - j;
            }

            j = end;
        }

        return matches;

        int Id(string key)
        {
            if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
            return id;
        }
    }
}
