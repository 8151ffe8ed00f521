using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Paragraphs, and the images and cards that ADF has as blocks of their own.</summary>
internal partial class AdfRenderer
{
    // How the paragraphs of the cell that is written are aligned. What lies deeper in it is not.
    private CellAlignment alignment;

    protected string AlignmentMark(AdfBlocks place) => (place == AdfPlace.Cell ? alignment : CellAlignment.None) switch
    {
        CellAlignment.Center => """{"type":"alignment","attrs":{"align":"center"}}""",
        CellAlignment.Right => """{"type":"alignment","attrs":{"align":"end"}}""",
        _ => "",
    };

    protected void AddParagraph(Paragraph paragraph, AdfBlocks place, List<string> to)
    {
        if (BlockCard(paragraph, place) is { } card)
        {
            to.Add(card);
            return;
        }

        if (paragraph.Inlines is [Link smart] && AdfLeaf.CardOf(smart) is "block" or "embed") Losses.Add("smart link on a line of its own where none may stand, kept within a line");

        bool areImagesAlone = AreImagesAlone(paragraph.Inlines);
        var segment = new List<Inline>();
        foreach (Inline inline in paragraph.Inlines)
        {
            (Image? image, AdfLink? link) = ImageOf(inline);
            if (image is null || !areImagesAlone || !place.HasFlag(AdfBlocks.Media) || AdfMedia.Attributes(image) is not { } media)
            {
                segment.Add(inline);
                continue;
            }

            AddSegment(segment, paragraph.Origin, place, to);
            to.Add(MediaSingle(image, media, link));
        }

        AddSegment(segment, paragraph.Origin, place, to);
    }

    private void AddSegment(List<Inline> segment, Origin? origin, AdfBlocks place, List<string> to)
    {
        if (!segment.All(IsSpace))
        {
            string node = AdfJson.Node("paragraph", "", Line(Trimmed(segment), origin));
            string mark = AlignmentMark(place);
            to.Add(mark.Length == 0 ? node : $"{node[..^1]},\"marks\":[{mark}]}}");
        }

        segment.Clear();
    }

    private static List<Inline> Trimmed(List<Inline> segment)
    {
        int start = segment.TakeWhile(inline => inline is Break).Count();
        int end = segment.Count - segment.AsEnumerable().Reverse().TakeWhile(inline => inline is Break).Count();
        return segment[start..end];
    }

    private static bool IsSpace(Inline inline) => inline is Break || (inline is Text text && string.IsNullOrWhiteSpace(text.Value));

    /// <summary>Whether no words stand beside the images of a line: then they are blocks.</summary>
    protected static bool AreImagesAlone(IReadOnlyList<Inline> line) => line.Any(inline => !IsSpace(inline)) && line.All(inline => IsSpace(inline) || ImageOf(inline).Image is not null);

    /// <summary>The image that a piece is, and where it leads to.</summary>
    protected static (Image? Image, AdfLink? Link) ImageOf(Inline inline) => inline switch
    {
        Image image => (image, null),
        Link { Inlines: [Image image] } link => (image, new AdfLink(link.Address, link.Title)),
        _ => (null, null),
    };

    private string MediaSingle(Image image, AdfAttributes attributes, AdfLink? link)
    {
        string media = AdfJson.Node("media", attributes);
        string marks = Lines.Marks(default, link, isCode: false);
        if (marks.Length > 0) media = $"{media[..^1]},\"marks\":[{marks}]}}";
        foreach (DirectiveAttribute attribute in image.Attributes.Where(attribute => attribute.Name is not ("width" or "align" or "layout" or "caption"))) Losses.Add($"{attribute.Name} of an image");
        if (image.Title is { Length: > 0 }) Losses.Add("title of an image");
        string? caption = AdfMedia.Attribute(image, "caption");
        return AdfJson.Node("mediaSingle", AdfMedia.Frame(image), caption is { Length: > 0 } ? [media, Caption(caption)] : [media]);
    }

    protected static string Caption(string words) => AdfJson.Node("caption", "", [AdfLineRenderer.TextNode(words, "")]);

    private static string? BlockCard(Paragraph paragraph, AdfBlocks place)
    {
        if (paragraph.Inlines is not [Link link] || LinkSafety.IsDangerous(link.Address) || LinkAddress.Read(link.Address) is not null) return null;
        return AdfLeaf.CardOf(link) switch
        {
            "block" when place.HasFlag(AdfBlocks.Card) => AdfJson.Node("blockCard", new AdfAttributes().Add("url", link.Address)),
            "embed" when place.HasFlag(AdfBlocks.EmbedCard) => AdfJson.Node("embedCard", new AdfAttributes().Add("url", link.Address).Add("layout", "center")),
            _ => null,
        };
    }
}
