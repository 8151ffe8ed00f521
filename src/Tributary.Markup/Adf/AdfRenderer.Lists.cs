using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Lists, tasks, decisions and tables.</summary>
internal partial class AdfRenderer
{
    private void AddList(ListBlock list, List<string> to)
    {
        var items = new List<string>();
        AddItems(list.Blocks, items);
        if (items.Count == 0) return;
        to.Add(list.Kind == ListKind.Ordered
            ? AdfJson.Node("orderedList", new AdfAttributes().Add("order", list.Start), items)
            : AdfJson.Node("bulletList", "", items));
    }

    /// <summary>Items as a list holds them; the writer of what is already there adds to this.</summary>
    protected void AddItems(IReadOnlyList<Block> blocks, List<string> items)
    {
        depth++;
        foreach (Block block in blocks) AddItem(block, items);
        depth--;
    }

    protected virtual void AddItem(Block block, List<string> items) => items.Add(AdfJson.Node("listItem", "", Content(block is ListItem item ? item.Blocks : [block], AdfPlace.ListItem)));

    private void AddTasks(ListBlock list, AdfBlocks place, List<string> to)
    {
        if (place.HasFlag(AdfBlocks.TaskList))
        {
            string tasks = TaskList(list);
            if (tasks.Length > 0) to.Add(tasks);
            return;
        }

        Losses.Add("task list where none may stand, kept as a list");
        List<Block> items = [.. list.Blocks.Select(Block (block) => block is ListItem item ? new ListItem(null, WithBox(item)) : block)];
        Add(new ListBlock(ListKind.Bullet, 1, items), place, to);
    }

    private static IReadOnlyList<Block> WithBox(ListItem item)
    {
        var box = new Text(item.IsDone == true ? "[x] " : "[ ] ", default);
        return item.Blocks is [Paragraph first, ..] ? [new Paragraph([box, .. first.Inlines]), .. item.Blocks.Skip(1)] : [new Paragraph([box]), .. item.Blocks];
    }

    private string TaskList(ListBlock list)
    {
        var items = new List<string>();
        AddTaskItems(list.Blocks, items);
        return items.Count == 0 ? "" : AdfJson.Node("taskList", new AdfAttributes().Add("localId", NextId()), items);
    }

    protected void AddTaskItems(IReadOnlyList<Block> blocks, List<string> items)
    {
        depth++;
        foreach (Block block in blocks) AddTask(block as ListItem ?? new ListItem(false, [block]), items);
        depth--;
    }

    /// <summary>A task's item and after it, as ADF wants it, the lists below the task.</summary>
    protected virtual void AddTask(ListItem task, List<string> items)
    {
        items.Add(AdfJson.Node("taskItem", TaskAttributes(task), TaskLine(task)));
        AddTasksBelow(task, items);
    }

    protected AdfAttributes TaskAttributes(ListItem task) => new AdfAttributes().Add("localId", NextId()).Add("state", StateOf(task));

    protected static string StateOf(ListItem task) => task.IsDone == true ? "DONE" : "TODO";

    /// <summary>A task holds one line: paragraphs are parted by breaks.</summary>
    protected List<string> TaskLine(ListItem task)
    {
        Block[] own = [.. task.Blocks.Where(block => !IsBelow(block))];
        return Line(TaskWords(own), own.FirstOrDefault()?.Origin);
    }

    protected List<Inline> TaskWords(IReadOnlyList<Block> blocks)
    {
        if (blocks.Any(block => block is not Paragraph)) Losses.Add("block in a task, kept as text");
        return AdfWords.OneLine(blocks);
    }

    protected void AddTasksBelow(ListItem task, List<string> items)
    {
        depth++;
        foreach (Block below in task.Blocks.Where(IsBelow))
        {
            if (depth <= DeepestNode) Add(below, AdfBlocks.TaskList, items);
            else items.Add(AdfJson.Node("taskItem", TaskAttributes(task), Line(AdfWords.OneLine([below]), null)));
        }

        depth--;
    }

    protected static bool IsBelow(Block block) => block is ListBlock { Kind: ListKind.Task, Blocks.Count: > 0 };

    protected void AddDecisions(IReadOnlyList<Block> blocks, List<string> items)
    {
        foreach (Block block in blocks)
        {
            if (block is ListBlock list) AddDecisions(list.Blocks, items);
            else AddDecision(block, items);
        }
    }

    protected virtual void AddDecision(Block block, List<string> items)
    {
        if (block is not (Paragraph or ListItem)) Losses.Add("block in a decision, kept as text");
        items.Add(AdfJson.Node("decisionItem", new AdfAttributes().Add("localId", NextId()).Add("state", "DECIDED"), Line(AdfWords.OneLine([block]), block.Origin)));
    }

    private void AddTable(Table table, List<string> to)
    {
        List<string> rows = [];
        AddRows(table.Blocks, rows);
        if (rows.Count > 0) to.Add(AdfJson.Node("table", new AdfAttributes().AddJson("isNumberColumnEnabled", "false").Add("layout", "default"), rows));
    }

    protected void AddRows(IReadOnlyList<Block> blocks, List<string> rows)
    {
        depth += 2;
        foreach (Block block in blocks) AddRow(block, rows);
        depth -= 2;
    }

    protected virtual void AddRow(Block block, List<string> rows)
    {
        var cells = new List<string>();
        foreach (Block cell in block is TableRow row ? row.Blocks : [block]) AddCell(cell, cells);
        rows.Add(AdfJson.Node("tableRow", "", cells));
    }

    protected virtual void AddCell(Block block, List<string> cells)
    {
        TableCell cell = block as TableCell ?? new TableCell(false, 1, 1, CellAlignment.None, [block]);
        var attributes = new AdfAttributes();
        if (cell.ColumnSpan > 1) attributes.Add("colspan", cell.ColumnSpan);
        if (cell.RowSpan > 1) attributes.Add("rowspan", cell.RowSpan);
        cells.Add(AdfJson.Node(CellType(cell), attributes, CellContent(cell, () => Content(cell.Blocks, AdfPlace.Cell))));
    }

    protected static string CellType(TableCell cell) => cell.IsHeader ? "tableHeader" : "tableCell";

    protected T CellContent<T>(TableCell cell, Func<T> write)
    {
        CellAlignment outer = alignment;
        alignment = cell.Alignment;
        T content = write();
        alignment = outer;
        return content;
    }
}
