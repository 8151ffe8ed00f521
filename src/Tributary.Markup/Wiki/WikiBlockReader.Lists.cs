using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

internal sealed partial class WikiBlockReader
{
    private const int MaxListDepth = 32;

    /// <param name="Start">Where its marker begins.</param>
    private readonly record struct ListLine(int Start, int Depth, bool IsOrdered, int TextStart, int End);

    private int Lists(int at, int end, WikiMacros macros, WikiPlace place, List<Block> blocks)
    {
        List<ListLine> lines = ListLines(at, end, macros, place, out int stop);
        for (int index = 0; index < lines.Count;) blocks.Add(List(lines, ref index, 1, macros));
        return stop;
    }

    /// <summary>Lines of text, and macros, that follow an item's line belong to it; an empty line ends the list.</summary>
    private List<ListLine> ListLines(int at, int end, WikiMacros macros, WikiPlace place, out int stop)
    {
        var lines = new List<ListLine>();
        stop = at;
        while (at < end && Kind(at, end, place) == WikiLine.List)
        {
            int marker = WikiSyntax.SkipBlanks(source, at, end);
            int markerEnd = WikiBlockStart.MarkerEnd(source, marker, end);
            int text = WikiSyntax.SkipBlanks(source, markerEnd, end);
            stop = LogicalLineEnd(text, end, macros);
            int next = NextLine(stop, end);
            while (next < end && Kind(next, end, place) == WikiLine.Text)
            {
                stop = LogicalLineEnd(next, end, macros);
                next = NextLine(stop, end);
            }

            lines.Add(new ListLine(marker, markerEnd - marker, source[markerEnd - 1] == '#', text, WikiSyntax.TrimEnd(source, text, stop)));
            at = next;
        }

        return lines;
    }

    private int NextLine(int at, int end) => at < end ? at + WikiSyntax.LineEndLength(source, at) : end;

    private ListBlock List(List<ListLine> lines, ref int index, int depth, WikiMacros macros)
    {
        ListLine first = lines[index];
        bool isTasks = IsTaskList(lines, index);
        var items = new List<Block>();
        int end = first.End;
        while (index < lines.Count && lines[index].Depth >= first.Depth && lines[index].IsOrdered == first.IsOrdered)
        {
            ListLine line = lines[index++];
            int text = line.TextStart;
            bool? isDone = isTasks ? WikiTask.IsDone(source, text, line.End, out text) : null;
            List<Block> blocks = Blocks(text, line.End, macros, WikiPlace.Item);
            end = line.End;
            while (depth < MaxListDepth && index < lines.Count && lines[index].Depth > first.Depth)
            {
                ListBlock nested = List(lines, ref index, depth + 1, macros);
                end = nested.Origin!.End;
                blocks.Add(nested);
            }

            items.Add(new ListItem(isDone, blocks) { Origin = new WikiOrigin(line.Start, end, text, end) });
        }

        ListKind kind = isTasks ? ListKind.Task : first.IsOrdered ? ListKind.Ordered : ListKind.Bullet;
        return new ListBlock(kind, 1, items) { Origin = new WikiOrigin(first.Start, end, first.Start, end) };
    }

    /// <summary>Whether every item of the list begins with a box.</summary>
    private bool IsTaskList(List<ListLine> lines, int index)
    {
        ListLine first = lines[index];
        if (first.IsOrdered) return false;
        for (int i = index; i < lines.Count && lines[i].Depth >= first.Depth; i++)
        {
            if (lines[i].Depth > first.Depth) continue;
            if (lines[i].IsOrdered) break;
            if (WikiTask.IsDone(source, lines[i].TextStart, lines[i].End, out _) is null) return false;
        }

        return true;
    }
}
