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

        int first = 0;
        if (task.Blocks is [Paragraph text, ..] && CanStandLoose(text, task.Blocks.ElementAtOrDefault(1)))
        {
            if (text.Origin is null || renderer.Original is null) renderer.Write(text.Inlines, to);
            else WriteLoose(text, renderer, to);
            first = 1;
        }

        renderer.WriteBlocks(task.Blocks.Skip(first), to);
        to.Append("</ac:task-body></ac:task>");
    }

    /// <summary>A paragraph of the page, without the element that it had where it came from.</summary>
    private static void WriteLoose(Paragraph text, StorageRenderer renderer, StringBuilder to)
    {
        int start = to.Length;
        renderer.Write(text, to);
        if (text is not { IsAltered: false, Origin: StorageOrigin { Element: { Name: "p" } element } origin } || element.ContentStart == element.End) return;
        to.Length = start + element.ContentEnd - origin.Start;
        to.Remove(start, element.ContentStart - origin.Start);
    }

    // The editor keeps the text of a task without a paragraph. It needs one where macros or pictures would be taken for lines of their own, or a macro for the end of the text.
    private static bool CanStandLoose(Paragraph text, Block? next) =>
        next is not Directive { Body: null } && text.Inlines.Any(piece => piece is Text words ? !Whitespace.IsBlank(words.Value) : piece is Code or Link or Mention);

    private static ListItem ReadTask(StorageElement task, BlockReader reader)
    {
        if (task.Name != "ac:task") return new ListItem(false, reader.Read([task])) { Origin = new StorageOrigin(task.Start, task.End, Element: null) };
        bool isDone = task.Child("ac:task-status") is { } status && VerbatimText.Of(status).Trim() == "complete";
        return new ListItem(isDone, task.Child("ac:task-body") is { } body ? reader.Read(body.Children) : []) { Origin = StorageOrigin.Of(task) };
    }
}
