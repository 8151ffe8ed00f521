using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Adf;

/// <summary>ADF to storage format: what stands in a line.</summary>
internal sealed partial class AdfReader
{
    private static bool IsInline(string type) =>
        type is "hardBreak" or "mention" or "emoji" or "date" or "status" or "inlineCard" or "inlineExtension" or "placeholder" or "mediaInline";

    private void Inline(JsonObject parent)
    {
        var run = new List<(string Text, JsonObject[] Marks)>();
        foreach (JsonObject node in AdfNode.Content(parent))
        {
            string type = AdfNode.Type(node);
            if (type == "text")
            {
                run.Add((node["text"]?.ToString() ?? "", [.. AdfNode.Marks(node)]));
                continue;
            }

            Text(run, 0);
            run.Clear();
            if (IsInline(type)) InlineNode(node);
            else Block(node);
        }

        Text(run, 0);
    }

    /// <summary>Texts side by side; those under the same mark share one element. The first mark is the outermost.</summary>
    private void Text(List<(string Text, JsonObject[] Marks)> run, int depth)
    {
        for (int place = 0; place < run.Count;)
        {
            (string text, JsonObject[] marks) = run[place];
            if (marks.Length <= depth)
            {
                storage.AppendEscaped(text);
                place++;
                continue;
            }

            int next = place + 1;
            while (next < run.Count && run[next].Marks.Length > depth && JsonNode.DeepEquals(run[next].Marks[depth], marks[depth])) next++;
            string end = Open(marks[depth]);
            Text([.. run.Skip(place).Take(next - place)], depth + 1);
            storage.Append(end);
            place = next;
        }
    }

    private void InlineNode(JsonObject node)
    {
        switch (AdfNode.Type(node))
        {
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
