using System.Text;
using Tributary.Markup.Constructs.Mentions;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Links;

/// <summary>Writes the <c>ri:</c> element that an address stands for.</summary>
internal static class ResourceWriter
{
    /// <summary>The text is the address of something in Confluence, spelt as it is always spelt.</summary>
    public static bool IsResource(string text) =>
        text.StartsWith(UserReference.Scheme, StringComparison.Ordinal)
            ? UserReference.IsSomebody(text[UserReference.Scheme.Length..])
            : text.Contains(':', StringComparison.Ordinal) && LinkAddress.Read(text) is { Kind: not LinkKind.Anchor } target && LinkAddress.Write(target) == text;

    /// <summary>As the value of a macro's parameter, where pages stand in a link.</summary>
    public static void WriteParameter(string address, StringBuilder to)
    {
        if (address.StartsWith(UserReference.Scheme, StringComparison.Ordinal))
        {
            UserReference.Write(address[UserReference.Scheme.Length..], to);
            return;
        }

        LinkTarget target = LinkAddress.Read(address)!;
        bool isLink = target.Kind is LinkKind.Page or LinkKind.BlogPost || target.Anchor is not null;
        if (isLink) to.Append("<ac:link");
        if (isLink && target.Anchor is not null) to.AppendAttribute("ac:anchor", target.Anchor);
        if (isLink) to.Append('>');
        Write(target, to);
        if (isLink) to.Append("</ac:link>");
    }

    public static void Write(LinkTarget target, StringBuilder to)
    {
        switch (target.Kind)
        {
            case LinkKind.Page or LinkKind.BlogPost:
                to.Append(target.Kind == LinkKind.Page ? "<ri:page" : "<ri:blog-post");
                if (target.SpaceKey is { } key) to.AppendAttribute("ri:space-key", key);
                to.AppendAttribute("ri:content-title", target.Name);
                if (target.PostingDay is { } day) to.AppendAttribute("ri:posting-day", day);
                to.Append(" />");
                break;
            case LinkKind.Attachment:
                to.Append("<ri:attachment").AppendAttribute("ri:filename", target.Name);
                if (target.Container is null)
                {
                    to.Append(" />");
                    break;
                }

                to.Append('>');
                Write(target.Container, to);
                to.Append("</ri:attachment>");
                break;
            case LinkKind.Space:
                to.Append("<ri:space").AppendAttribute("ri:space-key", target.Name).Append(" />");
                break;
            case LinkKind.Content:
                to.Append("<ri:content-entity").AppendAttribute("ri:content-id", target.Name).Append(" />");
                break;
            case LinkKind.Shortcut:
                to.Append("<ri:shortcut").AppendAttribute("ri:key", target.SpaceKey ?? "").AppendAttribute("ri:parameter", target.Parameter).Append(" />");
                break;
        }
    }
}
