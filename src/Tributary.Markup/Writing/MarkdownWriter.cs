using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

/// <summary>Writes a storage body as Markdown that people and models read well, and logs all that Markdown does not say.</summary>
internal sealed partial class MarkdownWriter
{
    private readonly StorageDocument document;
    private readonly LossLog losses = new();
    private readonly InlineReader inlines;
    private readonly MarkdownLines lines;
    private readonly InlineWriter inlineWriter;
    private readonly int longest;
    private int tasks;

    private MarkdownWriter(StorageDocument document, MarkdownOptions options)
    {
        this.document = document;
        inlines = new InlineReader(options, losses);
        longest = (document.Source.Length * 4) + 100_000;
        lines = new MarkdownLines(longest);
        inlineWriter = new InlineWriter(lines.Text, longest);
    }

    public static Conversion Convert(StorageDocument document, MarkdownOptions options)
    {
        var writer = new MarkdownWriter(document, options);
        return writer.Convert();
    }

    private Conversion Convert()
    {
        if (!document.IsComplete) losses.Add("markup that is not well-formed, or nested too deep");
        WriteBlocks(document.Root);
        if (lines.IsFull) losses.Add("the rest of the page, which is too long");
        string text = lines.Text.Length == 0 ? "" : lines.Text.Append('\n').ToString();
        return new Conversion(text, losses.ToList());
    }

    /// <summary>Writes the content of a container; what stands there without a paragraph is one.</summary>
    private void WriteBlocks(StorageElement container)
    {
        var loose = new List<StorageNode>();
        string? bullet = null;
        foreach (StorageNode node in container.Children)
        {
            if (IsInlineHere(node, loose))
            {
                loose.Add(node);
                continue;
            }

            if (WriteParagraph(loose)) bullet = null;
            loose.Clear();
            if (lines.IsFull) return;
            bullet = WriteBlock((StorageElement)node, bullet);
        }

        WriteParagraph(loose);
    }

    private static bool IsInlineHere(StorageNode node, List<StorageNode> loose)
    {
        if (node is not StorageElement element) return true;
        if (!Macro.IsMacro(element)) return !Blocks.IsBlock(element.Name) && element.Name != "at:declarations";
        if (element.Child("ac:rich-text-body") is not null || element.Child("ac:plain-text-body") is not null) return false;
        bool besideText = loose.Any(other => other is not StorageText text || !Whitespace.IsBlank(text.Value));
        return besideText || Macro.Name(element) is "status" or "jira" or "anchor";
    }

    /// <summary>Returns the bullet of the list that was written, so that a list next to it takes another: two lists of one kind would be one.</summary>
    private string? WriteBlock(StorageElement element, string? previousBullet)
    {
        switch (element.Name)
        {
            case "ul" or "ol":
                return WriteList(element, previousBullet);
            case "ac:task-list":
                return WriteTaskList(element, previousBullet);
            case "p":
                WriteParagraph(element);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                WriteHeading(element);
                break;
            case "blockquote":
                Expect(element);
                WriteQuote("", element);
                break;
            case "hr":
                Expect(element);
                lines.StartBlock();
                lines.Text.Append("___");
                break;
            case "pre":
                losses.Add("preformatted text");
                WriteFence("", VerbatimText.Of(element));
                break;
            case "table":
                WriteTable(element);
                break;
            case "ac:structured-macro" or "ac:macro":
                WriteMacro(element);
                break;
            case "ac:adf-extension":
                losses.Add(LossNames.Of(element));
                WriteBlocks(element.Child("ac:adf-fallback") ?? element.Child("ac:adf-node") ?? element);
                break;
            default:
                losses.Add(LossNames.Of(element));
                WriteBlocks(element);
                break;
        }

        return null;
    }

    private bool WriteParagraph(List<StorageNode> nodes)
    {
        if (nodes.TrueForAll(node => node is StorageText text && Whitespace.IsBlank(text.Value))) return false;
        IReadOnlyList<Inline> pieces = inlines.Read(nodes);
        if (pieces.Count == 0) return false;
        lines.StartBlock();
        inlineWriter.Write(pieces, EscapeContext.LineStart, lines.LineBreak);
        return true;
    }

    private void WriteParagraph(StorageElement paragraph, bool tight = false)
    {
        Expect(paragraph);
        if (paragraph.Elements().Any(IsBlockInside))
        {
            losses.Add("block inside a paragraph");
            WriteBlocks(paragraph);
            return;
        }

        IReadOnlyList<Inline> pieces = inlines.Read(paragraph.Children);
        if (pieces.Count == 0)
        {
            losses.Add("empty paragraph");
            return;
        }

        lines.StartBlock(tight);
        inlineWriter.Write(pieces, EscapeContext.LineStart, lines.LineBreak);
    }

    private static bool IsBlockInside(StorageElement element) =>
        Blocks.IsBlock(element.Name) || (Macro.IsMacro(element) && (Macro.RichBody(element) is not null || element.Child("ac:plain-text-body") is not null));

    private void WriteHeading(StorageElement heading)
    {
        Expect(heading);
        losses.Where = $"under \"{Shorten(PlainText.Of(heading))}\"";
        IReadOnlyList<Inline> pieces = inlines.Read(heading.Children);
        if (pieces.Count == 0)
        {
            losses.Add("empty heading");
            return;
        }

        lines.StartBlock();
        lines.Text.Append('#', Blocks.HeadingLevel(heading.Name)).Append(' ');
        inlineWriter.Write(pieces, EscapeContext.HeadingEnd, "<br>");
    }

    private void WriteQuote(string firstLine, StorageElement content)
    {
        lines.StartBlock();
        lines.Open("> ", "> ");
        if (firstLine.Length > 0)
        {
            lines.Text.Append(firstLine);
            lines.StartContent();
        }

        WriteBlocks(content);
        lines.Close();
    }

    private void WriteFence(string info, string code)
    {
        string visible = VisibleText.Of(code);
        if (visible.Length != code.Length) losses.Add(LossNames.OfInvisible);
        string fence = new('`', Math.Max(3, LongestRun(visible, '`') + 1));
        lines.StartBlock();
        lines.Text.Append(fence).Append(info);
        foreach (Range line in visible.AsSpan().Split('\n'))
        {
            if (lines.IsFull) break;
            ReadOnlySpan<char> content = visible.AsSpan()[line];
            lines.StartLine(content.IsEmpty);
            lines.Text.Append(content);
        }

        lines.StartLine();
        lines.Text.Append(fence);
    }

    private void Expect(StorageElement element, params ReadOnlySpan<string> understood)
    {
        foreach (StorageAttribute attribute in element.Attributes)
        {
            if (!understood.Contains(attribute.Name)) losses.Add(LossNames.Of(element, attribute));
        }
    }

    private static int LongestRun(string text, char wanted)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == wanted ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string Shorten(string words)
    {
        string line = words.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 57), "…");
    }
}
