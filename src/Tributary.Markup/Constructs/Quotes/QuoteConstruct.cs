using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Quotes;

/// <summary><c>blockquote</c>.</summary>
internal static class QuoteConstruct
{
    public static Quote Read(StorageElement element, BlockReader reader) => new(reader.Read(element.Children)) { Origin = StorageOrigin.Of(element) };

    public static void Write(Quote quote, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<blockquote>");
        renderer.WriteContent(quote.Blocks, to);
        to.Append("</blockquote>");
    }
}
