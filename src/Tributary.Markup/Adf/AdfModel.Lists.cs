using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Lists and tables.</summary>
internal sealed partial class AdfModel
{
    private ListBlock? List(AdfObject node)
    {
        bool isOrdered = node.Type == "orderedList";
        List<Block> items = [.. node.Nodes.Select(item => new ListItem(null, Blocks(item)) { Origin = AdfOrigin.Of(item) })];
        return items.Count == 0 ? null : new ListBlock(isOrdered ? ListKind.Ordered : ListKind.Bullet, isOrdered ? Number(node.Attribute("order")) ?? 1 : 1, items);
    }

    /// <summary>Lists below a task follow its item in ADF; in the model the task holds them.</summary>
    private ListBlock? TaskList(AdfObject node)
    {
        var items = new List<Block>();
        foreach (AdfObject child in node.Nodes)
        {
            if (child.Type != "taskList") items.Add(Task(child));
            else if (Block(child) is not { } list) continue;
            else if (items.Count == 0) items.Add(new ListItem(false, [list]) { Origin = new AdfOrigin(child.Start, child.End, null) });
            else items[^1] = Below((ListItem)items[^1], list, child.End);
        }

        return items.Count == 0 ? null : new ListBlock(ListKind.Task, 1, items);
    }

    private ListItem Task(AdfObject item)
    {
        bool isDone = item.Attribute("state") == "DONE";
        if (item.Type == "blockTaskItem") return new ListItem(isDone, Blocks(item)) { Origin = AdfOrigin.Of(item) };
        IReadOnlyList<Inline> line = Line(item.Nodes);
        return new ListItem(isDone, AdfLine.IsBlank(line) ? [] : [new Paragraph(line) { Origin = AdfOrigin.Of(item) }]) { Origin = AdfOrigin.Of(item) };
    }

    private static ListItem Below(ListItem task, Block list, int end)
    {
        var origin = (AdfOrigin)task.Origin!;
        return task with { Origin = origin with { End = end }, Blocks = [.. task.Blocks, list] };
    }

    /// <summary>Every paragraph is a decision.</summary>
    private Directive? Decisions(AdfObject node)
    {
        List<Block> decisions = [];
        foreach (AdfObject item in node.Nodes)
        {
            IReadOnlyList<Inline> line = Line(item.Nodes);
            if (!AdfLine.IsBlank(line)) decisions.Add(new Paragraph(line) { Origin = AdfOrigin.Of(item) });
        }

        return decisions.Count == 0 ? null : new Directive("decision-list", "", [], null, decisions);
    }

    private Block? Table(AdfObject node)
    {
        if (!node.Nodes.All(row => row.Type == "tableRow" && row.Nodes.All(cell => cell.Type is "tableCell" or "tableHeader"))) return Unknown(node);
        var rows = new List<Block>();
        foreach (AdfObject row in node.Nodes)
        {
            List<Block> cells = [.. row.Nodes.Select(Cell)];
            if (cells.Count > 0) rows.Add(new TableRow(cells) { Origin = AdfOrigin.Of(row) });
        }

        return rows.Count == 0 ? null : new Table(rows);
    }

    private TableCell Cell(AdfObject node) =>
        new(node.Type == "tableHeader", Span(node, "colspan"), Span(node, "rowspan"), AlignmentOf(node), Blocks(node)) { Origin = AdfOrigin.Of(node) };

    // A span beyond this is no table that anyone drew, and would cost more than its text.
    private static int Span(AdfObject cell, string name) => Number(cell.Attribute(name)) is { } span ? Math.Clamp(span, 1, 1000) : 1;

    /// <summary>A cell is aligned if all its paragraphs are.</summary>
    private static CellAlignment AlignmentOf(AdfObject cell)
    {
        CellAlignment? common = null;
        foreach (AdfObject block in cell.Nodes)
        {
            CellAlignment alignment = block.Marks.FirstOrDefault(mark => mark.Type == "alignment")?.Attribute("align") switch
            {
                "center" => CellAlignment.Center,
                "end" => CellAlignment.Right,
                _ => CellAlignment.None,
            };
            if (common is { } before && before != alignment) return CellAlignment.None;
            common = alignment;
        }

        return common ?? CellAlignment.None;
    }
}
