using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Edits;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Tests.Markup.Edits;

/// <summary>An operation on a page, and what of its body it may change.</summary>
internal sealed record RandomOperation(EditOperation Operation, EditScope Scope)
{
    /// <summary>Null where the page has nothing that the dice could name.</summary>
    public static RandomOperation? Of(string body, bool isAdf, Random random)
    {
        Document page = isAdf ? AdfModel.Read(AdfTree.Read(body)) : StorageModel.Read(StorageDocument.Parse(body));
        return new Dice(body, isAdf, new PageMap(page), random).Roll();
    }

    private sealed class Dice(string body, bool isAdf, PageMap map, Random random)
    {
        private static readonly string[] Contents =
        [
            "Fresh *words*", "## Fresh\n\nwords", "- one\n- two", "- [ ] task", "| a | b |\n| --- | --- |\n| 1 | 2 |", "```java\nx\n```", "> [!NOTE]\n> x", ":::expand[T]\nbody\n:::", "::toc{maxLevel=2}",
            "1. a\n\n   b", "Text [l](https://x.example/) :status[Done]{colour=Green}",
        ];

        private readonly Place[] places = [.. map.All.Where(place => place.Handle.Length > 0 && !IsOpaque(map, place))];
        private readonly IReadOnlyList<Section> sections = [.. Headings.Of(map).Where(section => !IsOpaque(map, section.Place))];
        private readonly EditScope scope = new(body, isAdf);

        // What an opaque part holds stays as it is, and a change of it is told.
        private static bool IsOpaque(PageMap map, Place place)
        {
            for (ContainerBlock? holder = place.Parent; holder is not null; holder = map.Of(holder).Parent)
            {
                if (holder is Directive { IsOpaque: true }) return true;
            }

            return false;
        }

        public RandomOperation? Roll()
        {
            if (places.Length == 0) return null;
            Place place = Pick(places)!;
            return random.Next(20) switch
            {
                < 3 => Section() ?? Node(place),
                < 6 => OfTable() ?? Node(place),
                6 => CheckTask() ?? Node(place),
                < 9 => Move(place),
                9 => new RandomOperation(new EditOperation(EditAction.Append) { Content = Pick(Contents) }, scope with { Put = (map.Page.Blocks[^1].Origin!.End, body.Length) }),
                _ => Node(place),
            };
        }

        private RandomOperation? Section()
        {
            if (sections.Count == 0) return null;
            Section section = sections[random.Next(sections.Count)];
            Block[] run = [.. section.Blocks];
            (int Start, int End) range = (run[0].Origin!.Start, run[^1].Origin!.End);
            var operation = new EditOperation(EditAction.Delete) { Section = Name(section), Content = Pick(Contents) };
            return random.Next(5) switch
            {
                0 => new RandomOperation(operation with { Content = null }, Gone(run)),
                1 => new RandomOperation(operation with { Action = EditAction.Replace }, scope with { Rewritten = [range] }),
                2 => Move(section.Place, section),
                3 => new RandomOperation(operation with { Action = EditAction.InsertBefore }, Beside(run[0], after: false)),
                _ => new RandomOperation(operation with { Action = random.Next(2) == 0 ? EditAction.Append : EditAction.InsertAfter }, Beside(run[^1], after: true)),
            };
        }

        private RandomOperation Node(Place place)
        {
            bool after = random.Next(2) == 0;
            EditScope line = Around(place);
            var operation = new EditOperation(EditAction.Delete) { Node = place.Handle, Content = Pick(Contents) };
            return random.Next(6) switch
            {
                0 => new RandomOperation(operation with { Content = null }, IsAlone(place) ? Gone([place.Block]) : line),
                1 => new RandomOperation(operation with { Action = EditAction.Replace }, line),
                2 => new RandomOperation(operation with { Action = EditAction.Append }, Inside(place)),
                3 => new RandomOperation(operation with { Action = EditAction.SetParameter, Name = random.Next(2) == 0 ? "title" : "zz", Content = random.Next(3) == 0 ? null : "some value" }, Shell(place)),
                4 when Words(place) is { Length: > 0 } words => new RandomOperation(operation with { Action = EditAction.ReplaceText, Find = Pick(words), Content = random.Next(2) == 0 ? "Qx7" : "**Qx7** z", All = true }, scope with { Rewritten = [Range(place.Block)] }),
                _ => new RandomOperation(operation with { Action = after ? EditAction.InsertAfter : EditAction.InsertBefore }, Beside(place.Block, after)),
            };
        }

        private RandomOperation Move(Place node, Section? section = null)
        {
            bool after = random.Next(2) == 0;
            Place goal = Pick(places)!;
            Block anchor = goal.Block;
            if (goal.Block is Heading && sections.First(candidate => ReferenceEquals(candidate.Heading, anchor)) is { } whole) anchor = after ? whole.Blocks.Last() : anchor;
            IReadOnlyList<Block> run = section is null ? [node.Block] : [.. section.Blocks];
            string[] texts = [.. run.Select(block => body[block.Origin!.Start..block.Origin.End])];
            var operation = new EditOperation(EditAction.Move) { Section = section is null ? null : Name(section), Node = section is null ? node.Handle : null, Before = after ? null : goal.Handle, After = after ? goal.Handle : null };
            bool isThere = ReferenceEquals(map.Of(anchor).Parent, map.Of(run[0]).Parent) && map.Of(anchor).Index == map.Of(run[after ? 0 : ^1]).Index + (after ? -1 : 1);
            if (isThere) return new RandomOperation(operation, scope);
            (EditScope gone, EditScope put) = (Gone(run, map.Of(anchor).Parent), Beside(anchor, after));
            (int, int)[] rewritten = [.. gone.Rewritten, .. put.Rewritten];
            return new RandomOperation(operation, rewritten.Length > 0
                ? gone with { Rewritten = put.Put is { } place ? [.. rewritten, place] : rewritten }
                : put with { Removed = gone.Removed, PutTexts = isAdf ? null : texts });
        }

        private RandomOperation? OfTable()
        {
            if (Pick([.. places.Where(place => place.Block is Table)]) is not { Block: Table { Blocks.Count: > 0 } table } place) return null;
            var grid = new Tributary.Markup.Edits.TableGrid(table);
            int row = random.Next(grid.Rows.Count), column = random.Next(Math.Max(1, grid.Columns));
            string[] cells = [.. grid.Rows[row].Blocks.Select(_ => Pick(Contents)!)];
            var operation = new EditOperation(EditAction.DeleteRow) { Node = place.Handle, Row = row + 1 };
            return random.Next(4) switch
            {
                0 when grid.At(row, column) is { } at => new RandomOperation(operation with { Action = EditAction.SetCell, Column = $"#{column + 1}", Content = Pick(Contents) }, scope with { Rewritten = [Range(at.Cell)] }),
                1 when cells.Length > 0 => new RandomOperation(operation with { Action = EditAction.SetRow, Cells = cells }, scope with { Rewritten = [.. grid.Rows[row].Blocks.Select(Range)] }),
                2 => new RandomOperation(operation, Gone([grid.Rows[row]])),
                _ => new RandomOperation(operation with { Action = EditAction.InsertRow, Cells = cells }, Beside(grid.Rows[row], after: false)),
            };
        }

        private RandomOperation? CheckTask() => Pick([.. places.Where(place => place.Block is ListItem)]) is { } task
            ? new RandomOperation(new EditOperation(EditAction.CheckTask) { Node = task.Handle, Done = random.Next(2) == 0 }, Shell(task))
            : null;

        /// <summary>The blocks go, and with the last of its children a list, an item, a quote, a table, a row, a layout or its section.</summary>
        /// <param name="filled">What gets other blocks instead.</param>
        private EditScope Gone(IReadOnlyList<Block> run, ContainerBlock? filled = null)
        {
            while (map.Of(run[0]).Parent is { } parent && !ReferenceEquals(parent, filled) && parent.Blocks.Count == run.Count && (IsDecisions(parent) || parent is ListBlock or ListItem or Quote or Table or TableRow or Directive { Name: "layout" or "layout-section" })) run = [parent];
            return map.Of(run[0]).Parent is { } holder && IsWhole(holder) ? scope with { Rewritten = [Wide(holder)] } : scope with { Removed = [.. run.Select(Range)] };
        }

        /// <summary>Between a block and the one beside it, or the end of what holds both.</summary>
        private EditScope Beside(Block block, bool after)
        {
            Place place = map.Of(block);
            Block? other = place.Siblings.ElementAtOrDefault(place.Index + (after ? 1 : -1));
            (int start, int end) = place.Parent is null ? (0, body.Length) : Range(place.Parent);
            if (place.Parent is { } parent && IsWhole(parent)) return scope with { Rewritten = [Wide(parent)] };
            return scope with { Put = after ? (block.Origin!.End, other?.Origin!.Start ?? end) : (other?.Origin!.End ?? start, block.Origin!.Start) };
        }

        private EditScope Around(Place place) => scope with { Rewritten = [place.Parent is { } parent && (IsTask(parent) || IsShaped(parent)) ? Wide(parent) : Range(place.Block)] };

        /// <summary>What is written as a whole where one of its parts comes or goes.</summary>
        private static bool IsWhole(ContainerBlock container) => IsPlain(container) || IsTask(container) || IsShaped(container);

        // A layout has as many columns as its type or their widths say, and a list of decisions holds nothing else.
        private static bool IsShaped(ContainerBlock container) => IsDecisions(container) || container is Directive { Name: "layout" or "layout-section" };

        private static bool IsDecisions(ContainerBlock container) => container is Directive { Name: "decision-list" } or { Blocks: [{ Origin: StorageOrigin { Element.Name: "ac:adf-content" } }, ..] };

        // In a macro whose body is plain text blocks become words of it, and that is told as a loss.
        private static bool IsPlain(ContainerBlock container) => container.Blocks.Count > 0 && (container.Blocks[0], container) is
            (CodeBlock { Origin: StorageOrigin { Element.Name: "ac:plain-text-body" } }, _) or (CodeBlock, Directive { Origin: AdfOrigin { Node.Content: null } });

        // A task of ADF holds its words in one line, or in an item with the lists below it behind.
        private static bool IsTask(ContainerBlock container) => container is ListItem { Origin: AdfOrigin { Node: null or { Type: "taskItem" or "blockTaskItem" } } };

        // Nothing is left that would keep its block.
        private static bool IsAlone(Place place) => place.Inline is not { } inline
            || (place.Block is Paragraph { Inlines: [var only] } && (ReferenceEquals(only, inline) || (only is Link { Inlines: [var inner] } && ReferenceEquals(inner, inline))));

        // A tag that is empty opens; where ADF must have an empty paragraph, new blocks come in its place.
        private EditScope Inside(Place place) => place.Block is ContainerBlock { Blocks.Count: > 0 } container && !IsWhole(container)
            ? scope with { Put = (container.Blocks[^1].Origin!.End, container.Origin!.End) }
            : scope with { Rewritten = [Range(place.Block)] };

        /// <summary>What a block says of itself, and not what it holds.</summary>
        private EditScope Shell(Place place) => place is { Inline: null, Block: ContainerBlock { Blocks.Count: > 0 } container } && !IsTask(container)
            ? scope with { Rewritten = [(container.Origin!.Start, container.Blocks[0].Origin!.Start), (container.Blocks[^1].Origin!.End, container.Origin.End)] }
            : scope with { Rewritten = [Range(place.Block)] };

        private string Name(Section section) => random.Next(2) == 0 ? section.Place.Handle : section.Path;

        private static (int Start, int End) Range(Block block) => (block.Origin!.Start, block.Origin.End);

        /// <summary>With the comma beside it, should it leave nothing.</summary>
        private (int Start, int End) Wide(Block block)
        {
            (int start, int end) = Range(block);
            while (isAdf && (body[start - 1] is ',' or ' ' or '\n')) start--;
            while (isAdf && (body[end] is ',' or ' ' or '\n')) end++;
            return (start, end);
        }

        private static string[] Words(Place place) =>
            place.Block is TextBlock line ? Tributary.Markup.Edits.LineText.Of(line.Inlines).Split([' ', '\n', Tributary.Markup.Edits.LineText.Object], StringSplitOptions.RemoveEmptyEntries) : [];

        private T? Pick<T>(T[] choices) => choices.Length == 0 ? default : choices[random.Next(choices.Length)];
    }
}
