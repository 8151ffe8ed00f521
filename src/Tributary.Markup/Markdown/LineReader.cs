using System.Text;
using Markdig.Syntax.Inlines;
using Tributary.Markup.Constructs;
using Tributary.Markup.Markdown.Parsing;
using Tributary.Markup.Model;
using Inline = Tributary.Markup.Model.Inline;
using LossLog = Tributary.Markup.Writing.LossLog;
using Node = Markdig.Syntax.Inlines.Inline;

namespace Tributary.Markup.Markdown;

/// <summary>The pieces of a line as Markdig parsed them to pieces of the model: marks that lay nested lie flat.</summary>
/// <param name="length">Of the whole text.</param>
internal sealed class LineReader(LossLog losses, int length)
{
    // References may name the same long address again and again: all together no more is written than a text could say.
    private const int FreeAddresses = 100_000;

    private long roomForAddresses = FreeAddresses + length;

    private readonly StringBuilder text = new();
    private List<Inline> pieces = [];
    private Marks textMarks;

    // The text in place of an image holds the words of all images within.
    private bool isInImage;

    public IReadOnlyList<Inline> Read(ContainerInline? container) => Read(container?.FirstChild);

    public IReadOnlyList<Inline> Read(Node? first)
    {
        if (first is null) return [];
        if (first is LiteralInline { NextSibling: null } only) return [new Text(only.Content.ToString(), default)];
        List<Inline> outer = pieces;
        pieces = [];
        ReadSiblings(first, default);
        Flush();
        List<Inline> read = pieces;
        pieces = outer;
        return read;
    }

    private void ReadSiblings(Node? first, Marks marks)
    {
        TagPairs? pairs = null;
        Marks inner = marks;
        for (Node? node = first; node is not null; node = node.NextSibling)
        {
            if (node is not HtmlInline html) ReadNode(node, inner);
            else if (HtmlTag.IsLineBreak(html.Tag)) AddBreak();
            else if ((pairs ??= new TagPairs(node)).Contains(html)) inner = pairs.Pass(html, marks);
            else ReadHtml(html, inner);
        }
    }

    private void ReadNode(Node node, Marks marks)
    {
        switch (node)
        {
            case LiteralInline literal:
                AddText(literal.Content.AsSpan(), marks);
                break;
            case CodeInline code:
                Add(new Code(code.Content, marks));
                break;
            case EmphasisInline emphasis:
                ReadSiblings(emphasis.FirstChild, marks with { Flags = marks.Flags | MarkOf(emphasis) });
                break;
            case MarkInline mark:
                ReadSiblings(mark.FirstChild, Marked(mark, marks));
                break;
            case DirectiveInline directive:
                AddDirective(directive.Head, marks);
                break;
            case LineBreakInline { IsHard: true }:
                AddBreak();
                break;
            case LineBreakInline:
                AddText(" ", marks);
                break;
            case LinkInline { IsImage: true } image when isInImage:
                ReadSiblings(image.FirstChild, marks);
                break;
            case LinkInline { IsImage: true } image:
                AddImage(image, marks);
                break;
            case LinkInline link:
                AddLink(link, marks);
                break;
            case AutolinkInline autolink:
                AddLink((autolink.IsEmail ? "mailto:" : "") + autolink.Url, [new Text(autolink.Url, default)], marks);
                break;
            case FootnoteInline { Note: var note }:
                Add(Notes.Reference(note.Name, note.Number, marks));
                break;
            case HtmlEntityInline entity:
                AddText(entity.Transcoded.AsSpan(), marks);
                break;
            case BoxInline box:
                AddText(box.IsDone ? "[x] " : "[ ] ", marks);
                break;
            case AlertInline alert:
                AddText($"[!{alert.Kind}] {alert.Title} ", marks);
                break;
            case DelimiterInline open:
                AddText(open.ToLiteral(), marks);
                ReadSiblings(open.FirstChild, marks);
                break;
            case ContainerInline other:
                ReadSiblings(other.FirstChild, marks);
                break;
        }
    }

    private static Mark MarkOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => Mark.Strike,
        { DelimiterCount: 2 } => Mark.Strong,
        _ => Mark.Emphasis,
    };

    private static Marks Marked(MarkInline mark, Marks marks) => mark.Name switch
    {
        "color" or "highlight" when mark.Color.Length == 0 => marks,
        "color" => marks with { Color = mark.Color },
        "highlight" => marks with { Highlight = mark.Color },
        string name => marks with { Flags = marks.Flags | Notation.MarkOf(name) },
    };

    private void AddDirective(DirectiveHead head, Marks marks)
    {
        if (head.Name == Notation.Mention && head.Attributes is [{ Name: "id" } id]) Add(new Mention(id.Value, marks));
        else Add(new InlineDirective(head.Name, head.Label, head.Attributes, head.Handle, marks));
    }

    private void ReadHtml(HtmlInline html, Marks marks)
    {
        losses.Add(HtmlTag.IsComment(html.Tag) ? "HTML comment" : "raw HTML, kept as text");
        if (!HtmlTag.IsComment(html.Tag)) AddText(html.Tag, marks);
    }

    private void AddLink(LinkInline link, Marks marks)
    {
        string address = link.Url ?? "";
        if (address.StartsWith(Notation.UserScheme, StringComparison.Ordinal))
        {
            Add(new Mention(Uri.UnescapeDataString(address[Notation.UserScheme.Length..]), marks));
            return;
        }

        Flush();
        if (!HasRoom(link))
        {
            losses.Add("link whose address is named too often, kept as text");
            foreach (Inline piece in Read(link)) Add(piece with { Marks = Union(piece.Marks, marks) });
            return;
        }

        AddLink(address, Read(link), marks, link.Title, BracesParser.AttributesOf(link));
    }

    private void AddLink(string address, IReadOnlyList<Inline> inner, Marks marks, string? title = null, IReadOnlyList<DirectiveAttribute>? attributes = null)
    {
        if (!LinkSafety.IsDangerous(address) && address.Length > 0)
        {
            Add(new Link(address, title is { Length: > 0 } ? title : null, inner, marks) { Attributes = attributes ?? [] });
            return;
        }

        losses.Add(address.Length == 0 ? "link without an address, kept as text" : "link to a script, kept as text");
        foreach (Inline piece in inner) Add(piece with { Marks = Union(piece.Marks, marks) });
    }

    private void AddImage(LinkInline image, Marks marks)
    {
        string address = image.Url ?? "";
        Flush();
        isInImage = true;
        string alt = LinePlainText.Of(Read(image));
        isInImage = false;
        if (LinkSafety.IsDangerous(address) || address.Length == 0 || !HasRoom(image))
        {
            losses.Add("image without a usable address, kept as text");
            AddText(alt, marks);
            return;
        }

        Add(new Image(address, alt, image.Title is { Length: > 0 } title ? title : null, BracesParser.AttributesOf(image), marks));
    }

    private bool HasRoom(LinkInline link)
    {
        roomForAddresses -= (link.Url?.Length ?? 0) + (link.Title?.Length ?? 0);
        return roomForAddresses >= 0;
    }

    private void AddBreak() => Add(new Break());

    private void Add(Inline piece)
    {
        Flush();
        pieces.Add(piece);
    }

    private void AddText(ReadOnlySpan<char> value, Marks marks)
    {
        if (textMarks != marks) Flush();
        textMarks = marks;
        text.Append(value);
    }

    private void Flush()
    {
        if (text.Length > 0) pieces.Add(new Text(text.ToString(), textMarks));
        text.Clear();
    }

    internal static Marks Union(Marks inner, Marks outer) => new(inner.Flags | outer.Flags, inner.Color ?? outer.Color, inner.Highlight ?? outer.Highlight);
}
