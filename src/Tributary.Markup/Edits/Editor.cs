using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;
using Inline = Tributary.Markup.Model.Inline;

namespace Tributary.Markup.Edits;

/// <summary>Carries out the operations of an edit on a page, all or none.</summary>
internal sealed partial class Editor
{
    private readonly Locator locator;
    private readonly EditPlan plan;
    private readonly Merger merger;
    private readonly LossLog losses;
    private readonly LossLog notes;
    private readonly SiteLinks? links;
    private readonly GivenUp givenUp = new();

    private Editor(Document page, LossLog losses, LossLog notes, Uri? site)
    {
        links = SiteLinks.Of(page, site);
        this.losses = losses;
        this.notes = notes;
        locator = new Locator(new PageMap(page));
        plan = new EditPlan(locator.Map);
        merger = new Merger(page, losses);
    }

    /// <param name="losses">Changes of the page that cannot be made.</param>
    /// <param name="notes">What of the new Markdown cannot be read.</param>
    /// <returns>The page's blocks with the changes, the very same list where nothing changes; the page as it was where there are problems.</returns>
    public static (IReadOnlyList<Block> Blocks, GivenUp GivenUp, IReadOnlyList<EditProblem> Problems) Apply(Document page, IReadOnlyList<EditOperation> operations, LossLog losses, LossLog notes, Uri? site = null)
    {
        var editor = new Editor(page, losses, notes, site);
        var problems = new List<EditProblem>();
        for (int i = 0; i < operations.Count; i++)
        {
            if (editor.Plan(operations[i], i + 1) is { } problem) problems.Add(problem);
        }

        if (problems.Count == 0 && editor.plan.Overlap() is (int first, int second))
            problems.Add(new EditProblem(EditProblemCode.Overlap, second, $"It changes what operation {first} changes too. Make one operation of the two.", []));
        return problems.Count > 0 ? (page.Blocks, editor.givenUp, problems) : (editor.plan.Apply(editor.givenUp, losses), editor.givenUp, []);
    }

    private EditProblem? Plan(EditOperation operation, int number)
    {
        if (UnusedArguments.Of(operation, number) is { } unused) return unused;
        switch (operation.Action)
        {
            case EditAction.ReplaceText: return ReplaceText(operation, number);
            case EditAction.SetCell or EditAction.InsertRow or EditAction.SetRow or EditAction.DeleteRow: return ChangeTable(operation, number);
            case EditAction.CheckTask: return CheckTask(operation, number);
            case EditAction.SetParameter: return SetParameter(operation, number);
            case EditAction.Append when operation is { Section: null, Node: null }: return AppendToPage(operation, number);
        }

        if (locator.Find(operation, number, out EditProblem? problem) is not { } target) return problem;
        return operation.Action switch
        {
            EditAction.Delete => Delete(target, number),
            EditAction.Move => Move(operation, target, number),
            _ when operation.Content is null => Invalid(number, "`content` is missing."),
            EditAction.Replace => Replace(target, Fresh(operation), number),
            EditAction.Append => Append(target, Fresh(operation), number),
            _ => Insert(target, operation.Action == EditAction.InsertAfter, Fresh(operation), number),
        };
    }

    private EditProblem? AppendToPage(EditOperation operation, int number)
    {
        if (operation.Content is null) return Invalid(number, "`content` is missing.");
        plan.Append(number, null, merger.Align([], Fresh(operation)));
        return null;
    }

    private EditProblem? Delete(Target target, int number)
    {
        if (target.Place is { Inline: { } inline, Block: TextBlock line })
        {
            givenUp.Add(inline);
            return SpliceInline(line, inline, [], number);
        }

        Delete(target.Run, number);
        return null;
    }

    private void Delete(IReadOnlyList<Block> run, int number)
    {
        givenUp.Add(run);
        plan.Remove(number, run);
    }

    private EditProblem? Replace(Target target, IReadOnlyList<Block> fresh, int number)
    {
        if (target.Place is { Inline: { } inline, Block: TextBlock line })
        {
            givenUp.Add(inline);
            return fresh switch
            {
                [] => SpliceInline(line, inline, [], number),
                [Paragraph paragraph] => SpliceInline(line, inline, paragraph.Inlines, number),
                _ => Invalid(number, $"{target.Place.Handle} stands within a line: `content` must be one paragraph."),
            };
        }

        if (target.Place.Block is ListItem item) return ReplaceItem(item, target.Place.Parent, fresh, number);
        if (Fitting(target.Place.Parent, fresh) is not { } fitting) return Misplaced(target.Place.Parent, number);

        // A node is given up by its name, but not what stands in it; a section may hold more than its editor meant.
        if (target.Section is null && target.Place.Block is Directive directive) givenUp.AddByName(directive);
        IReadOnlyList<Block> run = target.Run;
        if (target.Section is { } section && !(fitting is [Heading first, ..] && first.Level <= section.Heading.Level))
        {
            // The heading stays unless the content brings one of its rank.
            run = [.. target.Run.Skip(1)];
            if (run.Count == 0)
            {
                plan.Insert(number, target.Place.Block, after: true, merger.Align([], fitting));
                return null;
            }
        }

        plan.Replace(number, run, merger.Align(run, fitting));
        return null;
    }

    private EditProblem? ReplaceItem(ListItem item, ContainerBlock? parent, IReadOnlyList<Block> fresh, int number)
    {
        if (Fitting(parent, fresh) is { Count: > 0 } items) plan.Replace(number, [item], merger.Align([item], items));
        else plan.Fill(number, item, merger.Align(item.Blocks, fresh));
        return null;
    }

    private EditProblem? Insert(Target target, bool after, IReadOnlyList<Block> fresh, int number)
    {
        if (target.Place.Inline is not null) return Invalid(number, $"{target.Place.Handle} stands within a line; use replace_text there.");
        if (Fitting(target.Place.Parent, fresh) is not { } fitting) return Misplaced(target.Place.Parent, number);
        plan.Insert(number, after ? target.Run[^1] : target.Run[0], after, merger.Align([], fitting));
        return null;
    }

    private EditProblem? Append(Target target, IReadOnlyList<Block> fresh, int number)
    {
        if (target.Section is not null) return Insert(target, after: true, fresh, number);
        if (target.Place is not { Inline: null, Block: ContainerBlock container } || container is Table or TableRow || container is Directive { Body: null } or Directive { IsOpaque: true })
            return Invalid(number, $"{target.Place.Handle} holds no blocks to append to.");
        if (Fitting(container, fresh) is not { } fitting) return Misplaced(container, number);
        plan.Append(number, container, merger.Align([], fitting));
        return null;
    }

    private EditProblem? Move(EditOperation operation, Target target, int number)
    {
        if (operation is { Before: null, After: null }) return Invalid(number, "Give `before` or `after`: where it shall go.");
        if (target.Place.Inline is not null) return Invalid(number, $"{target.Place.Handle} stands within a line: delete it there and write it elsewhere.");
        bool after = operation.After is not null;
        if (locator.FindAny(operation.After ?? operation.Before!, number, out EditProblem? problem) is not { } goal) return problem;

        Block anchor = after ? goal.Run[^1] : goal.Run[0];
        for (Block? at = anchor; at is not null; at = locator.Map.Of(at).Parent)
        {
            if (target.Run.Contains(at, ReferenceEqualityComparer.Instance)) return Invalid(number, "It cannot be moved into itself.");
        }

        ContainerBlock? parent = locator.Map.Of(anchor).Parent;
        bool isOrder = ReferenceEquals(parent, target.Place.Parent);
        if (!isOrder && target.Run.Any(block => block is Directive directive && LayoutConstruct.IsLayout(directive))) return Invalid(number, "A layout stands at the top of the page, its sections stand in it and its cells in them.");
        bool fits = isOrder || (parent is ListBlock ? target.Run.All(block => block is ListItem) : ReferenceEquals(Fitting(parent, target.Run), target.Run));
        if (!fits) return Misplaced(parent, number);
        if (isOrder && locator.Map.Of(anchor).Index == locator.Map.Of(target.Run[after ? 0 : ^1]).Index + (after ? -1 : 1)) return null;
        plan.Move(number, target.Run, anchor, after, block => parent is ListBlock list ? ItemOf(list, (ListItem)block) : block);
        return null;
    }

    private EditProblem? SpliceInline(TextBlock line, Inline inline, IReadOnlyList<Inline> put, int number)
    {
        (int start, int end) = LineText.RangeOf(line.Inlines, inline)!.Value;
        plan.Splice(number, line, new LineSplice(start, end, put));
        return null;
    }

    /// <summary>The blocks as a container can hold them: the items of a list stand in a list without one of their own. Null where it can hold none of them.</summary>
    private IReadOnlyList<Block>? Fitting(ContainerBlock? parent, IReadOnlyList<Block> blocks) => parent switch
    {
        ListBlock list => blocks.All(block => block is ListBlock) ? [.. blocks.Cast<ListBlock>().SelectMany(fresh => fresh.Blocks).Cast<ListItem>().Select(item => ItemOf(list, item))] : null,
        Table or TableRow or Directive { Name: "layout" or "layout-section" } => null,
        _ => blocks.Any(block => block is ListItem or TableRow or TableCell) ? null : blocks,
    };

    /// <summary>An item in a list of another kind is a new one around the same blocks.</summary>
    private ListItem ItemOf(ListBlock list, ListItem item)
    {
        bool isTask = list.Kind == ListKind.Task;
        if (isTask == item.IsDone is not null) return item;
        if (!isTask) losses.Add(Merger.BoxWithoutTask);
        return new ListItem(isTask ? false : null, item.Blocks);
    }

    private static EditProblem Misplaced(ContainerBlock? parent, int number) => Invalid(number, parent switch
    {
        ListBlock => "A list holds items alone: give `content` as a list.",
        Table or TableRow => "A table is changed by its rows and cells.",
        Directive => "A layout holds blocks in its cells alone.",
        _ => "An item cannot stand outside a list.",
    });

    private IReadOnlyList<Block> Fresh(EditOperation operation) => Fresh(operation.Content!);

    private IReadOnlyList<Block> Fresh(string markdown)
    {
        IReadOnlyList<Block> blocks = MarkdownReader.Read(markdown, notes).Blocks;
        return links?.Kept(blocks) ?? blocks;
    }

    private static EditProblem Invalid(int number, string message) => new(EditProblemCode.Invalid, number, message, []);
}
