using System.Globalization;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A <c>mediaSingle</c> and the image that it is in Markdown.</summary>
internal static class AdfMedia
{
    private const string DefaultLayout = "center";

    /// <summary>Null where the media has no address.</summary>
    public static Inline? Read(AdfObject single, AdfObject media, AdfObject? caption)
    {
        if (AddressOf(media) is not { } address) return null;
        var attributes = new List<DirectiveAttribute>();
        if (single.Attribute("width") is { Length: > 0 } width) attributes.Add(new DirectiveAttribute("width", single.Attribute("widthType") == "pixel" ? width : width + "%"));
        if (single.Attribute("layout") is { Length: > 0 } layout and not DefaultLayout) attributes.Add(new DirectiveAttribute("layout", layout));
        if (caption is not null && AdfCaption.Words(caption) is { Length: > 0 } words) attributes.Add(new DirectiveAttribute("caption", words));
        var image = new Image(address, media.Attribute("alt") ?? "", null, attributes, default) { Origin = AdfOrigin.Of(media) };
        return media.Marks.Concat(single.Marks).FirstOrDefault(mark => mark.Type == "link") is { } mark && AdfMarks.LinkOf(mark) is { } link
            ? new Link(link.Address, link.Title, [image], default)
            : image;
    }

    public static string? AddressOf(AdfObject media) => media.Attribute("type") == "external"
        ? media.Attribute("url") is { Length: > 0 } url && !LinkSafety.IsDangerous(url) ? url : null
        : media.Attribute("id") is { Length: > 0 } id ? LinkAddress.Write(new LinkTarget(LinkKind.Attachment, id)) : null;

    /// <summary>The <c>attrs</c> of the frame around an image.</summary>
    public static AdfAttributes Frame(Image image)
    {
        string layout = Attribute(image, "layout") ?? Attribute(image, "align") switch
        {
            "left" => "align-start",
            "right" => "align-end",
            _ => DefaultLayout,
        };
        AdfAttributes attributes = new AdfAttributes().Add("layout", IsLayout(layout) ? layout : DefaultLayout);
        if (Attribute(image, "width") is not { } width) return attributes;
        bool isPercentage = width.EndsWith('%');
        if (!double.TryParse(width.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double size) || !double.IsFinite(size)) return attributes;
        return attributes.Add("width", isPercentage ? Math.Min(size, 100) : size).Add("widthType", isPercentage ? "percentage" : "pixel");
    }

    /// <summary>The <c>attrs</c> of the image itself; null where the address is none that an image can have.</summary>
    public static AdfAttributes? Attributes(Image image)
    {
        AdfAttributes? attributes = LinkAddress.Read(image.Address) switch
        {
            { Kind: LinkKind.Attachment, Name: var id } => new AdfAttributes().Add("type", "file").Add("id", id).Add("collection", ""),
            null when IsWeb(image.Address) => new AdfAttributes().Add("type", "external").Add("url", image.Address),
            _ => null,
        };
        return image.Alt.Length > 0 ? attributes?.Add("alt", image.Alt) : attributes;
    }

    public static string? Attribute(Image image, string name) => image.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;

    private static bool IsLayout(string layout) => layout is "wide" or "full-width" or DefaultLayout or "wrap-right" or "wrap-left" or "align-end" or "align-start";

    private static bool IsWeb(string address) => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
