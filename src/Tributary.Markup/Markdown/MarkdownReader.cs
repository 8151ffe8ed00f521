using Markdig.Syntax;
using Tributary.Markup.Markdown.Parsing;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Markdown;

/// <summary>Markdown (CommonMark, GitHub's tables, tasks, strikethrough, alerts, footnotes and the directives of the notation) as a document. Any text is one.</summary>
internal static class MarkdownReader
{
    public static Document Read(string markdown, LossLog losses) => ReadWithLines(markdown, losses).Document;

    public static MarkdownParse ReadWithLines(string markdown, LossLog losses)
    {
        markdown = markdown.Replace('\0', '\uFFFD');
        MarkdownDocument parsed;
        try
        {
            parsed = Markdig.Markdown.Parse(markdown, Pipeline.Instance);
        }
        catch (ArgumentException)
        {
            // Markdig gives up on a nesting that no page has: the words are kept, their structure is not.
            losses.Add("structure nested too deeply");
            return new MarkdownParse(new Document([new Paragraph([new Text(markdown, default)])]), new Range[] { ..markdown.Length }) { IsTooDeep = true };
        }

        Footnotes.NumberAll(parsed);
        if (Nesting.WasTooDeep(parsed)) losses.Add("structure nested too deeply");
        var reader = new BlockReader(markdown, losses);
        var blocks = new List<Model.Block>();
        var lines = new List<Range>();
        foreach (Markdig.Syntax.Block block in parsed)
        {
            reader.Read(block, blocks);
            AddLines(block, markdown, blocks.Count, lines);
        }

        losses.Line = 0;
        return new MarkdownParse(new Document(blocks), lines);
    }

    private static void AddLines(Markdig.Syntax.Block block, string markdown, int count, List<Range> lines)
    {
        int start = block.Span.Start <= 0 ? 0 : markdown.LastIndexOf('\n', Math.Min(block.Span.Start, markdown.Length) - 1) + 1;
        Range range = start..Math.Clamp(block.Span.End + 1, start, markdown.Length);
        while (lines.Count < count) lines.Add(range);
    }
}
