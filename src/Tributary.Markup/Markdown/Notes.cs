using System.Globalization;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary><c>[^1]: words</c>, while Markdown is written.</summary>
internal sealed record Note(string Label, IReadOnlyList<Inline> Inlines) : TextBlock(Inlines);

/// <summary><c>[^1]</c>, while Markdown is written.</summary>
internal sealed record NoteReference(string Label) : Inline(default(Marks));

/// <summary>Confluence has no footnotes. On its pages a note is a paragraph that begins with an anchor and a number, to which numbers in the text are linked.</summary>
internal sealed class Notes
{
    private const string AnchorPrefix = "fn-";
    private const string Anchor = "anchor";

    private static readonly Marks Raised = new(Mark.Superscript);

    // Markdown takes upper and lower case for the same label.
    private readonly Dictionary<string, (string Label, string Number)> notes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private bool areCounted = true;

    private Notes()
    {
    }

    /// <summary>The paragraph that a note begins with, before its words.</summary>
    public static Inline[] Lead(string label, int number) =>
        [new InlineDirective(Anchor, AnchorPrefix + label, [], null, default), new Text(Shown(number), new Marks(Mark.Superscript)), new Text(" ", default)];

    public static Link Reference(string label, int number, Marks marks) =>
        new(Address(label), null, [new Text(Shown(number), default)], marks with { Flags = marks.Flags | Mark.Superscript });

    /// <summary>The page with notes and references to them, where they say no more than Markdown's do and are counted as Markdown counts them; else the page itself.</summary>
    public static IReadOnlyList<Block> Find(IReadOnlyList<Block> page)
    {
        var reader = new Notes();
        foreach (Block block in page)
        {
            if (LabelOf(block) is { } label && !reader.notes.TryAdd(label, (label, NumberOf(block)))) return page;
        }

        if (reader.notes.Count == 0) return page;
        Block[] found = [.. page.Select(block => LabelOf(block) is { } label ? new Note(label, reader.Shown([.. ((Paragraph)block).Inlines.Skip(2)])) : reader.Shown(block))];
        foreach (string label in found.OfType<Note>().Select(note => note.Label)) reader.Name(label);
        return reader.areCounted ? found : page;
    }

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Address(string label) => LinkAddress.Write(new LinkTarget(LinkKind.Anchor, AnchorPrefix + label, Anchor: AnchorPrefix + label))!;

    private static string? LabelOf(Block block)
    {
        if (block is not Paragraph { Inlines: { Count: > 1 } line } || line[0] is not InlineDirective { Name: Anchor, Attributes.Count: 0, Handle: null } anchor || line[1] is not Text number) return null;
        if (anchor.Marks != default || number.Marks != Raised || (line.Count > 2 && line[2] is not Text { Value: [' ', ..] }) || !anchor.Label.StartsWith(AnchorPrefix, StringComparison.Ordinal)) return null;
        string label = anchor.Label[AnchorPrefix.Length..];
        return IsLabel(label) ? label : null;
    }

    private static string NumberOf(Block note) => ((Text)((Paragraph)note).Inlines[1]).Value;

    /// <summary>A label that stands for itself wherever it is written.</summary>
    public static bool IsLabel(string label) => label.Length is > 0 and <= 64 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private Block Shown(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Inlines = Shown(paragraph.Inlines) },
        Heading heading => heading with { Inlines = Shown(heading.Inlines) },
        ContainerBlock { Blocks.Count: > 0 } container => container.WithBlocks([.. container.Blocks.Select(Shown)]),
        _ => block,
    };

    private IReadOnlyList<Inline> Shown(IReadOnlyList<Inline> line) => [.. line.Select(piece => Shown(piece) ?? piece)];

    private NoteReference? Shown(Inline piece)
    {
        if (piece is not Link { Title: null, Attributes.Count: 0, Inlines: [Text number] } link || link.Marks != Raised || number.Marks != default) return null;
        if (!link.Address.StartsWith('#' + AnchorPrefix, StringComparison.Ordinal)) return null;
        string label = link.Address[(AnchorPrefix.Length + 1)..];
        if (!notes.TryGetValue(label, out (string Label, string Number) note) || note.Label != label) return null;
        areCounted &= number.Value == note.Number;
        Name(label);
        return new NoteReference(label);
    }

    private void Name(string label)
    {
        if (named.Add(label)) areCounted &= notes[label].Number == Shown(named.Count);
    }
}
