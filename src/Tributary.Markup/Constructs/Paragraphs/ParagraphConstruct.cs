using System.Text;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Paragraphs;

/// <summary><c>p</c>. An empty one is room between blocks, and no block.</summary>
internal static class ParagraphConstruct
{
    public static Block? Read(StorageElement element, BlockReader reader)
    {
        if (reader.Nature.HoldsBlocks(element)) return ReadAround(element, reader);
        IReadOnlyList<Inline> line = reader.ReadLine(element.Children);
        return LineReader.IsVisible(line) ? new Paragraph(line) { Origin = StorageOrigin.Of(element) } : null;
    }

    // A macro alone in a paragraph is how many pages have it: nobody needs to see the paragraph.
    private static Block? ReadAround(StorageElement element, BlockReader reader)
    {
        List<StorageNode> inside = [.. element.Children.Where(child => !BlockReader.IsBlank(child))];
        if (inside is not [StorageElement only] || BlockNature.IsTransparent(only)) return OpaqueConstruct.ReadContainer(element, reader);
        return reader.Read(inside) is [var block] ? StorageOrigin.Widen(block, element) : null;
    }

    public static void Write(Paragraph paragraph, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<p>");
        renderer.Write(paragraph.Inlines, to);
        to.Append("</p>");
    }
}
