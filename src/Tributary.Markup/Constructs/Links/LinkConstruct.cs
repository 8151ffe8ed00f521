using System.Text;
using Tributary.Markup.Constructs.Mentions;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Links;

/// <summary><c>a</c> and <c>ac:link</c>, whatever the target. Their words are read and written by who calls.</summary>
internal static class LinkConstruct
{
    public const string Card = "card";
    public const string CardAppearance = "data-card-appearance";

    /// <summary>Null for what leads nowhere, or runs a script.</summary>
    public static Link? ReadAnchor(StorageElement anchor)
    {
        if (anchor["href"] is not { Length: > 0 } address || LinkSafety.IsDangerous(address)) return null;
        return new Link(address, anchor["title"] is { Length: > 0 } title ? title : null, [], default) { Attributes = CardOf(anchor[CardAppearance]) };
    }

    /// <summary>Null for a target that has no address, and for a person under another name than their own.</summary>
    public static Link? Read(StorageElement link)
    {
        LinkTarget target = LinkTarget.Of(link);
        if (target.Kind == LinkKind.User || Address(target) is not { } address || LinkSafety.IsDangerous(address)) return null;
        return new Link(address, link["ac:tooltip"] is { Length: > 0 } tooltip ? tooltip : null, [], default) { Attributes = CardOf(link["ac:card-appearance"]) };
    }

    public static string? Address(LinkTarget target) => target.Kind switch
    {
        LinkKind.Url => target.Name.Length == 0 ? null : target.Anchor is { Length: > 0 } anchor ? $"{target.Name}#{anchor}" : target.Name,
        LinkKind.User => UserReference.Of(target) is { } user ? UserReference.Scheme + user : null,
        _ => LinkAddress.Write(target),
    };

    public static void Write(Link link, StorageRenderer renderer, StringBuilder to)
    {
        string? card = link.Attributes.FirstOrDefault(attribute => attribute.Name == Card).Value;
        if (link.Address.Length == 0 || LinkSafety.IsDangerous(link.Address))
        {
            if (link.Address.Length > 0) renderer.Losses.Add("link to a script, kept as text");
            renderer.Write(link.Inlines, to);
        }
        else if (LinkAddress.Read(link.Address) is { } target)
        {
            to.Append("<ac:link");
            if (target.Anchor is { } anchor) to.AppendAttribute("ac:anchor", anchor);
            if (card is not null) to.AppendAttribute("ac:card-appearance", card);
            if (link.Title is { Length: > 0 } tooltip) to.AppendAttribute("ac:tooltip", tooltip);
            to.Append('>');
            ResourceWriter.Write(target, to);
            to.Append("<ac:link-body>");
            renderer.Write(link.Inlines, to);
            to.Append("</ac:link-body></ac:link>");
        }
        else
        {
            to.Append("<a").AppendAttribute("href", link.Address);
            if (link.Title is { Length: > 0 } title) to.AppendAttribute("title", title);
            if (card is not null) to.AppendAttribute(CardAppearance, card);
            to.Append('>');
            renderer.Write(link.Inlines, to);
            to.Append("</a>");
        }
    }

    private static IReadOnlyList<DirectiveAttribute> CardOf(string? appearance) => appearance is { Length: > 0 } ? [new DirectiveAttribute(Card, appearance)] : [];
}
