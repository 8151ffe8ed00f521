using Tributary.Markup.Constructs;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Rendering;

internal sealed partial class ViewWriter
{
    private void WriteLink(StorageElement link)
    {
        LinkTarget target = LinkTarget.Of(link);
        if (target.Kind == LinkKind.User)
        {
            WriteUser(target.Name);
            return;
        }

        string? url = target.Kind switch
        {
            LinkKind.Anchor => "#" + HeadingIds.Of(target.Name),
            LinkKind.Attachment => HtmlSafety.Url(context.AttachmentUrl(Attachment(target))),
            LinkKind.Url => HtmlSafety.Url(target.Name),
            LinkKind.Shortcut or LinkKind.Other => null,
            _ => HtmlSafety.Url(context.PageUrl(Page(target))),
        };
        if (url is not null && target is { Kind: not LinkKind.Anchor, Anchor.Length: > 0 }) url += "#" + HeadingIds.Of(target.Anchor);

        if (url is null) html.Append("<a class=\"createlink\" href=\"#\"");
        else html.Append("<a").AppendAttribute("href", url);
        if (target.Kind == LinkKind.Attachment) html.AppendAttribute("data-linked-resource-default-alias", target.Name).Append(" data-linked-resource-type=\"attachment\"");
        if (link["ac:tooltip"] is { } tooltip) html.AppendAttribute("title", tooltip);
        html.Append('>');
        if ((link.Child("ac:link-body") ?? link.Child("ac:plain-text-link-body")) is { } body) WriteChildren(body);
        else html.AppendEscaped(target.Name);
        html.Append("</a>");
    }

    private void WriteUser(string id)
    {
        html.Append("<a class=\"confluence-userlink user-mention").Append(context.UserName(id) is null ? " unresolved" : "").Append('"')
            .AppendAttribute("data-account-id", id).AppendAttribute("href", HtmlSafety.Url(context.UserUrl(id)) ?? "#")
            .Append('>').AppendEscaped(context.UserName(id) ?? id).Append("</a>");
    }

    private void WriteImage(StorageElement image)
    {
        LinkTarget target = LinkTarget.Of(image);
        string? link = HtmlSafety.Url(image["ac:href"]);
        if (link is not null) html.Append("<a").AppendAttribute("href", link).Append('>');
        html.Append("<span class=\"confluence-embedded-file-wrapper").Append(image["ac:align"] is "left" or "right" or "center" ? $" image-{image["ac:align"]}-wrapper" : "").Append("\">");
        string size = Size(image);
        if (target.Kind == LinkKind.Attachment)
        {
            string source = HtmlSafety.Url(context.AttachmentUrl(Attachment(target))) ?? "";
            html.Append("<img class=\"confluence-embedded-image\"").AppendAttribute("alt", image["ac:alt"] ?? "").Append(size)
                .AppendAttribute("src", source).AppendAttribute("data-image-src", source)
                .AppendAttribute("data-linked-resource-default-alias", target.Name).Append(" data-linked-resource-type=\"attachment\" />");
        }
        else
        {
            WriteExternalImage(target.Kind == LinkKind.Url ? target.Name : image["ac:src"], image["ac:alt"], size);
        }

        html.Append("</span>");
        if (link is not null) html.Append("</a>");
        if (image.Child("ac:caption") is { } caption) Wrap("<div class=\"confluence-embedded-caption\">", caption, "</div>");
    }

    private void WriteExternalImage(string? source, string? alt, string size)
    {
        string url = HtmlSafety.Url(source) ?? "";
        html.Append("<img class=\"confluence-embedded-image confluence-external-resource\"").AppendAttribute("alt", alt ?? "").Append(size)
            .AppendAttribute("src", url).AppendAttribute("data-image-src", url).Append(" />");
    }

    private static string Size(StorageElement image)
    {
        string size = "";
        foreach (string dimension in (string[])["width", "height"])
        {
            if (int.TryParse(image[$"ac:{dimension}"], out int pixels) && pixels > 0) size += $" {dimension}=\"{pixels}\"";
        }

        return size;
    }

    private static PageReference Page(LinkTarget target) => target.Kind switch
    {
        LinkKind.Content => new PageReference("", ContentId: target.Name),
        LinkKind.Space => new PageReference("", target.SpaceKey),
        _ => new PageReference(target.Name, target.SpaceKey, PostingDay: target.PostingDay),
    };

    private static AttachmentReference Attachment(LinkTarget target) => new(target.Name, target.Container is { } page ? Page(page) : null);
}
