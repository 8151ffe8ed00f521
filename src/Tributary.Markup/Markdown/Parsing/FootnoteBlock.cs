using System.Globalization;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary><c>[^1]: words</c>, and what is indented below.</summary>
internal sealed class FootnoteBlock(BlockParser parser, string label) : ContainerBlock(parser)
{
    public string Label { get; } = label;

    /// <summary>Notes count from one in the order in which the text names them; 0 as long as it has not.</summary>
    public int Number { get; set; }

    /// <summary>What the page calls it.</summary>
    public string Name => Notes.IsLabel(Label) ? Label : "n" + Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary><c>[^1]</c> in a text.</summary>
internal sealed class FootnoteInline(FootnoteBlock note) : LeafInline
{
    public FootnoteBlock Note { get; } = note;
}

/// <summary>The notes of a document by their labels.</summary>
internal sealed class Footnotes
{
    private static readonly object Key = new();

    private readonly Dictionary<string, FootnoteBlock> notes = new(StringComparer.OrdinalIgnoreCase);
    private int named;

    public static Footnotes? Of(MarkdownDocument document) => document.GetData(Key) as Footnotes;

    public static Footnotes In(MarkdownDocument document)
    {
        if (Of(document) is { } known) return known;
        var footnotes = new Footnotes();
        document.SetData(Key, footnotes);
        return footnotes;
    }

    /// <summary>What no text names is counted last.</summary>
    public static void NumberAll(MarkdownDocument document)
    {
        if (Of(document) is not { } footnotes) return;
        foreach (FootnoteBlock note in document.OfType<FootnoteBlock>()) footnotes.Number(note);
    }

    /// <summary>False where a note has that label already.</summary>
    public bool Add(FootnoteBlock note) => notes.TryAdd(note.Label, note);

    public FootnoteBlock? Name(string label)
    {
        if (notes.TryGetValue(label, out FootnoteBlock? note)) Number(note);
        return note;
    }

    private void Number(FootnoteBlock note)
    {
        if (note.Number == 0) note.Number = ++named;
    }
}
