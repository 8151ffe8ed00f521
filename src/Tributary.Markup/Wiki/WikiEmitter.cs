using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Writes an altered page as patches of its source: what is untouched is never written, so it cannot change. Wiki markup goes by lines, so where blocks come or go, what parts
/// their neighbours is put right too.
/// </summary>
internal sealed partial class WikiEmitter
{
    private readonly string source;
    private readonly string newLine;
    private readonly LossLog losses;
    private readonly SourcePlaces places;
    private readonly WikiRenderer renderer;
    private SourcePatches patches;

    private WikiEmitter(string source, Document page, LossLog losses)
    {
        this.source = source;
        this.losses = losses;
        newLine = source.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        places = new SourcePlaces(page);
        renderer = new WikiRenderer(losses, newLine);
        patches = new SourcePatches(source);
    }

    /// <param name="page">The source as it was read.</param>
    /// <param name="altered">What shall be there instead.</param>
    public static SourcePatches Emit(string source, Document page, IReadOnlyList<Block> altered, LossLog losses)
    {
        var emitter = new WikiEmitter(source, page, losses);
        if (!ReferenceEquals(page.Blocks, altered)) emitter.Content(0, source.Length, page.Blocks, altered, new WikiInside(WikiPlace.Page, "", IsMacro: false));
        return emitter.patches;
    }

    /// <summary>Patches what stands between the markup of a container.</summary>
    private void Content(int start, int end, IReadOnlyList<Block> old, IReadOnlyList<Block> blocks, WikiInside inside)
    {
        if (ReferenceEquals(old, blocks)) return;
        HashSet<Block> inPlace = SourcePlaces.InPlace(old, blocks);
        var siblings = new Dictionary<Origin, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < old.Count; i++) siblings.TryAdd(old[i].Origin!, i);

        int last = -1;
        var fresh = new List<(Block Block, string? Copied)>();
        foreach (Block block in blocks)
        {
            if (!inPlace.Remove(block))
            {
                Collect(block, siblings, inside, fresh);
                continue;
            }

            int next = siblings[block.Origin!];
            Join(start, end, old, last, next, fresh, block, inside);
            if (block.IsAltered) Alter(block, inside);
            fresh.Clear();
            last = next;
        }

        Join(start, end, old, last, old.Count, fresh, null, inside);
    }

    /// <summary>What does not stand in its place: its bytes where they mean the same here, else what is written anew.</summary>
    private void Collect(Block block, Dictionary<Origin, int> siblings, WikiInside inside, List<(Block Block, string? Copied)> fresh)
    {
        if (block.Origin is WikiOrigin origin)
        {
            bool isMacro = source[origin.Start] == '{' && places.Of(origin) is not TextBlock;
            if (siblings.ContainsKey(origin) || (isMacro && !block.IsAltered && inside.Place == WikiPlace.Page))
            {
                fresh.Add((block, Moved(block, inside)));
                return;
            }
        }

        foreach (Block fitting in inside.HoldsBlocks ? renderer.Fit(block, inside.Place) : [block]) fresh.Add((fitting, null));
    }

    private string Moved(Block block, WikiInside inside)
    {
        var origin = (WikiOrigin)block.Origin!;
        if (!block.IsAltered) return source[origin.Start..origin.End];
        SourcePatches outer = patches;
        patches = new SourcePatches(source);
        Alter(block, inside);
        string text = patches.Apply(origin.Start, origin.End);
        patches = outer;
        return text;
    }

    /// <summary>Writes what is fresh between two blocks that stay, and takes away what stood there and went.</summary>
    private void Join(int start, int end, IReadOnlyList<Block> old, int last, int next, List<(Block Block, string? Copied)> fresh, Block? nextBlock, WikiInside inside)
    {
        bool isGone = next > last + 1;
        if (!isGone && fresh.Count == 0) return;
        int from = last >= 0 ? old[last].Origin!.End : start;
        int to = next < old.Count ? old[next].Origin!.Start : end;
        var text = new StringBuilder();
        Block? before = last >= 0 ? old[last] : null;
        string gap = Gap(old, last, next, start, end);
        bool isSeen = inside.Place == WikiPlace.Page && !string.IsNullOrWhiteSpace(gap);
        if (isSeen) text.Append(gap.AsSpan().TrimEnd()).Append(newLine).Append(newLine);
        else if (before is null) text.Append(inside.IsPage ? source.AsSpan(start, (old.Count > 0 ? old[0].Origin!.Start : start) - start) : inside.Opening(fresh.Count > 0 ? fresh[0].Block : nextBlock, newLine));
        if (isSeen) before = null;
        foreach ((Block block, string? copied) in fresh)
        {
            if (before is not null) text.Append(Gap(before, block, inside));
            if (copied is not null) text.Append(copied);
            else WriteNew(block, text, inside);
            before = block;
        }

        if (nextBlock is not null && before is not null) text.Append(fresh.Count == 0 && inside.Place == WikiPlace.Page ? Parting(gap) : Gap(before, nextBlock, inside));
        else if (nextBlock is null && inside.IsPage) text.Append(source, old.Count > 0 ? old[^1].Origin!.End : end, end - (old.Count > 0 ? old[^1].Origin!.End : end));
        else if (nextBlock is null) text.Append(inside.Closing(isEmpty: before is null, newLine));
        patches.Replace(from, to, text.ToString());
    }

    /// <summary>What stands around the blocks that go.</summary>
    private string Gap(IReadOnlyList<Block> old, int last, int next, int start, int end)
    {
        var gap = new StringBuilder();
        for (int i = last; i < next; i++)
        {
            int from = i >= 0 ? old[i].Origin!.End : start;
            gap.Append(source, from, (i + 1 < old.Count ? old[i + 1].Origin!.Start : end) - from);
        }

        return gap.ToString();
    }

    /// <summary>It stays where blocks went, with an empty line that parts the others.</summary>
    private string Parting(string gap)
    {
        int lines = gap.Count(c => c == '\n');
        return gap + string.Concat(Enumerable.Repeat(newLine, Math.Max(0, 2 - lines)));
    }

    private string Gap(Block before, Block block, WikiInside inside) => inside.HoldsBlocks ? renderer.Separator(before, block, inside.Place) : block is TableCell ? "" : newLine;

    private void WriteNew(Block block, StringBuilder text, WikiInside inside) => renderer.Write(block, text, inside.Place, inside.Marker);
}
