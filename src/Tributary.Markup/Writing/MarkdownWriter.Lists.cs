using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

internal sealed partial class MarkdownWriter
{
    private const int LargestStart = 999_999_999;

    // The next list follows a line of text in the same item, without a blank line between.
    private bool startsTight;

    private string WriteList(StorageElement list, string? previousBullet)
    {
        bool isOrdered = list.Name == "ol";
        Expect(list, isOrdered ? "start" : "");
        int number = 1;
        if (isOrdered && list["start"] is { } start && (!int.TryParse(start, out number) || number is < 0 or > LargestStart))
        {
            losses.Add("list start");
            number = 1;
        }

        string bullet = isOrdered ? (previousBullet == "." ? ")" : ".") : previousBullet == "-" ? "*" : "-";
        bool tight = list.Elements().All(IsSimple);
        bool tightBefore = startsTight;
        startsTight = false;
        bool first = true;
        foreach (StorageElement item in list.Elements())
        {
            if (lines.IsFull) break;
            if (item.Name != "li")
            {
                losses.Add("list content outside an item");
                WriteBlock(item, null);
                continue;
            }

            Expect(item);
            string marker = isOrdered ? $"{Math.Min(number++, LargestStart)}{bullet} " : bullet + " ";
            WriteItem(marker, item, tight, tightBefore);
            tightBefore = tight;
            first = false;
        }

        if (first) losses.Add("empty list");
        foreach (StorageText text in list.Children.OfType<StorageText>())
        {
            if (!Whitespace.IsBlank(text.Value)) losses.Add("list content outside an item");
        }

        return bullet;
    }

    private string WriteTaskList(StorageElement list, string? previousBullet)
    {
        Expect(list);
        string bullet = previousBullet == "-" ? "*" : "-";
        bool first = true;
        bool tightBefore = startsTight;
        startsTight = false;
        bool tight = list.Elements().All(task => task.Child("ac:task-body") is not { } body || IsSimple(body));
        foreach (StorageElement task in list.Elements())
        {
            if (lines.IsFull) break;
            if (task.Name != "ac:task" || task.Child("ac:task-body") is not { } body)
            {
                losses.Add("list content outside a task");
                WriteBlock(task, null);
                continue;
            }

            Expect(task);
            tasks++;
            foreach (StorageElement part in task.Elements()) NoteTaskPart(part);
            bool done = task.Child("ac:task-status") is { } status && VerbatimText.Of(status).Trim() == "complete";
            WriteItem($"{bullet} ", body, tight, tightBefore, done ? "[x] " : "[ ] ");
            tightBefore = tight;
            first = false;
        }

        if (first) losses.Add("empty list");
        return bullet;
    }

    // Tasks written from Markdown are numbered from one: an id that says something else, or a uuid, is lost.
    private void NoteTaskPart(StorageElement part)
    {
        Expect(part);
        bool isLost = part.Name switch
        {
            "ac:task-id" => VerbatimText.Of(part).Trim() != tasks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "ac:task-status" or "ac:task-body" => false,
            _ => true,
        };
        if (isLost) losses.Add("id of a task");
    }

    private void WriteItem(string marker, StorageElement content, bool tight, bool tightBefore, string checkbox = "")
    {
        lines.StartBlock(tightBefore);
        lines.Open(marker, new string(' ', marker.Length));
        // A task's box belongs to its first paragraph, which must therefore come first.
        if (checkbox.Length > 0) lines.Text.Append(checkbox);
        if (tight) WriteTightContent(content);
        else WriteBlocks(content);
        lines.Close();
    }

    /// <summary>A line, then perhaps lists: the items that need no blank lines around them.</summary>
    private static bool IsSimple(StorageElement item)
    {
        bool isText = false;
        bool isAfterText = false;
        foreach (StorageNode node in item.Children)
        {
            if (node is StorageText text && Whitespace.IsBlank(text.Value)) continue;
            if (node is not StorageElement element || !IsBlockInside(element))
            {
                if (isAfterText) return false;
                isText = true;
                continue;
            }

            switch (element.Name)
            {
                case "p" when !isText && !isAfterText && !element.Elements().Any(IsBlockInside):
                    isAfterText = true;
                    break;
                case "ul" or "ol" or "ac:task-list" when (isText || isAfterText) && CanInterruptParagraph(element):
                    isAfterText = true;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    // Right below a line of text, Markdown takes a list only if it is bulleted or counts from one, and does not begin with an empty item.
    private static bool CanInterruptParagraph(StorageElement list)
    {
        if (list.Name == "ol" && list["start"] is not (null or "1")) return false;
        StorageElement? first = list.Elements().FirstOrDefault();
        if (first?.Name == "ac:task") return true;
        return first is { Name: "li" } && StartsWithWords(first);
    }

    private static bool StartsWithWords(StorageElement element)
    {
        foreach (StorageNode node in element.Children)
        {
            if (node is StorageText text && Whitespace.IsBlank(text.Value)) continue;
            if (node is StorageElement { Name: "p" } paragraph) return StartsWithWords(paragraph);
            return node is StorageText || (node is StorageElement inner && !IsBlockInside(inner) && inner.Name != "br");
        }

        return false;
    }

    private void WriteTightContent(StorageElement item)
    {
        var words = new List<StorageNode>();
        string? bullet = null;
        foreach (StorageNode node in item.Children)
        {
            if (node is not StorageElement element || !IsBlockInside(element))
            {
                words.Add(node);
                continue;
            }

            WriteParagraph(words);
            words.Clear();
            if (element.Name == "p") WriteParagraph(element, tight: true);
            else bullet = WriteTightList(element, bullet);
        }

        WriteParagraph(words);
    }

    private string WriteTightList(StorageElement list, string? bullet)
    {
        startsTight = true;
        return list.Name == "ac:task-list" ? WriteTaskList(list, bullet) : WriteList(list, bullet);
    }
}
