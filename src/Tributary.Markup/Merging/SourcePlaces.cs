using Tributary.Markup.Model;

namespace Tributary.Markup.Merging;

/// <summary>The blocks of a page by their origin: what a container held before it was altered.</summary>
internal sealed class SourcePlaces
{
    private readonly Dictionary<Origin, Block> blocks = new(ReferenceEqualityComparer.Instance);

    public SourcePlaces(Document page)
    {
        var pending = new Stack<Block>(page.Blocks);
        while (pending.TryPop(out Block? block))
        {
            if (block.Origin is not null) blocks.TryAdd(block.Origin, block);
            if (block is not ContainerBlock container) continue;
            foreach (Block child in container.Blocks) pending.Push(child);
        }
    }

    public Block Of(Origin origin) => blocks[origin];

    /// <summary>Which blocks may stay where they are: the longest row of them that is still in order. The others are moved, and those always that an edit moved.</summary>
    public static HashSet<Block> InPlace(IReadOnlyList<Block> old, IReadOnlyList<Block> blocks)
    {
        var places = new Dictionary<Origin, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < old.Count; i++)
        {
            if (old[i].Origin is { } origin) places.TryAdd(origin, i);
        }

        // Patience: the best row of each length ends as early as it can.
        var tails = new List<int>();
        var row = new List<(Block Block, int Place, int Previous)>();
        foreach (Block block in blocks)
        {
            // A block that is there twice stays once.
            if (block.Origin is null || block.Beside is not null || !places.Remove(block.Origin, out int place)) continue;
            int length = 0, high = tails.Count;
            while (length < high)
            {
                int middle = (length + high) / 2;
                if (row[tails[middle]].Place < place) length = middle + 1;
                else high = middle;
            }

            row.Add((block, place, length > 0 ? tails[length - 1] : -1));
            if (length == tails.Count) tails.Add(row.Count - 1);
            else tails[length] = row.Count - 1;
        }

        var inPlace = new HashSet<Block>(ReferenceEqualityComparer.Instance);
        for (int at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = row[at].Previous) inPlace.Add(row[at].Block);
        return inPlace;
    }
}
