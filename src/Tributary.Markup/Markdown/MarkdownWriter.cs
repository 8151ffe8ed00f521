using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>Writes a document as Markdown that people and models read well, and that <see cref="MarkdownReader"/> reads as the same document.</summary>
internal static class MarkdownWriter
{
    public static MarkdownText Write(Document document, MarkdownOptions options)
    {
        var lines = new MarkdownLines();
        IReadOnlyList<Range> blocks = new BlockWriter(lines, options, SiteLinks.Of(document, options.Site)).WriteAll(Notes.Find(document.Blocks));
        if (lines.Text.Length > 0) lines.Text.Append('\n');
        return new MarkdownText(lines.Text.ToString(), blocks);
    }

    /// <summary>One block alone, without what is only for readers: two blocks that say the same have the same.</summary>
    public static string Canonical(Block block)
    {
        var lines = new MarkdownLines();
        new BlockWriter(lines, options: null).WriteAll([block]);
        return lines.Text.ToString();
    }

    public static string Canonical(IReadOnlyList<Inline> line)
    {
        var text = new StringBuilder();
        new LineWriter(text, options: null).Write(LinePieces.Of(line), EscapeContext.LineStart, LineWriter.TagBreak);
        return text.ToString();
    }
}
