using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>A storage body as a model: total, and everything that a reader of the page sees is in it.</summary>
internal static class StorageModel
{
    public static Document Read(StorageDocument document) => new(new BlockReader(BlockNature.Of(document.Root), new Handles()).Read(document.Root.Children));

    /// <summary>One line by itself, as the inside of a paragraph; what needs a handle has none.</summary>
    public static IReadOnlyList<Inline> ReadLine(IReadOnlyList<StorageNode> nodes) => new LineReader(handles: null).Read(nodes);
}
