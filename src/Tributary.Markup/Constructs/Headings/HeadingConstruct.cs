using System.Text;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Headings;

/// <summary><c>h1</c> to <c>h6</c>.</summary>
internal static class HeadingConstruct
{
    public static Block? Read(StorageElement element, BlockReader reader)
    {
        if (reader.Nature.HoldsBlocks(element)) return OpaqueConstruct.ReadContainer(element, reader);
        IReadOnlyList<Inline> line = reader.ReadLine(element.Children);
        return LineReader.IsVisible(line) ? new Heading(Blocks.HeadingLevel(element.Name), line) { Origin = StorageOrigin.Of(element) } : null;
    }

    public static void Write(Heading heading, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<h").Append(heading.Level).Append('>');
        renderer.Write(heading.Inlines, to);
        to.Append("</h").Append(heading.Level).Append('>');
    }
}
