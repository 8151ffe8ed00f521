using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Adf;

/// <summary>ADF to storage format: what stands in a line.</summary>
internal sealed partial class AdfReader
{
    private static bool IsInline(string type) =>
        type is "text" or "hardBreak" or "mention" or "emoji" or "date" or "status" or "inlineCard" or "inlineExtension" or "placeholder" or "mediaInline";

    private void Inline(JsonObject parent)
    {
        foreach (JsonObject node in AdfNode.Content(parent))
        {
            if (IsInline(AdfNode.Type(node))) InlineNode(node);
            else Block(node);
        }
    }

    private void InlineNode(JsonObject node)
    {
        switch (AdfNode.Type(node))
        {
            case "text":
                Text(node["text"]?.ToString() ?? "", [.. AdfNode.Marks(node)]);
                break;
            case "hardBreak":
                storage.Append("<br />");
                break;
            case "mention":
                storage.Append("<ac:link><ri:user").AppendAttribute("ri:account-id", AdfNode.Attribute(node, "id") ?? "").Append(" /></ac:link>");
                break;
            case "emoji":
                Emoji(node);
                break;
            case "date":
                Date(node);
                break;
            case "status":
                Status(node);
                break;
            case "inlineCard":
                Card(node, "inline");
                break;
            case "inlineExtension":
                Extension(node, rich: null);
                break;
            case "placeholder":
                storage.Append("<ac:placeholder>").AppendEscaped(AdfNode.Attribute(node, "text") ?? "").Append("</ac:placeholder>");
                break;
            case "mediaInline":
                storage.Append("<ac:image ac:inline=\"true\"><ri:attachment").AppendAttribute("ri:filename", AdfNode.Attribute(node, "id") ?? "").Append(" /></ac:image>");
                break;
        }
    }

    /// <summary>The first mark is the outermost element.</summary>
    private void Text(string text, ReadOnlySpan<JsonObject> marks)
    {
        if (marks.Length == 0)
        {
            storage.AppendEscaped(text);
            return;
        }

        string end = Open(marks[0]);
        Text(text, marks[1..]);
        storage.Append(end);
    }

    /// <summary>Opens the element of a mark and tells how it ends.</summary>
    private string Open(JsonObject mark)
    {
        string? name = AdfNode.Type(mark) switch
        {
            "strong" => "strong",
            "em" => "em",
            "underline" => "u",
            "strike" => "s",
            "code" => "code",
            "subsup" => AdfNode.Attribute(mark, "type") == "sub" ? "sub" : "sup",
            _ => null,
        };
        if (name is not null)
        {
            storage.Append('<').Append(name).Append('>');
            return $"</{name}>";
        }

        switch (AdfNode.Type(mark))
        {
            case "link":
                storage.Append("<a").AppendAttribute("href", AdfNode.Attribute(mark, "href") ?? "").Append('>');
                return "</a>";
            case "textColor":
                storage.Append("<span").AppendAttribute("style", $"color: {AdfNode.Attribute(mark, "color")};").Append('>');
                return "</span>";
            case "annotation" when AdfNode.Attribute(mark, "id") is { Length: > 0 } id:
                storage.Append("<ac:inline-comment-marker").AppendAttribute("ac:ref", id).Append('>');
                return "</ac:inline-comment-marker>";
            default:
                return "";
        }
    }

    private void Emoji(JsonObject node)
    {
        string shortName = AdfNode.Attribute(node, "shortName") ?? "";
        storage.Append("<ac:emoticon").AppendAttribute("ac:name", shortName.Trim(':')).AppendAttribute("ac:emoji-shortname", shortName);
        if (AdfNode.Attribute(node, "id") is { Length: > 0 } id) storage.AppendAttribute("ac:emoji-id", id);
        if (AdfNode.Attribute(node, "text") is { Length: > 0 } text) storage.AppendAttribute("ac:emoji-fallback", text);
        storage.Append(" />");
    }

    private void Date(JsonObject node)
    {
        if (!long.TryParse(AdfNode.Attribute(node, "timestamp"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds)) return;
        DateTimeOffset date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        storage.Append("<time").AppendAttribute("datetime", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(" />");
    }

    private void Status(JsonObject node)
    {
        string colour = AdfNode.Attribute(node, "color") switch
        {
            "red" => "Red",
            "yellow" => "Yellow",
            "green" => "Green",
            "blue" => "Blue",
            "purple" => "Purple",
            _ => "Grey",
        };
        Macro("status", [("title", AdfNode.Attribute(node, "text")), ("colour", colour)], rich: null);
    }

    private void Card(JsonObject node, string appearance)
    {
        string url = AdfNode.Attribute(node, "url") ?? "";
        storage.Append("<a").AppendAttribute("href", url).AppendAttribute("data-card-appearance", appearance).Append('>').AppendEscaped(url).Append("</a>");
    }
}
