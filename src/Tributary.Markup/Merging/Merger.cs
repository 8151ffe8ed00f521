using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Merging;

/// <summary>
/// Finds in a page the blocks that a Markdown text speaks of. The result is what the text says, built from the page's own blocks wherever it can be: those that say
/// the same are taken untouched, those that changed keep their origin, and only the rest is new.
/// </summary>
/// <param name="keys">What is known of blocks already.</param>
/// <param name="kept">Blocks of the page that stay as they are whatever is aligned.</param>
internal sealed partial class Merger(Document page, LossLog losses, BlockKeys keys, params IEnumerable<Block> kept)
{
    // Each container is written as a whole to be compared: deeper ones are looked up by their handle alone.
    private const int DeepestMoved = 4;

    // Blocks that their own place no longer has: another place may. Those that went with what held them, with that.
    private readonly Dictionary<string, Queue<Block>> displaced = [];
    private readonly Dictionary<Block, Block> holders = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Block> taken = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, Directive>? byHandle;

    public Merger(Document page, LossLog losses)
        : this(page, losses, new BlockKeys())
    {
    }

    // In how many new containers the block is that is looked for.
    private int depth;

    /// <param name="old">Blocks of the page that stand next to each other.</param>
    /// <param name="fresh">What shall stand in their place, without origins.</param>
    /// <returns><paramref name="old"/> itself where nothing differs.</returns>
    public IReadOnlyList<Block> Align(IReadOnlyList<Block> old, IReadOnlyList<Block> fresh)
    {
        var places = new Block?[fresh.Count];
        var rest = new Block?[fresh.Count];
        int[] owners = MatchEqual(old, fresh, places);
        List<int> left = [.. Enumerable.Range(0, old.Count).Except(owners)];
        foreach (int i in left) Displace(old[i]);
        for (int j = 0; j < fresh.Count; j++)
        {
            if (owners[j] < 0) rest[j] = TakeElsewhere(fresh[j]);
        }

        Pair(old, fresh, owners, rest);
        foreach (int i in left.Where(i => !taken.Contains(old[i]))) DisplaceParts(old[i], 1);

        // First what changed: what it no longer holds may stand in what is new.
        for (int j = 0; j < fresh.Count; j++)
        {
            if (owners[j] < 0 && rest[j] is { } found) places[j] = Change(found, fresh[j]);
        }

        for (int j = 0; j < fresh.Count; j++)
        {
            if (owners[j] < 0) places[j] ??= TakeDisplaced(fresh[j]) ?? Adopt(fresh[j]);
        }

        List<Block> result = [.. places.OfType<Block>()];
        KeepUnseen(old, result);
        return result.Count == old.Count && result.Zip(old).All(pair => ReferenceEquals(pair.First, pair.Second)) ? old : result;
    }

    /// <summary>Places what says the same as before. A block that Markdown reads as several matches only all of them, in a row.</summary>
    /// <returns>For each fresh block the old one, or -1.</returns>
    private int[] MatchEqual(IReadOnlyList<Block> old, IReadOnlyList<Block> fresh, Block?[] places)
    {
        var ids = new Dictionary<string, int>();
        var oldIds = new List<int>(old.Count);
        var parts = new List<(int Owner, int Part, int Count)>(old.Count);
        for (int i = 0; i < old.Count; i++)
        {
            IReadOnlyList<string> shown = keys.OfOld(old[i]);
            for (int part = 0; part < shown.Count; part++)
            {
                oldIds.Add(Id(shown[part]));
                parts.Add((i, part, shown.Count));
            }
        }

        if (oldIds.Count == 0) return [.. Enumerable.Repeat(-1, fresh.Count)];
        int[] freshIds = [.. fresh.Select(block => Id(keys.OfFresh(block)))];
        int[] matches = Alignment.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(oldIds), freshIds);
        int[] owners = new int[fresh.Count];
        Array.Fill(owners, -1);
        for (int j = 0; j < fresh.Count; j++)
        {
            if (matches[j] < 0) continue;
            (int owner, int part, int count) = parts[matches[j]];
            if (part != 0 || !IsWhole(matches, j, count)) continue;
            for (int k = 0; k < count; k++) owners[j + k] = owner;
            places[j] = old[owner];
            taken.Add(old[owner]);
        }

        return owners;

        int Id(string key)
        {
            if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
            return id;
        }
    }

    private static bool IsWhole(int[] matches, int from, int count)
    {
        for (int k = 1; k < count; k++)
        {
            if (from + k >= matches.Length || matches[from + k] != matches[from] + k) return false;
        }

        return true;
    }

    private void Displace(Block block)
    {
        IReadOnlyList<string> shown = keys.OfOld(block);
        if (shown.Count != 1) return;
        if (!displaced.TryGetValue(shown[0], out Queue<Block>? queue)) displaced.Add(shown[0], queue = new Queue<Block>());
        queue.Enqueue(block);
    }

    /// <summary>What a container held that is gone may stand anywhere now. A row or cell is nothing outside of its table.</summary>
    private void DisplaceParts(Block gone, int level)
    {
        if (gone is not ContainerBlock container || level > DeepestMoved) return;
        foreach (Block part in container.Blocks)
        {
            if (part is not (TableRow or TableCell)) Displace(part);
            holders.TryAdd(part, gone);
            DisplaceParts(part, level + 1);
        }
    }

    /// <summary>False where it stands somewhere already, or a part of it does.</summary>
    private bool Take(Block block)
    {
        if (!taken.Add(block)) return false;
        for (Block? holder = holders.GetValueOrDefault(block); holder is not null; holder = holders.GetValueOrDefault(holder)) taken.Add(holder);
        if (block is ContainerBlock { Blocks: [var part, ..] } && holders.ContainsKey(part)) taken.UnionWith(Placeholders.Blocks([block]));
        return true;
    }

    /// <summary>The block of the page that a fresh one is: by its handle wherever that stands, or word for word among those that lost their place.</summary>
    private Block? TakeElsewhere(Block fresh)
    {
        losses.At(fresh.Line);
        if (fresh is Directive { Handle: { } handle })
        {
            if (Handles.TryGetValue(handle, out Directive? original))
            {
                if (Take(original)) return original;
                losses.Add(SecondCopy(original.Name, handle));
                return null;
            }

            losses.Add(NoneOfThisPage(handle));
        }

        return TakeDisplaced(fresh);
    }

    private Block? TakeDisplaced(Block fresh)
    {
        if (displaced.Count == 0 || depth > DeepestMoved || !displaced.TryGetValue(keys.OfFresh(fresh), out Queue<Block>? queue)) return null;
        while (queue.TryDequeue(out Block? block))
        {
            if (Take(block)) return block;
        }

        return null;
    }

    public static string NoneOfThisPage(string handle) => $"the handle #{handle}, which is none of this page";

    /// <summary>An original stands in one place: whoever named it again and again could make a page of any length.</summary>
    public static string SecondCopy(string name, string handle) => $"a second {name} #{handle}, written as if it were new";

    private Dictionary<string, Directive> Handles
    {
        get
        {
            if (byHandle is not null) return byHandle;
            byHandle = [];
            foreach (Directive directive in Placeholders.Blocks(page.Blocks).OfType<Directive>())
            {
                if (directive.Handle is { } handle) byHandle.TryAdd(handle, directive);
            }

            taken.UnionWith(Placeholders.Blocks([.. kept]));
            return byHandle;
        }
    }

    /// <summary>A new container may hold blocks that the page had elsewhere.</summary>
    private Block Adopt(Block fresh)
    {
        if (fresh is not ContainerBlock { Blocks.Count: > 0 } container) return fresh;
        depth++;
        IReadOnlyList<Block> blocks = Align([], container.Blocks);
        depth--;
        return blocks.Zip(container.Blocks).All(pair => ReferenceEquals(pair.First, pair.Second)) ? fresh : container.WithBlocks(blocks);
    }

    /// <summary>What no reader of the Markdown sees was not meant when blocks around it went.</summary>
    private void KeepUnseen(IReadOnlyList<Block> old, List<Block> result)
    {
        if (!old.Any(block => keys.OfOld(block).Count == 0)) return;
        HashSet<Origin> placed = new(result.Select(block => block.Origin).OfType<Origin>(), ReferenceEqualityComparer.Instance);
        var unseen = new Dictionary<Origin, List<Block>>(ReferenceEqualityComparer.Instance);
        List<Block> first = [], here = first;
        foreach (Block block in old)
        {
            if (placed.Contains(block.Origin!)) unseen[block.Origin!] = here = [];
            else if (keys.OfOld(block).Count == 0) here.Add(block);
        }

        Block[] seen = [.. result];
        result.Clear();
        result.AddRange(first);
        foreach (Block block in seen)
        {
            result.Add(block);
            if (block.Origin is { } origin && unseen.TryGetValue(origin, out List<Block>? behind)) result.AddRange(behind);
        }
    }
}
