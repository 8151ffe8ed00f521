using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <param name="Element">Null for a run of loose inline nodes that stands as a paragraph, and for an item that only wraps a list which stands where an item should.</param>
internal sealed record StorageOrigin(int Start, int End, StorageElement? Element) : Origin(Start, End)
{
    public static StorageOrigin Of(StorageElement element) => new(element.Start, element.End, element);
}
