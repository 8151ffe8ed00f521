using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Edits;

/// <summary>
/// What the operations of one edit do to which blocks. All of them speak of the page as it was read, so none can move another's ground: they are gathered here, held against each other, and then
/// carried out in one pass.
/// </summary>
internal sealed class EditPlan(PageMap map)
{
    private readonly Dictionary<Block, BlockChange> changes = new(ReferenceEqualityComparer.Instance);
    private readonly List<Insertion> atEnd = [];
    private readonly List<Block> emptied = [];
    private readonly List<(int Operation, Block Block)> claimed = [];
    private readonly List<(int Operation, Block? Block)> touched = [];
    private readonly List<(int Operation, Block Block)> moved = [];
    private readonly List<Link> lost = [];

    /// <summary>Takes blocks away, and puts others in the place of the first.</summary>
    public void Replace(int operation, IReadOnlyList<Block> run, IReadOnlyList<Block> blocks)
    {
        Remove(operation, run);
        Of(run[0]).Replacement = Close(run, blocks);
    }

    public void Remove(int operation, IReadOnlyList<Block> run)
    {
        foreach (Block block in run)
        {
            Of(block).IsRemoved = true;
            claimed.Add((operation, block));
        }
    }

    /// <summary>Puts blocks next to one that may itself be replaced or removed.</summary>
    public void Insert(int operation, Block anchor, bool after, IReadOnlyList<Block> blocks)
    {
        BlockChange change = Of(anchor);
        (after ? change.After : change.Before).AddRange(blocks.Select(block => new Insertion(block, after ? Side.After : Side.Before, Fit: null)));
        touched.Add((operation, map.Of(anchor).Parent));
    }

    /// <param name="container">Null for the page itself.</param>
    public void Append(int operation, ContainerBlock? container, IReadOnlyList<Block> blocks)
    {
        (container is null ? atEnd : Of(container).Inside).AddRange(blocks.Select(block => new Insertion(block, Side.After, Fit: null)));
        touched.Add((operation, container));
    }

    /// <param name="fit">Makes of a block what can stand there.</param>
    public void Move(int operation, IReadOnlyList<Block> run, Block anchor, bool after, Func<Block, Block> fit)
    {
        foreach (Block block in run)
        {
            Of(block).IsRemoved = true;
            moved.Add((operation, block));
            touched.Add((operation, map.Of(block).Parent));
        }

        BlockChange change = Of(anchor);
        (after ? change.After : change.Before).AddRange(run.Select(block => new Insertion(block, after ? Side.After : Side.Before, fit)));
        touched.Add((operation, map.Of(anchor).Parent));
    }

    /// <summary>Writes other blocks into a container that itself stays.</summary>
    public void Fill(int operation, ContainerBlock container, IReadOnlyList<Block> blocks)
    {
        Of(container).Content = blocks;
        claimed.Add((operation, container));
    }

    public void Splice(int operation, TextBlock line, LineSplice splice)
    {
        Of(line).Splices.Add((operation, splice));
        touched.Add((operation, line));
    }

    public void Splice(int operation, CodeBlock code, int start, int end, string put)
    {
        Of(code).CodeSplices.Add((operation, start, end, put));
        touched.Add((operation, code));
    }

    /// <summary>Changes what a block says of itself, and not what it holds.</summary>
    public void Rewrite(int operation, Block block, Func<Block, Block> rewrite)
    {
        Of(block).Rewrites.Add(rewrite);
        touched.Add((operation, block));
    }

    /// <summary>The first two operations that want the same place; null when all can be carried out.</summary>
    public (int First, int Second)? Overlap()
    {
        var owners = new Dictionary<Block, int>(ReferenceEqualityComparer.Instance);
        foreach ((int operation, Block block) in claimed.Concat(moved))
        {
            if (owners.TryGetValue(block, out int other) && other != operation) return Ordered(other, operation);
            owners.TryAdd(block, operation);
        }

        // What is moved may be changed where it goes; what is replaced or removed may not be changed at all.
        var gone = new Dictionary<Block, int>(ReferenceEqualityComparer.Instance);
        foreach ((int operation, Block block) in claimed) gone.TryAdd(block, operation);
        foreach ((int operation, Block? block) in touched.Concat(claimed.Concat(moved).Select(claim => (claim.Operation, (Block?)map.Of(claim.Block).Parent))))
        {
            for (Block? at = block; at is not null; at = map.Of(at).Parent)
            {
                if (gone.TryGetValue(at, out int other) && other != operation) return Ordered(other, operation);
            }
        }

        return SplicesOverlap();
    }

    /// <summary>What is new stands close to what of the old is left, so that nothing else comes between.</summary>
    private static IReadOnlyList<Block> Close(IReadOnlyList<Block> run, IReadOnlyList<Block> blocks)
    {
        int first = 0;
        while (first < blocks.Count && !IsLeft(blocks[first])) first++;
        return first == blocks.Count ? blocks : [.. blocks.Select((block, i) => IsLeft(block) ? block : block with { Beside = i < first ? Side.Before : Side.After })];

        bool IsLeft(Block block) => block.Origin is { } origin && run.Any(old => ReferenceEquals(old.Origin, origin));
    }

    /// <param name="givenUp">Gets what goes because nothing is left in it.</param>
    /// <param name="losses">Gets the links whose words are all gone.</param>
    public IReadOnlyList<Block> Apply(GivenUp givenUp, LossLog losses)
    {
        IReadOnlyList<Block> blocks = Rebuild(map.Page.Blocks, atEnd);
        foreach (Directive directive in emptied.OfType<Directive>()) givenUp.AddByName(directive);
        foreach (Link link in lost) losses.Add($"link to {link.Address}");
        return blocks;
    }

    private static (int, int) Ordered(int one, int other) => (Math.Min(one, other), Math.Max(one, other));

    private (int First, int Second)? SplicesOverlap()
    {
        foreach (BlockChange change in changes.Values)
        {
            (int Operation, int Start, int End)[] ranges =
            [
                .. change.Splices.Select(splice => (splice.Operation, splice.Splice.Start, splice.Splice.End)).Concat(change.CodeSplices.Select(splice => (splice.Operation, splice.Start, splice.End))).OrderBy(range => range.Item2),
            ];
            for (int i = 1; i < ranges.Length; i++)
            {
                if (ranges[i].Start < ranges[i - 1].End) return Ordered(ranges[i - 1].Operation, ranges[i].Operation);
            }
        }

        return null;
    }

    private IReadOnlyList<Block> Rebuild(IReadOnlyList<Block> blocks, List<Insertion>? appended)
    {
        var result = new List<Block>(blocks.Count);
        foreach (Block block in blocks)
        {
            BlockChange? change = changes.GetValueOrDefault(block);
            Put(change?.Before);
            if (change is not { IsRemoved: true })
            {
                if (Rebuild(block) is { } kept) result.Add(kept);
            }
            else if (change.Replacement is { } replacement)
            {
                result.AddRange(replacement);
            }

            Put(change?.After);
        }

        Put(appended);
        return result.Count == blocks.Count && result.Zip(blocks).All(pair => ReferenceEquals(pair.First, pair.Second)) ? blocks : result;

        void Put(List<Insertion>? insertions)
        {
            foreach (Insertion insertion in insertions ?? [])
            {
                Block? block = insertion.Fit is null ? insertion.Block : Rebuild(insertion.Block) is { } moved ? insertion.Fit(moved) : null;
                if (block is not null) result.Add(block with { Beside = insertion.Beside });
            }
        }
    }

    /// <summary>What goes with the last of what it held: there is nothing to be seen of it, and no editor leaves it behind.</summary>
    private static bool GoesWhenEmpty(ContainerBlock container) => container is ListBlock or ListItem or Quote or Table or TableRow or Directive { Name: "layout" or "layout-section" };

    /// <returns>Null for what is empty now and cannot be: a list without items, a paragraph without letters.</returns>
    private Block? Rebuild(Block block)
    {
        BlockChange? change = changes.GetValueOrDefault(block);
        Block now = block;
        foreach (Func<Block, Block> rewrite in change?.Rewrites ?? []) now = rewrite(now) with { IsAltered = true };
        switch (now)
        {
            case TextBlock line when change is { Splices.Count: > 0 }:
                IReadOnlyList<Inline> inlines = Rewording.Of(line.Inlines, [.. change.Splices.Select(splice => splice.Splice).OrderBy(splice => splice.Start)], lost);
                if (ReferenceEquals(inlines, line.Inlines)) return line;
                return inlines.Count == 0 ? null : line with { Inlines = inlines, IsAltered = true };
            case CodeBlock code when change is { CodeSplices.Count: > 0 }:
                string text = code.Code;
                foreach ((_, int start, int end, string put) in change.CodeSplices.OrderByDescending(splice => splice.Start)) text = string.Concat(text.AsSpan(0, start), put, text.AsSpan(end));
                return code with { Code = text, IsAltered = true };
            case ContainerBlock container:
                IReadOnlyList<Block> blocks = change?.Content ?? Rebuild(container.Blocks, change?.Inside);
                if (ReferenceEquals(blocks, container.Blocks)) return now;
                if (blocks.Count == 0 && GoesWhenEmpty(container))
                {
                    emptied.Add(container);
                    return null;
                }

                return container.WithBlocks(blocks) with { IsAltered = true };
            default:
                return now;
        }
    }

    private BlockChange Of(Block block)
    {
        if (!changes.TryGetValue(block, out BlockChange? change)) changes.Add(block, change = new BlockChange());
        return change;
    }

    private sealed class BlockChange
    {
        public List<Insertion> Before { get; } = [];

        public List<Insertion> After { get; } = [];

        public List<Insertion> Inside { get; } = [];

        public bool IsRemoved { get; set; }

        public IReadOnlyList<Block>? Replacement { get; set; }

        public IReadOnlyList<Block>? Content { get; set; }

        public List<Func<Block, Block>> Rewrites { get; } = [];

        public List<(int Operation, LineSplice Splice)> Splices { get; } = [];

        public List<(int Operation, int Start, int End, string Put)> CodeSplices { get; } = [];
    }

    /// <param name="Fit">Of what is moved from elsewhere, and may be changed there by other operations.</param>
    private readonly record struct Insertion(Block Block, Side Beside, Func<Block, Block>? Fit);
}
