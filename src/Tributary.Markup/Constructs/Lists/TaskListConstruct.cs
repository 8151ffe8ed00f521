using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Lists;

/// <summary><c>ac:task-list</c>. Who is to do a task, and by when, is a mention and a date in its text; its id stays with its origin.</summary>
internal static class TaskListConstruct
{
    public static Block? Read(StorageElement element, BlockReader reader)
    {
        if (ListItems.Of(element, "ac:task") is not { } tasks) return OpaqueConstruct.ReadContainer(element, reader);
        return tasks.Count == 0 ? null : new ListBlock(ListKind.Task, 1, [.. tasks.Select(task => ReadTask(task, reader))]) { Origin = StorageOrigin.Of(element) };
    }

    public static void Write(ListBlock list, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<ac:task-list>");
        renderer.WriteBlocks(list.Blocks, to);
        to.Append("</ac:task-list>");
    }

    public static void WriteTask(ListItem task, StorageRenderer renderer, StringBuilder to)
    {
        to.Append(CultureInfo.InvariantCulture, $"<ac:task><ac:task-id>{++renderer.LastTaskId}</ac:task-id>");
        to.Append("<ac:task-status>").Append(task.IsDone == true ? "complete" : "incomplete").Append("</ac:task-status><ac:task-body>");

        // The editor keeps the text of a task without a paragraph.
        bool startsWithText = task.Blocks is [Paragraph, ..];
        if (startsWithText) renderer.Write(((Paragraph)task.Blocks[0]).Inlines, to);
        renderer.WriteBlocks(startsWithText ? task.Blocks.Skip(1) : task.Blocks, to);
        to.Append("</ac:task-body></ac:task>");
    }

    private static ListItem ReadTask(StorageElement task, BlockReader reader)
    {
        if (task.Name != "ac:task") return new ListItem(false, reader.Read([task])) { Origin = new StorageOrigin(task.Start, task.End, Element: null) };
        bool isDone = task.Child("ac:task-status") is { } status && VerbatimText.Of(status).Trim() == "complete";
        return new ListItem(isDone, task.Child("ac:task-body") is { } body ? reader.Read(body.Children) : []) { Origin = StorageOrigin.Of(task) };
    }
}
