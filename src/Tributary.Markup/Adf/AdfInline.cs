using System.Globalization;
using System.Text;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>The nodes within a line that are no text.</summary>
internal static class AdfInline
{
    private const int LongestLabel = 200;

    public static Inline Read(AdfObject node, Marks marks, Func<string?> nextHandle) => node.Type switch
    {
        "mention" when node.Attribute("id") is { Length: > 0 } id => new Mention(id, marks),
        "emoji" => Emoji(node, marks) ?? Opaque(node, marks, nextHandle),
        "date" when Day(node.Attribute("timestamp")) is { } day => new InlineDirective("date", day, [], null, marks),
        "status" when node.Attribute("text") is { Length: > 0 } text => Status(node, text, marks),
        "placeholder" when node.Attribute("text") is { Length: > 0 } text => new InlineDirective("placeholder", text, [], null, marks),
        "inlineCard" when AddressOf(node) is { } url => Card(url, "inline"),
        "mediaInline" when node.Attribute("id") is { Length: > 0 } id => new Image(LinkAddress.Write(new LinkTarget(LinkKind.Attachment, id))!, node.Attribute("alt") ?? "", null, [], marks),
        "inlineExtension" when AdfMacro.IsMacro(node) => Macro(node, marks, nextHandle),
        _ => Opaque(node, marks, nextHandle),
    };

    public static Link Card(string url, string appearance) => new(url, null, [new Text(url, default)], default) { Attributes = [new DirectiveAttribute("card", appearance)] };

    /// <summary>Where a card of any kind leads to; null where nothing but its data says so.</summary>
    public static string? AddressOf(AdfObject card)
    {
        string? url = card.Attribute("url") ?? ((card.Attributes?["data"] as AdfObject)?["url"] as AdfScalar)?.String;
        return url is { Length: > 0 } && !LinkSafety.IsDangerous(url) ? url : null;
    }

    /// <summary>The day in UTC as <c>2026-01-31</c>; null for what is no time.</summary>
    public static string? Day(string? timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds)) return null;
        if (milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()) return null;
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The words of a node and of all within it, for what has no better form.</summary>
    public static string Words(AdfObject node)
    {
        var words = new StringBuilder();
        Collect(node, words);
        return words.Length > LongestLabel ? words.ToString(0, LongestLabel) : words.ToString();
    }

    private static void Collect(AdfObject node, StringBuilder words)
    {
        string own = node.Text.Length > 0 ? node.Text : node.Attribute("text") ?? "";
        if (own.Length > 0) words.Append(words.Length > 0 ? " " : "").Append(own);
        foreach (AdfObject inner in node.Nodes)
        {
            if (words.Length > LongestLabel) return;
            Collect(inner, words);
        }
    }

    /// <summary>By its character where it has one, else by its name.</summary>
    private static InlineDirective? Emoji(AdfObject node, Marks marks)
    {
        string name = (node.Attribute("shortName") ?? "").Trim(':');
        string text = node.Attribute("text") ?? "";
        string label = IsEmoji(text) ? text : name;
        if (string.IsNullOrWhiteSpace(label)) return null;
        var attributes = new List<DirectiveAttribute>();
        if (name.Length > 0 && name != label) attributes.Add(new DirectiveAttribute("shortname", name));
        if (node.Attribute("id") is { Length: > 0 } id && id != CodePoints(label)) attributes.Add(new DirectiveAttribute("id", id));
        return new InlineDirective("emoji", label, attributes, null, marks);
    }

    /// <summary>Characters beyond those of words and names.</summary>
    public static bool IsEmoji(string text) => text.Length is > 0 and <= 32 && text.All(c => c > '\u00A8' && !char.IsLetter(c) && !char.IsWhiteSpace(c)) && VisibleText.Of(text) == text;

    /// <summary>The id of a standard emoji, such as <c>1f1e9-1f1ea</c>.</summary>
    public static string CodePoints(string emoji) => string.Join('-', emoji.EnumerateRunes().Select(rune => rune.Value.ToString("x", CultureInfo.InvariantCulture)));

    private static InlineDirective Status(AdfObject node, string text, Marks marks)
    {
        string? colour = AdfColour.ShownStatus(node.Attribute("color"));
        return new InlineDirective("status", text, colour is null ? [] : [new DirectiveAttribute("colour", colour)], null, marks);
    }

    private static InlineDirective Macro(AdfObject node, Marks marks, Func<string?> nextHandle)
    {
        (string name, string label, IReadOnlyList<DirectiveAttribute> attributes) = AdfMacro.Shown(node);
        return new InlineDirective(name, label, attributes, nextHandle(), marks);
    }

    private static InlineDirective Opaque(AdfObject node, Marks marks, Func<string?> nextHandle)
    {
        string words = Words(node);
        string type = node.Type.Length > 0 ? node.Type : "node";
        return new InlineDirective("opaque", words.Length > 0 ? $"{type} {words}" : type, [], nextHandle(), marks) { IsOpaque = true };
    }
}
