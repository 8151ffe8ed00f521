using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Tables;

/// <summary>The rows of a table with their cells, looked for through head, body and foot and through the markers of comments.</summary>
internal static class TableRows
{
    /// <summary>Null where something that a reader sees stands outside of the cells.</summary>
    public static List<(StorageElement Row, List<StorageElement> Cells)>? Of(StorageElement table)
    {
        var rows = new List<StorageElement>();
        if (!AddTo(rows, table, static name => name == "tr")) return null;
        var read = new List<(StorageElement, List<StorageElement>)>(rows.Count);
        foreach (StorageElement row in rows)
        {
            var cells = new List<StorageElement>();
            if (!AddTo(cells, row, static name => name is "td" or "th")) return null;
            read.Add((row, cells));
        }

        return read;
    }

    private static bool AddTo(List<StorageElement> found, StorageElement holder, Func<string, bool> isWanted)
    {
        foreach (StorageNode node in holder.Children)
        {
            if (node is StorageText text && !Whitespace.IsBlank(text.Value)) return false;
            if (node is not StorageElement element || element.Name is "colgroup" or "col") continue;
            bool isAround = BlockNature.IsTransparent(element) || (holder.Name != "tr" && element.Name is "thead" or "tbody" or "tfoot");
            if (isWanted(element.Name)) found.Add(element);
            else if (!isAround || !AddTo(found, element, isWanted)) return false;
        }

        return true;
    }
}
