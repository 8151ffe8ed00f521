using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>How many directives with a body stand within one another: the outer one has the more colons.</summary>
internal static class DirectiveHeight
{
    /// <param name="most">How much deeper the writer goes.</param>
    public static int Of(IReadOnlyList<Block> blocks, int most)
    {
        int highest = 0;
        if (most <= 0) return 0;
        foreach (Block block in blocks)
        {
            int height = block switch
            {
                Directive { Name: DirectiveTables.Name, Body: { } rows } => Of([DirectiveTables.Read(rows)], most),
                Directive { Body: { } body } => 1 + Of(body, most - 1),
                Directive => 0,
                Table table when TableGrid.Of(table) is null => 1 + Of(TableDirective.Of(table).Blocks, most - 1),
                Table => 0,
                ContainerBlock container => Of(container.Blocks, most - 1),
                _ => 0,
            };
            highest = Math.Max(highest, height);
        }

        return highest;
    }
}
