using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Lists;

/// <summary><c>ul</c> and <c>ol</c>.</summary>
internal static class ListConstruct
{
    // Markdown takes nine digits.
    private const int LargestStart = 999_999_999;

    public static Block? Read(StorageElement element, BlockReader reader)
    {
        if (ListItems.Of(element, "li") is not { } items) return OpaqueConstruct.ReadContainer(element, reader);
        if (items.Count == 0) return null;
        bool isOrdered = element.Name == "ol";
        return new ListBlock(isOrdered ? ListKind.Ordered : ListKind.Bullet, isOrdered ? Start(element["start"]) : 1, [.. items.Select(item => ReadItem(item, reader))])
        {
            Origin = StorageOrigin.Of(element),
        };
    }

    public static void Write(ListBlock list, StorageRenderer renderer, StringBuilder to)
    {
        string name = list.Kind == ListKind.Ordered ? "ol" : "ul";
        to.Append('<').Append(name);
        if (list.Kind == ListKind.Ordered && list.Start != 1) to.Append(CultureInfo.InvariantCulture, $" start=\"{list.Start}\"");
        to.Append('>');
        renderer.WriteBlocks(list.Blocks, to);
        to.Append("</").Append(name).Append('>');
    }

    public static void WriteItem(ListItem item, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<li>");
        renderer.WriteContent(item.Blocks, to);
        to.Append("</li>");
    }

    private static ListItem ReadItem(StorageElement item, BlockReader reader) => item.Name == "li"
        ? new ListItem(null, reader.Read(item.Children)) { Origin = StorageOrigin.Of(item) }
        : new ListItem(null, reader.Read([item])) { Origin = new StorageOrigin(item.Start, item.End, Element: null) };

    private static int Start(string? start) => int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= LargestStart ? number : 1;
}
