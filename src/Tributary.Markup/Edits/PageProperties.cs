using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>Reads the tables of page properties: a name and a value in each row, or names in the first row and values in the second.</summary>
internal static class PageProperties
{
    private const string Macro = "details";
    private const int MostProperties = 200;

    public static IReadOnlyList<PageProperty> Of(Document page, MarkdownOptions options)
    {
        var properties = new List<PageProperty>();
        var pending = new Stack<(Block Block, bool IsInside)>(page.Blocks.Reverse().Select(block => (block, false)));
        while (pending.TryPop(out (Block Block, bool IsInside) next) && properties.Count < MostProperties)
        {
            if (next is { Block: Table table, IsInside: true })
            {
                properties.AddRange(Of(table, options));
                continue;
            }

            if (next.Block is not ContainerBlock container) continue;
            bool isInside = next.IsInside || container is Directive { Name: Macro };
            for (int i = container.Blocks.Count - 1; i >= 0; i--) pending.Push((container.Blocks[i], isInside));
        }

        return properties;
    }

    private static IEnumerable<PageProperty> Of(Table table, MarkdownOptions options)
    {
        TableCell[][] rows = [.. table.Blocks.OfType<TableRow>().Select(row => row.Blocks.OfType<TableCell>().ToArray())];
        IEnumerable<(TableCell Name, TableCell Value)> pairs = rows is [var names, var values] && names.Length == values.Length && names.All(cell => cell.IsHeader) && !values[0].IsHeader
            ? names.Zip(values)
            : rows.Where(row => row.Length >= 2 && !row.All(cell => cell.IsHeader)).Select(row => (row[0], row[1]));
        foreach ((TableCell name, TableCell value) in pairs)
        {
            string words = TableGrid.TextOf(name);
            if (words.Length > 0) yield return new PageProperty(words, MarkdownWriter.Write(new Document(value.Blocks), options).Text.Trim('\n'));
        }
    }
}
