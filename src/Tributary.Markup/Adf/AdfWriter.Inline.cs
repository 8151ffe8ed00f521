using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Rendering;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Adf;

/// <summary>Storage format to ADF: what stands in a line.</summary>
internal sealed partial class AdfWriter
{
    private List<JsonObject> Runs(StorageElement element)
    {
        var run = new List<JsonObject>();
        foreach (StorageNode child in element.Children) Inline(child, [], run);
        return Trimmed(run);
    }

    private void Inline(StorageNode node, JsonObject[] marks, List<JsonObject> run)
    {
        if (node is StorageText text)
        {
            string value = text.IsCData ? text.Value : Whitespace(text.Value);
            if (value.Length > 0) AddText(value, marks, run);
        }
        else if (node is StorageElement element)
        {
            Element(element, marks, run);
        }
    }

    private void AddText(string value, JsonObject[] marks, List<JsonObject> run)
    {
        foreach (JsonObject mark in marks) roomForMarks -= SizeOf(mark);
        run.Add(AdfNode.Text(value, roomForMarks < 0 ? [] : marks));
    }

    private static int SizeOf(JsonObject mark) => 40 + (AdfNode.Attribute(mark, "href")?.Length ?? 0) + (AdfNode.Attribute(mark, "id")?.Length ?? 0);

    private void Element(StorageElement element, JsonObject[] marks, List<JsonObject> run)
    {
        switch (element.Name)
        {
            case "strong" or "b":
                Marked(element, marks, "strong", run);
                break;
            case "em" or "i":
                Marked(element, marks, "em", run);
                break;
            case "u":
                Marked(element, marks, "underline", run);
                break;
            case "s" or "del":
                Marked(element, marks, "strike", run);
                break;
            case "sub" or "sup":
                Children(element, [.. marks, Mark("subsup", new JsonObject { ["type"] = element.Name })], run);
                break;
            case "code":
                // The schema lets code be a link or commented on, and nothing else.
                Children(element, [.. marks.Where(mark => AdfNode.Type(mark) is "link" or "annotation"), Mark("code")], run);
                break;
            case "span":
                Children(element, Colour(element["style"]) is { } colour ? [.. marks, Mark("textColor", new JsonObject { ["color"] = colour })] : marks, run);
                break;
            case "br":
                run.Add(AdfNode.Of("hardBreak"));
                break;
            case "a":
                Anchor(element, marks, run);
                break;
            case "ac:link":
                Link(element, marks, run);
                break;
            case "time":
                Date(element, run);
                break;
            case "ac:emoticon":
                string emoji = Emoticon.Text(element);
                string shortName = element["ac:emoji-shortname"] ?? $":{element["ac:name"] ?? "smile"}:";
                run.Add(AdfNode.Of("emoji", new JsonObject { ["shortName"] = shortName, ["id"] = element["ac:emoji-id"] ?? "", ["text"] = emoji }));
                break;
            case "ac:inline-comment-marker" when element["ac:ref"] is { Length: > 0 } reference:
                Children(element, [.. marks, Mark("annotation", new JsonObject { ["id"] = reference, ["annotationType"] = "inlineComment" })], run);
                break;
            case "ac:placeholder":
                run.Add(AdfNode.Of("placeholder", new JsonObject { ["text"] = VerbatimText.Of(element) }));
                break;
            case "ac:structured-macro" or "ac:macro" when Macro.Name(element) == "status":
                Status(element, run);
                break;
            case "ac:structured-macro" or "ac:macro":
                run.Add(AdfNode.Of("inlineExtension", ExtensionAttributes(element)));
                break;
            case "ac:image":
                AddText(element["ac:alt"] is { Length: > 0 } alt ? alt : LinkTarget.Of(element).Name is { Length: > 0 } name ? name : "image", marks, run);
                break;
            case "ac:task-list":
                break;
            default:
                Children(element, marks, run);
                break;
        }
    }

    private void Children(StorageElement element, JsonObject[] marks, List<JsonObject> run)
    {
        foreach (StorageNode child in element.Children) Inline(child, marks, run);
    }

    private void Marked(StorageElement element, JsonObject[] marks, string mark, List<JsonObject> run) =>
        Children(element, marks.Any(each => AdfNode.Type(each) == mark) ? marks : [.. marks, Mark(mark)], run);

    private static JsonObject Mark(string type, JsonObject? attributes = null)
    {
        var mark = new JsonObject { ["type"] = type };
        if (attributes is not null) mark["attrs"] = attributes;
        return mark;
    }

    private void Anchor(StorageElement anchor, JsonObject[] marks, List<JsonObject> run)
    {
        string href = anchor["href"] ?? "";
        if (href.Length > 0 && anchor["data-card-appearance"] is not null)
        {
            run.Add(AdfNode.Of("inlineCard", new JsonObject { ["url"] = href }));
        }
        else
        {
            Children(anchor, href.Length > 0 ? Linked(marks, href) : marks, run);
        }
    }

    private void Link(StorageElement link, JsonObject[] marks, List<JsonObject> run)
    {
        LinkTarget target = LinkTarget.Of(link);
        if (target.Kind == LinkKind.User)
        {
            run.Add(AdfNode.Of("mention", new JsonObject { ["id"] = target.Name, ["text"] = "@" + (context.UserName(target.Name) ?? target.Name), ["accessLevel"] = "" }));
            return;
        }

        JsonObject[] linked = Address(target) is { } href ? Linked(marks, href) : marks;
        int before = run.Count;
        if ((link.Child("ac:link-body") ?? link.Child("ac:plain-text-link-body")) is { } body) Children(body, linked, run);
        if (run.Count == before && target.Name.Length > 0) AddText(target.Name, linked, run);
    }

    private string? Address(LinkTarget target) => target.Kind switch
    {
        LinkKind.Anchor => "#" + target.Anchor,
        LinkKind.Url => target.Name,
        LinkKind.Attachment => context.AttachmentUrl(new AttachmentReference(target.Name)),
        LinkKind.Page or LinkKind.BlogPost => context.PageUrl(new PageReference(target.Name, target.SpaceKey)),
        LinkKind.Space => context.PageUrl(new PageReference("", target.SpaceKey)),
        LinkKind.Content => context.PageUrl(new PageReference("", ContentId: target.Name)),
        _ => null,
    };

    private static JsonObject[] Linked(JsonObject[] marks, string href) =>
        [.. marks.Where(mark => AdfNode.Type(mark) != "link"), Mark("link", new JsonObject { ["href"] = href })];

    private static void Date(StorageElement time, List<JsonObject> run)
    {
        if (DateTimeOffset.TryParse(time["datetime"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            run.Add(AdfNode.Of("date", new JsonObject { ["timestamp"] = date.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) }));
        }
        else if (time["datetime"] is { Length: > 0 } written)
        {
            run.Add(AdfNode.Text(written, []));
        }
    }

    private void Status(StorageElement macro, List<JsonObject> run)
    {
        string colour = (Macro.Parameter(macro, "colour") ?? "").ToLowerInvariant() switch
        {
            "red" => "red",
            "yellow" => "yellow",
            "green" => "green",
            "blue" => "blue",
            "purple" => "purple",
            _ => "neutral",
        };
        string title = Macro.Parameter(macro, "title") is { Length: > 0 } given ? given : colour;
        run.Add(AdfNode.Of("status", new JsonObject { ["text"] = title, ["color"] = colour, ["localId"] = LocalId(), ["style"] = "" }));
    }

    /// <summary><c>#rrggbb</c> out of a style's colour, as hex or <c>rgb()</c>; null where there is none.</summary>
    private static string? Colour(string? style)
    {
        const string property = "color:";
        if (style is null || !style.TrimStart().StartsWith(property, StringComparison.Ordinal)) return null;
        string value = style.TrimStart()[property.Length..].Split(';')[0].Trim();
        if (value.Length == 7 && value[0] == '#' && value.Skip(1).All(char.IsAsciiHexDigit)) return value;
        if (!value.StartsWith("rgb(", StringComparison.Ordinal) || !value.EndsWith(')')) return null;
        string[] parts = value[4..^1].Split(',');
        return parts.Length == 3 && parts.All(part => byte.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? "#" + string.Concat(parts.Select(part => byte.Parse(part.Trim(), CultureInfo.InvariantCulture).ToString("x2", CultureInfo.InvariantCulture)))
            : null;
    }

    private static string Whitespace(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isSpace = c is ' ' or '\t' or '\n' or '\r';
            if (!isSpace || folded.Length == 0 || folded[^1] != ' ') folded.Append(isSpace ? ' ' : c);
        }

        return folded.ToString();
    }

    /// <summary>Without the white space around a line, which the layout of the source put there.</summary>
    private static List<JsonObject> Trimmed(List<JsonObject> run)
    {
        List<JsonObject> trimmed = [.. run];
        while (trimmed.Count > 0 && TrimEdge(trimmed, 0, text => text.TrimStart(' '))) trimmed.RemoveAt(0);
        while (trimmed.Count > 0 && TrimEdge(trimmed, trimmed.Count - 1, text => text.TrimEnd(' '))) trimmed.RemoveAt(trimmed.Count - 1);
        return trimmed;
    }

    /// <summary>True where nothing is left of the node.</summary>
    private static bool TrimEdge(List<JsonObject> run, int place, Func<string, string> trim)
    {
        if (AdfNode.Type(run[place]) != "text") return false;
        string trimmed = trim(run[place]["text"]!.GetValue<string>());
        run[place]["text"] = trimmed;
        return trimmed.Length == 0;
    }
}
