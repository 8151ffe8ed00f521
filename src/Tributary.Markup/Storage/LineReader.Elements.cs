using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Dates;
using Tributary.Markup.Constructs.Emoji;
using Tributary.Markup.Constructs.Images;
using Tributary.Markup.Constructs.InlineMarks;
using Tributary.Markup.Constructs.Links;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Constructs.Mentions;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Constructs.Placeholders;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

internal sealed partial class LineReader
{
    private void ReadElement(StorageElement element)
    {
        switch (element.Name)
        {
            case "br":
                AddBreak(element);
                break;
            case "code":
                ReadCode(element);
                break;
            case "a":
                ReadLink(element, isInLink ? null : LinkConstruct.ReadAnchor(element), element.Children);
                break;
            case "ac:link" when MentionConstruct.Read(element, marks) is { } mention:
                Add(mention);
                break;
            case "ac:link":
                ReadConfluenceLink(element);
                break;
            case "ac:image" or "img":
                Add(ImageConstruct.Read(element, marks, handles));
                break;
            case "ac:emoticon":
                Add(EmojiConstruct.Read(element, marks));
                break;
            case "time" when DateConstruct.Read(element, marks) is { } date:
                Add(date);
                break;
            case "ac:placeholder" or "at:var":
                Add(PlaceholderConstruct.Read(element, marks));
                break;
            case "ac:structured-macro" or "ac:macro":
                ReadMacro(element);
                break;
            default:
                if (!OpaqueConstruct.IsUnseen(element.Name)) ReadOther(element);
                break;
        }
    }

    private void ReadOther(StorageElement element)
    {
        if (OpaqueConstruct.IsOpaque(element))
        {
            Add(Opaque(element));
            return;
        }

        bool isBlock = Blocks.IsBlock(element.Name);
        isSpacePending |= isBlock;
        Marks outer = marks;
        marks = MarkConstruct.Read(element, marks);
        ReadNodes(element.Children);
        marks = outer;
        isSpacePending |= isBlock;
    }

    private void ReadCode(StorageElement code)
    {
        bool outer = isCode;
        isCode = true;
        ReadNodes(code.Children);
        isCode = outer;
    }

    private void ReadConfluenceLink(StorageElement element)
    {
        IReadOnlyList<StorageNode>? body = (element.Child("ac:link-body") ?? element.Child("ac:plain-text-link-body"))?.Children;
        Link? link = isInLink ? null : LinkConstruct.Read(element);
        if (body is null && link is null) Add(Opaque(element));
        else ReadLink(element, link, body ?? [new StorageText(LinkTarget.Of(element).Name, isCData: true, element.Start, element.End)]);
    }

    /// <param name="link">Null for what is no link that Markdown could have: its words stand alone.</param>
    private void ReadLink(StorageElement element, Link? link, IReadOnlyList<StorageNode> shown)
    {
        if (link is null)
        {
            ReadNodes(shown);
            return;
        }

        FlushText();
        CloseCode();
        (List<Inline> outer, bool isSpaceBefore, bool hadLeadingSpace) = (pieces, isSpacePending, hasLeadingSpace);
        (pieces, isSpacePending, hasLeadingSpace, isInLink) = ([], false, false, true);
        ReadNodes(shown);
        FlushText();
        CloseCode();
        (List<Inline> inside, bool isSpaceAfter, bool isSpaceInFront) = (pieces, isSpacePending, isSpaceBefore || hasLeadingSpace);
        (pieces, isSpacePending, hasLeadingSpace, isInLink) = (outer, isSpaceInFront, hadLeadingSpace, false);

        // What all of the words have is said once, around the link.
        Marks common = inside.Count == 0 ? marks : inside.Select(piece => piece.Marks).Aggregate(Common);
        Add(link with { Inlines = [.. inside.Select(piece => piece with { Marks = Without(piece.Marks, common) })], Marks = common, Origin = StorageOrigin.Of(element) });
        isSpacePending = isSpaceAfter;
    }

    /// <summary>Within a link a macro is no block: what it holds stands for it, and it stands for itself where that is nothing.</summary>
    private void ReadMacro(StorageElement macro)
    {
        (int count, int length, int code) = (pieces.Count, text.Length, moreCode?.Length ?? 0);
        if (MacroKind.InlineBody(macro) is { Name: "ac:plain-text-body" } plain) ReadCode(plain);
        else if (MacroKind.InlineBody(macro) is { } body) ReadNodes(body.Children);
        if (pieces.Count == count && text.Length == length && (moreCode?.Length ?? 0) == code) Add(MacroConstruct.ReadInline(macro, marks, handles));
    }

    private InlineDirective Opaque(StorageElement element) => OpaqueConstruct.ReadInline(element, marks, handles);
}
