using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Alters what holds blocks.</summary>
internal sealed partial class AdfEmitter
{
    private void AlterContainer(AdfObject node, ContainerBlock was, ContainerBlock now)
    {
        IReadOnlyList<Block> blocks = now.Blocks;
        switch (was, now)
        {
            case (Alert before, Alert after):
                if (before.Kind != after.Kind) AdfPatch.SetAttributes(patches, node, AdfChange.Of("panelType", PanelOf(after.Kind)));

                // Panels of ADF have no title, so it is their first line.
                if (after.Title.Length > 0) blocks = [new Paragraph([new Text(after.Title, new Marks(Mark.Strong))]), .. blocks];
                break;
            case (ListBlock before, ListBlock after) when before.Start != after.Start && node.Type == "orderedList":
                AdfPatch.SetAttributes(patches, node, new AdfChange("order", $"{after.Start}"));
                break;
            case (TableCell before, TableCell after):
                if (before.ColumnSpan != after.ColumnSpan || before.RowSpan != after.RowSpan) AdfPatch.SetAttributes(patches, node, new AdfChange("colspan", $"{after.ColumnSpan}"), new AdfChange("rowspan", $"{after.RowSpan}"));
                if (before.IsHeader != after.IsHeader) AdfPatch.SetMembers(patches, node, AdfChange.Of("type", CellType(after)));
                if (before.Alignment != after.Alignment) SetAlignment(node, before, after);
                break;
            case (Directive before, Directive after) when before.Name != after.Name || before.Label != after.Label || !before.Attributes.SequenceEqual(after.Attributes):
                AlterDirective(node, before, after);
                break;
        }

        if (ReferenceEquals(was.Blocks, blocks)) return;
        if (was is Directive { Body: null } bodiless)
        {
            Losses.Add($"a body of '{bodiless.Name}' (#{bodiless.Handle}), which has none");
            return;
        }

        if (AdfMacro.PlainBodyOf(node) is { } body && node.Content is null) AlterPlainBody(body, (Directive)now);
        else if (now is TableCell cell) CellContent(cell, () => Children(node, was.Blocks, blocks));
        else Children(node, was.Blocks, blocks);
    }

    private void SetAlignment(AdfObject cell, TableCell was, TableCell now)
    {
        // ADF has no word for the left.
        if (was.Alignment == CellAlignment.None && now.Alignment == CellAlignment.Left) Losses.Add("alignment of a column to the left");
        string mark = CellContent(now, () => AlignmentMark(AdfPlace.Cell));
        foreach (AdfObject line in cell.Nodes.Where(node => node.Type is "paragraph" or "heading"))
        {
            string[] marks = [.. line.Marks.Where(other => other.Type != "alignment").Select(other => Source[other.Start..other.End]), .. mark.Length > 0 ? [mark] : (string[])[]];
            AdfPatch.SetMembers(patches, line, new AdfChange("marks", marks.Length > 0 ? $"[{string.Join(',', marks)}]" : null));
        }
    }

    private bool Children(AdfObject node, IReadOnlyList<Block> was, IReadOnlyList<Block> blocks)
    {
        Content(node, was, blocks, node.Type switch
        {
            "bulletList" or "orderedList" => AddItem,
            "taskList" => (block, items) => AddTaskItems([block], items),
            "decisionList" => (block, items) => AddDecisions([block], items),
            "table" => AddRow,
            "tableRow" => AddCell,
            "layoutSection" => AddAnyColumn,
            _ => AddBlock(AdfPlace.Within(node.Type)),
        });
        return true;
    }

    private void AddAnyColumn(Block block, List<string> columns)
    {
        Directive column = block is Directive { Name: "layout-cell" } cell ? cell : new Directive("layout-cell", "", [], null, [block]);
        AddColumn(column, Width(column) ?? 50, columns);
    }

    private void AlterDirective(AdfObject node, Directive was, Directive now)
    {
        switch (node.Type)
        {
            case "panel" when was.Name == now.Name:
                Unsaid(was, now, "type", "icon", "color");
                if (now.Label.Length > 0 || (Attribute(now, "type") is { } unknown && !AdfPanels.IsKnown(unknown))) Losses.Add($"the title or type of 'panel' (#{was.Handle}), which ADF does not have");
                string type = Attribute(now, "type") is { } given && AdfPanels.IsKnown(given) ? given : "custom";
                AdfPatch.SetAttributes(patches, node, AdfChange.Of("panelType", type), AdfChange.Of("panelIcon", Attribute(now, "icon")), AdfChange.Of("panelColor", Attribute(now, "color")));
                break;
            case "expand" or "nestedExpand" when was.Name == now.Name:
                Unsaid(was, now, "title");
                AdfPatch.SetAttributes(patches, node, AdfChange.Of("title", now.Label.Length > 0 ? now.Label : Attribute(now, "title") ?? ""));
                break;
            case "layoutColumn" when was.Name == now.Name && Width(now) is { } width:
                Unsaid(was, now, "width");
                if (now.Label != was.Label) Losses.Add($"the title of '{was.Name}' (#{was.Handle}), which has none");
                AdfPatch.SetAttributes(patches, node, new AdfChange("width", AdfJson.Number(width)));
                break;
            case "extension" or "bodiedExtension" or "multiBodiedExtension" when AdfMacro.IsMacro(node) && Notation.CanBeMacro(now.Name):
                AdfPatch.SetMacro(patches, node, AdfMacro.Said(was.Name, was.Label, was.Attributes), AdfMacro.Said(now.Name, now.Label, now.Attributes));
                break;
            default:
                Losses.Add($"a change to '{was.Name}' (#{was.Handle}), of which only the place and the content can change");
                break;
        }
    }

    /// <summary>Tells of new values that the node has no room for.</summary>
    private void Unsaid(Directive was, Directive now, params ReadOnlySpan<string> known)
    {
        foreach (DirectiveAttribute attribute in now.Attributes)
        {
            if (!known.Contains(attribute.Name) && !was.Attributes.Contains(attribute)) Losses.Add($"value '{attribute.Name}' of '{was.Name}' (#{was.Handle}), which has none of that name");
        }
    }

    private void AlterPlainBody(AdfScalar body, Directive now)
    {
        if (now.Blocks is not [CodeBlock]) Losses.Add($"body of macro '{now.Name}', kept as plain text");
        string code = now.Blocks is [CodeBlock only] ? only.Code : string.Join('\n', now.Blocks.SelectMany(AdfWords.Lines).Select(line => string.Concat(AdfLeaf.Of(line).Select(leaf => AdfToken.TextOf(leaf.Inline) ?? ""))));
        patches.Replace(body.Start, body.End, AdfJson.Quote(code));
    }

    /// <summary>The item of a task, and the lists below it that follow the item.</summary>
    private void AlterTask(AdfOrigin origin, ListItem was, ListItem now)
    {
        if (origin.Node is not { } node)
        {
            List<string> items = [];
            base.AddTask(now, items);
            patches.Replace(origin.Start, origin.End, string.Join(',', items));
            return;
        }

        Block[] oldBelow = [.. was.Blocks.Where(block => !IsWithin(block.Origin!, node))];
        Block[] oldOwn = [.. was.Blocks.Where(block => IsWithin(block.Origin!, node))];
        Block[] below = [.. now.Blocks.Where(IsBelowIt)];
        Block[] own = [.. now.Blocks.Where(block => !IsBelowIt(block))];
        if (was.IsDone != now.IsDone) AdfPatch.SetAttributes(patches, node, AdfChange.Of("state", StateOf(now)));
        if (node.Type == "blockTaskItem") Content(node, oldOwn, own, AddBlock(AdfPlace.Within(node.Type)));
        else if (!own.Zip(oldOwn).All(pair => pair.First.IsUntouched && ReferenceEquals(pair.First.Origin, pair.Second.Origin)) || own.Length != oldOwn.Length) SpliceLine(node, TaskWords(own));

        AdfValue[] after = [.. Around(node.Start, node.End).Content!.Items.Where(item => item.Start >= node.Start && item.End <= origin.End)];
        Items(after, node.End, oldBelow, below, (block, items) => AddTasksBelow(new ListItem(false, [block]), items));

        bool IsBelowIt(Block block) => IsBelow(block) && (block.Origin is null || !IsWithin(block.Origin, node));
    }

    private static bool IsWithin(Origin origin, AdfObject node) => origin.Start >= node.Start && origin.End <= node.End;
}
