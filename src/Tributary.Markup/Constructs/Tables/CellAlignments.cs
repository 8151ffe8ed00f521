using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Tables;

/// <summary>Where the text of a cell stands: the newer editor says it on each paragraph, the older one on the cell.</summary>
internal static class CellAlignments
{
    public static CellAlignment Of(StorageElement cell)
    {
        CellAlignment? common = null;
        foreach (StorageElement paragraph in cell.Elements().Where(child => child.Name == "p"))
        {
            CellAlignment alignment = OfStyle(paragraph["style"]);
            if (common is not null && alignment != common) return OfStyle(cell["style"]);
            common = alignment;
        }

        return common is null or CellAlignment.None ? OfStyle(cell["style"]) : common.Value;
    }

    /// <summary>The attribute with a blank in front, or nothing.</summary>
    public static string Style(CellAlignment alignment) => alignment switch
    {
        CellAlignment.Left => " style=\"text-align: left;\"",
        CellAlignment.Center => " style=\"text-align: center;\"",
        CellAlignment.Right => " style=\"text-align: right;\"",
        _ => "",
    };

    private static CellAlignment OfStyle(string? style) => StyleText.Value(style, "text-align")?.ToLowerInvariant() switch
    {
        "left" => CellAlignment.Left,
        "center" => CellAlignment.Center,
        "right" => CellAlignment.Right,
        _ => CellAlignment.None,
    };
}
