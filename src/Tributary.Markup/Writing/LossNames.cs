using Tributary.Markup.Constructs;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

/// <summary>What a person calls the parts of a body that Markdown cannot say.</summary>
internal static class LossNames
{
    public static string Of(StorageElement element, StorageAttribute attribute) => attribute.Name switch
    {
        "local-id" or "ac:local-id" or "data-local-id" or "id" => "id that Confluence gave to a block",
        "ac:macro-id" => $"id of macro '{Macro.Name(element)}'",
        "ri:version-at-save" => "version of a link's target",
        "data-card-appearance" or "ac:card-appearance" => "smart link",
        "colspan" or "rowspan" => "merged table cell",
        "data-highlight-colour" => "table cell colour",
        "data-layout" or "data-table-width" or "data-table-display-mode" => "table layout",
        "class" when element.Name is "table" => "table layout",
        "style" when element.Name is "col" or "table" or "td" or "th" => "column width or cell style",
        "style" => OfStyle(attribute.Value),
        "ac:width" or "ac:height" or "ac:original-width" or "ac:original-height" or "ac:custom-width" => "image size",
        "ac:align" or "ac:layout" or "ac:hspace" or "ac:vspace" or "ac:inline" => "image layout",
        "ac:border" or "ac:class" or "ac:style" or "ac:thumbnail" => "image style",
        _ => $"attribute '{attribute.Name}' of '{element.Name}'",
    };

    public static string Of(StorageElement element) => element.Name switch
    {
        "u" or "ins" => "underlined text",
        "sub" => "subscript",
        "sup" => "superscript",
        "small" or "big" => "text size",
        "span" when element["style"] is { } style => OfStyle(style),
        "span" => "span",
        "ac:layout" or "ac:layout-section" or "ac:layout-cell" => "layout",
        "ac:placeholder" => "placeholder",
        "ac:adf-extension" => "panel or decision of the newer editor",
        "at:var" or "at:declarations" => "template variable",
        "p" or "li" or "ul" or "ol" or "table" => "block inside a line",
        _ => $"element '{element.Name}'",
    };

    public static string OfInvisible => "invisible character";

    private static string OfStyle(string style)
    {
        string property = style.Split(':')[0].Trim().ToLowerInvariant();
        return property switch
        {
            "color" => "coloured text",
            "background-color" => "highlighted text",
            "text-align" => "text alignment",
            "margin-left" => "indentation",
            _ => $"style '{property}'",
        };
    }
}
