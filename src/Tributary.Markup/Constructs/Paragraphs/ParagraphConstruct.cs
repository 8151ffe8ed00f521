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
        if (reader.Nature.HoldsBlocks(element)) return OpaqueConstruct.ReadContainer(element, reader);
        IReadOnlyList<Inline> line = reader.ReadLine(element.Children);
        return LineReader.IsVisible(line) ? new Paragraph(line) { Origin = StorageOrigin.Of(element) } : null;
    }

    public static void Write(Paragraph paragraph, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<p>");
        renderer.Write(paragraph.Inlines, to);
        to.Append("</p>");
    }
}
