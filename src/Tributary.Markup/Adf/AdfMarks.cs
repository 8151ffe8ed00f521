using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Marks that a reader sees; all others stay with the node that has them.</summary>
internal static class AdfMarks
{
    public static (Marks Marks, AdfLink? Link, bool IsCode) Read(AdfObject node)
    {
        Mark flags = Mark.None;
        string? color = null, highlight = null;
        AdfLink? link = null;
        bool isCode = false;
        foreach (AdfObject mark in node.Marks)
        {
            switch (mark.Type)
            {
                case "strong": flags |= Mark.Strong; break;
                case "em": flags |= Mark.Emphasis; break;
                case "strike": flags |= Mark.Strike; break;
                case "underline": flags |= Mark.Underline; break;
                case "subsup": flags |= mark.Attribute("type") == "sub" ? Mark.Subscript : Mark.Superscript; break;
                case "textColor": color = mark.Attribute("color"); break;
                case "backgroundColor": highlight = mark.Attribute("color"); break;
                case "link": link = LinkOf(mark); break;
                case "code": isCode = true; break;
            }
        }

        return (new Marks(flags, color, highlight), link, isCode);
    }

    public static bool IsSeen(string type) => type is "strong" or "em" or "strike" or "underline" or "subsup" or "textColor" or "backgroundColor" or "link" or "code";

    /// <summary>Whether a seen mark still holds for what shall look so.</summary>
    public static bool SaysSame(AdfObject mark, AdfLook look) => mark.Type switch
    {
        "subsup" => look.Marks.Flags.HasFlag(mark.Attribute("type") == "sub" ? Mark.Subscript : Mark.Superscript),
        "textColor" => mark.Attribute("color") == look.Marks.Color,
        "backgroundColor" => mark.Attribute("color") == look.Marks.Highlight,
        "link" => LinkOf(mark) == look.Link,
        _ => true,
    };

    public static AdfLink? LinkOf(AdfObject mark) =>
        mark.Attribute("href") is { Length: > 0 } href && !LinkSafety.IsDangerous(href) ? new AdfLink(href, mark.Attribute("title") is { Length: > 0 } title ? title : null) : null;

    /// <summary>The marks as ADF has them, in the order of its own editor.</summary>
    public static IEnumerable<(string Type, string Json)> Write(Marks marks, AdfLink? link, bool isCode)
    {
        if (link is { } target) yield return ("link", $"{{\"type\":\"link\",\"attrs\":{{{new AdfAttributes().Add("href", target.Address).Add("title", target.Title)}}}}}");
        if (isCode)
        {
            yield return ("code", """{"type":"code"}""");
            yield break;
        }

        if (marks.Flags.HasFlag(Mark.Emphasis)) yield return ("em", """{"type":"em"}""");
        if (marks.Flags.HasFlag(Mark.Strong)) yield return ("strong", """{"type":"strong"}""");
        if (marks.Flags.HasFlag(Mark.Strike)) yield return ("strike", """{"type":"strike"}""");
        if (marks.Flags.HasFlag(Mark.Subscript)) yield return ("subsup", """{"type":"subsup","attrs":{"type":"sub"}}""");
        else if (marks.Flags.HasFlag(Mark.Superscript)) yield return ("subsup", """{"type":"subsup","attrs":{"type":"sup"}}""");
        if (marks.Flags.HasFlag(Mark.Underline)) yield return ("underline", """{"type":"underline"}""");
        if (AdfColour.OfText(marks.Color) is { } color) yield return ("textColor", $"{{\"type\":\"textColor\",\"attrs\":{{\"color\":\"{color}\"}}}}");
        if (AdfColour.OfText(marks.Highlight) is { } highlight) yield return ("backgroundColor", $"{{\"type\":\"backgroundColor\",\"attrs\":{{\"color\":\"{highlight}\"}}}}");
    }
}
