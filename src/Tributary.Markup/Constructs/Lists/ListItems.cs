using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Lists;

/// <summary>The items of a list, looked for through the markers of comments. A list that stands where an item should is an item of its own, as browsers show it.</summary>
internal static class ListItems
{
    /// <summary>Null where the list holds something else that a reader sees.</summary>
    public static List<StorageElement>? Of(StorageElement list, string itemName)
    {
        var items = new List<StorageElement>();
        return AddTo(items, list, itemName) ? items : null;
    }

    private static bool AddTo(List<StorageElement> items, StorageElement holder, string itemName)
    {
        foreach (StorageNode node in holder.Children)
        {
            if (node is StorageText text && !Whitespace.IsBlank(text.Value)) return false;
            if (node is not StorageElement element) continue;
            if (element.Name == itemName || element.Name is "ul" or "ol" or "ac:task-list") items.Add(element);
            else if (!BlockNature.IsTransparent(element) || !AddTo(items, element, itemName)) return false;
        }

        return true;
    }
}
