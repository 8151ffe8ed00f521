using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Tributary.Markup.Constructs;
using Tributary.Markup.Writing;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace Tributary.Markup.FromMarkdown;

internal sealed partial class StorageWriter
{
    /// <param name="trimStart">Leaves out the blank that stood behind a task's box.</param>
    private void Inline(ContainerInline? container, bool trimStart = false)
    {
        if (container is null) return;
        foreach (Inline inline in container)
        {
            if (trimStart && inline == container.FirstChild && inline is LiteralInline literal)
            {
                storage.AppendEscaped(literal.Content.AsSpan().TrimStart());
            }
            else
            {
                Inline(inline);
            }
        }
    }

    private void Inline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                storage.AppendEscaped(literal.Content.AsSpan());
                break;
            case CodeInline code:
                Element("code", () => storage.AppendEscaped(code.Content));
                break;
            case EmphasisInline emphasis:
                Element(ElementOf(emphasis), () => Inline((ContainerInline)emphasis));
                break;
            case LineBreakInline { IsHard: true }:
                storage.Append("<br />");
                break;
            case LineBreakInline:
                storage.Append(' ');
                break;
            case LinkInline { IsImage: true } image:
                Image(image);
                break;
            case LinkInline link:
                Link(link.Url ?? "", link.Title, () => Inline((ContainerInline)link));
                break;
            case AutolinkInline autolink:
                Link((autolink.IsEmail ? "mailto:" : "") + autolink.Url, null, () => storage.AppendEscaped(autolink.Url));
                break;
            case HtmlEntityInline entity:
                storage.AppendEscaped(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                losses.Add("raw HTML, kept as text");
                storage.AppendEscaped(html.Tag);
                break;
            case TaskList box:
                storage.Append(box.Checked ? "[x]" : "[ ]");
                break;
            case ContainerInline other:
                Inline(other);
                break;
        }
    }

    private static string ElementOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => "del",
        { DelimiterCount: 2 } => "strong",
        _ => "em",
    };

    private void Link(string address, string? title, Action text)
    {
        if (LinkSafety.IsDangerous(address))
        {
            losses.Add("link to a script, kept as text");
            text();
        }
        else if (LinkAddress.Read(address) is { } target)
        {
            storage.Append("<ac:link");
            if (target.Anchor is { } anchor) storage.AppendAttribute("ac:anchor", anchor);
            storage.Append('>');
            Resource(target);
            Element("ac:link-body", text);
            storage.Append("</ac:link>");
        }
        else if (address.Length == 0)
        {
            text();
        }
        else
        {
            storage.Append("<a").AppendAttribute("href", address);
            if (title is { Length: > 0 }) storage.AppendAttribute("title", title);
            storage.Append('>');
            text();
            storage.Append("</a>");
        }
    }

    private void Image(LinkInline image)
    {
        string address = image.Url ?? "";
        string alt = PlainText(image);
        bool isExternal = address.Contains("://", StringComparison.Ordinal) || address.StartsWith('/');
        string name = LinkAddress.Read(address) is { Kind: LinkKind.Attachment } attachment ? attachment.Name : address;
        if (LinkSafety.IsDangerous(address) || name.Length == 0)
        {
            losses.Add("image without a usable address, kept as text");
            storage.AppendEscaped(alt);
            return;
        }

        storage.Append("<ac:image");
        if (alt.Length > 0) storage.AppendAttribute("ac:alt", alt);
        if (image.Title is { Length: > 0 } title) storage.AppendAttribute("ac:title", title);
        storage.Append(isExternal ? "><ri:url" : "><ri:attachment").AppendAttribute(isExternal ? "ri:value" : "ri:filename", name).Append(" /></ac:image>");
    }

    private void Resource(LinkTarget target)
    {
        switch (target.Kind)
        {
            case LinkKind.Page or LinkKind.BlogPost:
                storage.Append(target.Kind == LinkKind.Page ? "<ri:page" : "<ri:blog-post");
                if (target.SpaceKey is { } key) storage.AppendAttribute("ri:space-key", key);
                storage.AppendAttribute("ri:content-title", target.Name);
                if (target.PostingDay is { } day) storage.AppendAttribute("ri:posting-day", day);
                storage.Append(" />");
                break;
            case LinkKind.Attachment:
                storage.Append("<ri:attachment").AppendAttribute("ri:filename", target.Name).Append(" />");
                break;
            case LinkKind.Space:
                storage.Append("<ri:space").AppendAttribute("ri:space-key", target.Name).Append(" />");
                break;
            case LinkKind.Content:
                storage.Append("<ri:content-entity").AppendAttribute("ri:content-id", target.Name).Append(" />");
                break;
        }
    }

    private static string PlainText(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (Inline inline in container.FindDescendants<Inline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => " ",
                _ => "",
            });
        }

        return text.ToString();
    }
}
