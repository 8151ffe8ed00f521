using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Rendering;

/// <summary>Renders a body as Confluence's <c>view</c> representation does. Only elements, attributes and addresses from <see cref="HtmlSafety"/> get through.</summary>
internal sealed partial class ViewWriter(StorageDocument document, ViewContext context)
{
    private readonly StringBuilder html = new(document.Source.Length + 256);
    private readonly HeadingIds headings = new(document);
    private int expanders;

    public string Write()
    {
        WriteChildren(document.Root);
        return html.ToString();
    }

    private void WriteChildren(StorageElement element)
    {
        foreach (StorageNode child in element.Children) WriteNode(child);
    }

    private void WriteNode(StorageNode node)
    {
        if (node is StorageText text) html.AppendEscaped(text.Value);
        else if (node is StorageElement element) WriteElement(element);
    }

    private void WriteElement(StorageElement element)
    {
        switch (element.Name)
        {
            case "ac:structured-macro" or "ac:macro":
                WriteMacro(element);
                break;
            case "ac:link":
                WriteLink(element);
                break;
            case "ac:image":
                WriteImage(element);
                break;
            case "ac:emoticon":
                WriteEmoticon(element);
                break;
            case "ac:task-list":
                Wrap("<ul class=\"inline-task-list\">", element, "</ul>");
                break;
            case "ac:task":
                WriteTask(element);
                break;
            case "ac:layout":
                Wrap("<div class=\"contentLayout2\">", element, "</div>");
                break;
            case "ac:layout-section":
                WriteLayoutSection(element);
                break;
            case "ac:inline-comment-marker":
                html.Append("<span class=\"inline-comment-marker\"").AppendAttribute("data-ref", element["ac:ref"] ?? "").Append('>');
                WriteChildren(element);
                html.Append("</span>");
                break;
            case "ac:adf-extension":
                WriteAdfExtension(element);
                break;
            case "time":
                WriteTime(element);
                break;
            // Instructions for authors, and declarations of templates: not for readers.
            case "ac:placeholder" or "at:declarations" or "ac:parameter" or "ac:default-parameter" or "ac:adf-attribute" or "ac:adf-mark":
                break;
            case "at:var":
                html.AppendEscaped(element["at:name"] ?? "");
                break;
            case "img":
                WriteExternalImage(element["src"], element["alt"], "");
                break;
            default:
                WriteHtml(element);
                break;
        }
    }

    private void WriteHtml(StorageElement element)
    {
        if (HtmlSafety.IsOpaque(element.Name)) return;
        if (!HtmlSafety.IsElement(element.Name))
        {
            WriteChildren(element);
            return;
        }

        html.Append('<').Append(element.Name);
        if (Blocks.HeadingLevel(element.Name) > 0) html.AppendAttribute("id", headings[element]);
        if (element.Name == "table") WriteTableAttributes(element);
        else WriteAttributes(element);
        if (HtmlSafety.IsVoid(element.Name))
        {
            html.Append(" />");
            return;
        }

        html.Append('>');
        WriteChildren(element);
        html.Append("</").Append(element.Name).Append('>');
    }

    private void WriteTableAttributes(StorageElement table)
    {
        html.AppendAttribute("class", $"{table["class"]} confluenceTable".TrimStart());
        WriteAttributes(table, except: "class");
    }

    private void WriteAttributes(StorageElement element, string except = "")
    {
        HashSet<string>? seen = element.Attributes.Count > 1 ? [] : null;
        bool isCell = element.Name is "td" or "th" && except.Length == 0;
        if (isCell)
        {
            html.AppendAttribute("class", $"{element["class"]} {(element.Name == "td" ? "confluenceTd" : "confluenceTh")}".TrimStart());
            except = "class";
        }

        foreach (StorageAttribute attribute in element.Attributes)
        {
            if (attribute.Name == except || seen?.Add(attribute.Name) == false) continue;
            if (attribute.Name == "style")
            {
                string style = HtmlSafety.Style(attribute.Value);
                if (style.Length > 0) html.AppendAttribute("style", style);
            }
            else if (attribute.Name == "href")
            {
                if (HtmlSafety.Url(attribute.Value) is { } url) html.AppendAttribute("href", url);
            }
            else if (HtmlSafety.IsAttribute(attribute.Name))
            {
                html.AppendAttribute(attribute.Name, attribute.Value);
            }
        }

        if (element.Name == "a" && element["href"] is { } target && target.Contains("://", StringComparison.Ordinal))
            html.Append(element["class"] is null ? " class=\"external-link\"" : "").Append(" rel=\"nofollow noopener\"");
    }

    private void Wrap(string opening, StorageElement element, string closing)
    {
        html.Append(opening);
        WriteChildren(element);
        html.Append(closing);
    }

    private void WriteTask(StorageElement task)
    {
        string id = task.Child("ac:task-id") is { } idElement ? VerbatimText.Of(idElement) : "";
        bool complete = task.Child("ac:task-status") is { } status && VerbatimText.Of(status) == "complete";
        html.Append("<li").Append(complete ? " class=\"checked\"" : "").AppendAttribute("data-inline-task-id", id).Append('>');
        if (task.Child("ac:task-body") is { } body) WriteChildren(body);
        html.Append("</li>");
    }

    private void WriteLayoutSection(StorageElement section)
    {
        string type = (section["ac:type"] ?? "single").Replace('_', '-');
        html.Append("<div").AppendAttribute("class", $"columnLayout {type}").AppendAttribute("data-layout", type).Append('>');
        int column = 0;
        foreach (StorageElement cell in section.Elements())
        {
            bool aside = type switch
            {
                "two-left-sidebar" => column == 0,
                "two-right-sidebar" => column == 1,
                "three-with-sidebars" => column != 1,
                _ => false,
            };
            string kind = aside ? "aside" : "normal";
            html.Append("<div class=\"cell ").Append(kind).Append("\" data-type=\"").Append(kind).Append("\"><div class=\"innerCell\">");
            WriteChildren(cell);
            html.Append("</div></div>");
            column++;
        }

        html.Append("</div>");
    }

    private void WriteAdfExtension(StorageElement extension)
    {
        // The fallback is what Confluence itself keeps for readers that do not know the node.
        if ((extension.Child("ac:adf-fallback") ?? extension.Child("ac:adf-node")?.Child("ac:adf-fallback")) is { } fallback) WriteChildren(fallback);
        else WriteChildren(extension);
    }

    private void WriteTime(StorageElement time)
    {
        string date = time["datetime"] ?? "";
        html.Append("<time").AppendAttribute("datetime", date).Append('>');
        bool isDate = DateOnly.TryParseExact(date, "yyyy-MM-dd", out DateOnly day);
        html.AppendEscaped(isDate ? day.ToString("dd MMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : date).Append("</time>");
    }

    private void WriteEmoticon(StorageElement emoticon)
    {
        string name = emoticon["ac:name"] ?? "";
        html.Append("<span").AppendAttribute("class", $"emoticon emoticon-{name}").AppendAttribute("title", $"({name})");
        if (emoticon["ac:emoji-shortname"] is { } shortName) html.AppendAttribute("data-emoji-shortname", shortName);
        if (emoticon["ac:emoji-id"] is { } id) html.AppendAttribute("data-emoji-id", id);
        html.Append('>').AppendEscaped(Emoticon.Text(emoticon)).Append("</span>");
    }
}
