using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>How many directives with a body stand within one another: the outer one has the more colons. Each is asked about by all around it, and answers once.</summary>
internal sealed class DirectiveHeight
{
    private readonly Dictionary<Block, (int Most, int Height)> known = new(ReferenceEqualityComparer.Instance);

    /// <param name="most">How much deeper the writer goes.</param>
    public int Of(IReadOnlyList<Block> blocks, int most)
    {
        int highest = 0;
        if (most <= 0) return 0;
        foreach (Block block in blocks)
        {
            if (block is ContainerBlock container) highest = Math.Max(highest, Of(container, most));
        }

        return highest;
    }

    private int Of(ContainerBlock block, int most)
    {
        if (known.TryGetValue(block, out (int Most, int Height) before) && before.Most == most) return before.Height;
        int height = block switch
        {
            Directive { Name: DirectiveTables.Name, Body: { } rows } => Of([DirectiveTables.Read(rows)], most),
            Directive { Body: { } body } => 1 + Of(body, most - 1),
            Directive => 0,
            Table table when TableGrid.Of(table) is null => 1 + Of(TableDirective.Of(table).Blocks, most - 1),
            Table => 0,
            _ => Of(block.Blocks, most - 1),
        };
        known[block] = (most, height);
        return height;
    }
}
