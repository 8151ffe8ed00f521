using Tributary.Markup.Model;

namespace Tributary.Markup.Merging;

/// <summary>The placeholders of a page: what has a handle.</summary>
internal static class Placeholders
{
    public static IEnumerable<(string Handle, string Name)> Of(IReadOnlyList<Block> blocks) => [.. OnTheirOwn(blocks), .. WithinLines(blocks)];

    /// <summary>Those of a page that what shall be there instead has no more. One of a block that is named within a line is not there, nor the other way round: neither can be written so.</summary>
    public static IEnumerable<(string Handle, string Name)> Gone(IReadOnlyList<Block> page, IReadOnlyList<Block> altered)
    {
        // What stands there as it did has all its placeholders, and no other block has one of them.
        HashSet<Block> was = new(page, ReferenceEqualityComparer.Instance), now = new(altered, ReferenceEqualityComparer.Instance);
        Block[] before = [.. page.Where(block => !now.Contains(block))], after = [.. altered.Where(block => !was.Contains(block))];
        return Missing(OnTheirOwn(before), OnTheirOwn(after)).Concat(Missing(WithinLines(before), WithinLines(after)));
    }

    private static IEnumerable<(string Handle, string Name)> Missing(IEnumerable<(string Handle, string Name)> before, IEnumerable<(string Handle, string Name)> after)
    {
        HashSet<string> placed = [.. after.Select(placeholder => placeholder.Handle)];
        return before.Where(placeholder => !placed.Contains(placeholder.Handle));
    }

    private static IEnumerable<(string Handle, string Name)> OnTheirOwn(IReadOnlyList<Block> blocks) =>
        Blocks(blocks).OfType<Directive>().Where(directive => directive.Handle is not null).Select(directive => (directive.Handle!, directive.Name));

    private static IEnumerable<(string Handle, string Name)> WithinLines(IReadOnlyList<Block> blocks) => InLines(blocks).Select(directive => (directive.Handle!, directive.Name));

    public static IEnumerable<InlineDirective> InLines(IReadOnlyList<Block> blocks) => Blocks(blocks).OfType<TextBlock>().SelectMany(line => line.Inlines).SelectMany(Of);

    /// <summary>The blocks and all that stand in them, in document order.</summary>
    public static IEnumerable<Block> Blocks(IReadOnlyList<Block> blocks)
    {
        var pending = new Stack<Block>(blocks.Reverse());
        while (pending.TryPop(out Block? block))
        {
            yield return block;
            if (block is not ContainerBlock container) continue;
            for (int i = container.Blocks.Count - 1; i >= 0; i--) pending.Push(container.Blocks[i]);
        }
    }

    private static IEnumerable<InlineDirective> Of(Inline piece) => piece switch
    {
        InlineDirective { Handle: not null } directive => [directive],
        Link link => link.Inlines.SelectMany(Of),
        _ => [],
    };
}
