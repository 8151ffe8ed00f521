using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <param name="Element">The range is the element's, or that of a paragraph or a marker which holds the element and nothing else. Null for a run of loose inline nodes that stands as a paragraph, and for an item that only wraps a list which stands where an item should.</param>
internal sealed record StorageOrigin(int Start, int End, StorageElement? Element) : Origin(Start, End)
{
    /// <summary>The same block, together with an element that only stands around it.</summary>
    public static Block Widen(Block block, StorageElement around) =>
        block.Origin is StorageOrigin { Element: not null } origin ? block with { Origin = origin with { Start = around.Start, End = around.End } } : block;

    public static StorageOrigin Of(StorageElement element) => new(element.Start, element.End, element);
}
