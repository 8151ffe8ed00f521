using System.Text;
using Tributary.Markup.Constructs.Links;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Images;

/// <summary><c>ac:image</c> of an attachment or an address. What only the editor needs stays with its origin.</summary>
internal static class ImageConstruct
{
    private const string Caption = "caption";
    private const string Border = "border";

    /// <summary>In the order in which they are shown and written.</summary>
    public static IReadOnlyList<string> Values { get; } = ["width", "height", "align", "layout", "border", "thumbnail", "href"];

    /// <summary>A picture of something that has no address is opaque, with the words that belong to it.</summary>
    public static Inline Read(StorageElement element, Marks marks, Handles? handles) =>
        (Inline?)(element.Name == "img" ? ReadHtml(element, marks) : ReadConfluence(element, marks)) ?? OpaqueConstruct.ReadInline(element, marks, handles, Words(element));

    public static void Write(Image image, StorageRenderer renderer, StringBuilder to)
    {
        var resource = new StringBuilder();
        if (!TryWriteResource(image.Address, resource))
        {
            renderer.Losses.Add("image without a usable address, kept as text");
            to.AppendEscaped(image.Alt);
            return;
        }

        to.Append("<ac:image");
        foreach (string name in Values)
        {
            if (image.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value is { } value) to.AppendAttribute("ac:" + name, value);
        }

        if (image.Alt.Length > 0) to.AppendAttribute("ac:alt", image.Alt);
        if (image.Title is { Length: > 0 } title) to.AppendAttribute("ac:title", title);
        to.Append('>');
        to.Append(resource);
        if (image.Attributes.FirstOrDefault(attribute => attribute.Name == Caption).Value is { Length: > 0 } caption) to.Append("<ac:caption><p>").AppendEscaped(caption).Append("</p></ac:caption>");
        to.Append("</ac:image>");
    }

    /// <summary>The <c>ri:</c> element of a picture; false where the address is none that a picture can have.</summary>
    public static bool TryWriteResource(string address, StringBuilder to)
    {
        if (address.Length == 0 || LinkSafety.IsDangerous(address)) return false;
        bool isExternal = address.Contains("://", StringComparison.Ordinal) || address.StartsWith('/');
        if (LinkAddress.Read(address) is { Kind: LinkKind.Attachment } attachment) ResourceWriter.Write(attachment, to);
        else if (isExternal) to.Append("<ri:url").AppendAttribute("ri:value", address).Append(" />");
        else ResourceWriter.Write(new LinkTarget(LinkKind.Attachment, address), to);
        return true;
    }

    private static Image? ReadConfluence(StorageElement element, Marks marks)
    {
        LinkTarget target = LinkTarget.Of(element);
        if (target.Kind is not (LinkKind.Attachment or LinkKind.Url) || LinkConstruct.Address(target with { Anchor = null }) is not { } address || LinkSafety.IsDangerous(address)) return null;
        var attributes = new List<DirectiveAttribute>();
        foreach (string name in Values)
        {
            if (element["ac:" + name] is { } value) attributes.Add(new DirectiveAttribute(name, value));
            else if (name == Border && element.Elements().Any(IsBorder)) attributes.Add(new DirectiveAttribute(Border, "true"));
        }

        if (CaptionOf(element) is { Length: > 0 } caption) attributes.Add(new DirectiveAttribute(Caption, caption));
        return new Image(address, element["ac:alt"] ?? "", Title(element["ac:title"]), attributes, marks) { Origin = StorageOrigin.Of(element) };
    }

    private static Image? ReadHtml(StorageElement element, Marks marks)
    {
        if (element["src"] is not { Length: > 0 } source || LinkSafety.IsDangerous(source)) return null;
        return new Image(source, element["alt"] ?? "", Title(element["title"]), [], marks) { Origin = StorageOrigin.Of(element) };
    }

    private static List<DirectiveAttribute> Words(StorageElement element)
    {
        var words = new List<DirectiveAttribute>();
        if ((element["ac:alt"] ?? element["alt"]) is { Length: > 0 } alt) words.Add(new DirectiveAttribute("alt", alt));
        if (CaptionOf(element) is { Length: > 0 } caption) words.Add(new DirectiveAttribute(Caption, caption));
        return words;
    }

    private static string? CaptionOf(StorageElement element) => element.Child("ac:caption") is { } caption ? LineText.Of(StorageModel.ReadLine(caption.Children)) : null;

    private static string? Title(string? title) => title is { Length: > 0 } ? title : null;

    public static bool IsBorder(StorageElement child) => child.Name == "ac:adf-mark" && child["key"] == Border;
}
