using System.Globalization;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

internal sealed partial class BlockWriter
{
    private const int LargestStart = 999_999_999;

    private char WriteList(ListBlock list, char previousBullet, bool isTight)
    {
        bool isOrdered = list.Kind == ListKind.Ordered;
        char bullet = isOrdered ? (previousBullet == '.' ? ')' : '.') : previousBullet == '-' ? '*' : '-';
        bool isSimple = list.Blocks.All(IsSimple);
        int number = list.Start is < 0 or > LargestStart ? 1 : list.Start;
        depth++;
        foreach (Block item in list.Blocks)
        {
            string marker = isOrdered ? Math.Min(number++, LargestStart).ToString(CultureInfo.InvariantCulture) + bullet + " " : bullet + " ";
            lines.StartBlock(isTight);
            lines.Open(marker, isOrdered ? new string(' ', marker.Length) : "  ");
            if (list.Kind == ListKind.Task) lines.Text.Append(item is ListItem { IsDone: true } ? "[x] " : "[ ] ");
            WriteItem(item is ListItem content ? content.Blocks : [item], list.Kind == ListKind.Task, isSimple, bullet);
            lines.Close();
            isTight = isSimple;
        }

        depth--;
        return bullet;
    }

    private void WriteItem(IReadOnlyList<Block> blocks, bool isTask, bool isSimple, char outerBullet)
    {
        // A list that begins on its item's line takes another bullet: a row of the same is a rule.
        char bullet = outerBullet;
        bool isFirst = true;
        foreach (Block block in blocks)
        {
            if (IsNothing(block)) continue;
            if (isFirst && block is not ListBlock) bullet = '\0';
            // A task's box belongs to a line of text: anything else goes below it.
            if (isFirst && isTask && block is not Paragraph) lines.EndLine();
            if (isSimple && block is ListBlock list && depth < Deepest)
            {
                depth++;
                bullet = WriteList(list, bullet, isTight: true);
                depth--;
            }
            else
            {
                bullet = Write(block, bullet, out _);
            }

            isFirst = false;
        }
    }

    /// <summary>What leaves no trace in Markdown.</summary>
    internal static bool IsNothing(Block block) => block switch
    {
        ListBlock list => list.Blocks.Count == 0,
        Paragraph { Inlines: [Text { Value: var words }, ..] } when words.AsSpan().ContainsAnyInRange('!', '~') => false,
        Paragraph paragraph => LinePieces.Of(paragraph.Inlines).Count == 0,
        _ => false,
    };

    /// <summary>A line, then perhaps lists: the items that need no blank lines around them.</summary>
    private static bool IsSimple(Block item)
    {
        Paragraph? text = null;
        foreach (Block block in item is ListItem content ? content.Blocks : [item])
        {
            if (IsNothing(block)) continue;
            if (block is Paragraph paragraph && text is null) text = paragraph;
            else if (block is not ListBlock list || text is null || IsOnlyBreaks(text) || !CanInterruptParagraph(list)) return false;
        }

        return true;
    }

    // A tag alone on a line begins HTML, to which all belongs up to the next blank line.
    private static bool IsOnlyBreaks(Paragraph paragraph) => LinePieces.Of(paragraph.Inlines).All(piece => piece.IsBreak);

    // Right below a line of text, Markdown takes a list only if it is bulleted or counts from one, and does not begin with an empty item.
    private static bool CanInterruptParagraph(ListBlock list)
    {
        if (list.Kind == ListKind.Task) return true;
        if (list.Kind == ListKind.Ordered && list.Start != 1) return false;
        return list.Blocks[0] is ListItem item && item.Blocks.FirstOrDefault(block => !IsNothing(block)) is Paragraph;
    }
}
