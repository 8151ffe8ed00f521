using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>Writes what stands in a line as new nodes that the schema allows there.</summary>
internal sealed class AdfLineRenderer(LossLog losses)
{
    // Each node of a line has the whole address of its link: a long one around many would make a page of any length.
    private const int MostRepeated = 200_000;

    private AdfLink? lastLink;
    private long repeated;

    public List<string> Write(IReadOnlyList<AdfLeaf> leaves)
    {
        var nodes = new List<string>();
        var text = new StringBuilder();
        string textMarks = "";
        foreach (AdfLeaf leaf in leaves)
        {
            if (Node(leaf) is { } node)
            {
                Flush();
                nodes.Add(node);
                continue;
            }

            (string words, string marks) = Words(leaf);
            if (marks != textMarks) Flush();
            textMarks = marks;
            text.Append(words);
        }

        Flush();
        return nodes;

        void Flush()
        {
            if (text.Length > 0) nodes.Add(TextNode(text.ToString(), textMarks));
            text.Clear();
        }
    }

    public static string TextNode(string text, string marks) => marks.Length == 0
        ? $"{{\"type\":\"text\",\"text\":{AdfJson.Quote(text)}}}"
        : $"{{\"type\":\"text\",\"text\":{AdfJson.Quote(text)},\"marks\":[{marks}]}}";

    /// <summary>The marks that ADF has for it, without the brackets around them. Tells what it has none for.</summary>
    public string Marks(Marks marks, AdfLink? link, bool isCode)
    {
        if (isCode && marks != default) losses.Add("formatting of code");
        if (marks.Color is { } color && AdfColour.OfText(color) is null) losses.Add($"colour '{color}'");
        if (marks.Highlight is { } highlight && AdfColour.OfText(highlight) is null) losses.Add($"colour '{highlight}'");
        return string.Join(',', AdfMarks.Write(marks, Reachable(link), isCode).Select(mark => mark.Json));
    }

    /// <summary>Null where what it leads to has no web address.</summary>
    public AdfLink? Reachable(AdfLink? link)
    {
        if (link is not { } target) return null;
        if (LinkSafety.IsDangerous(target.Address))
        {
            losses.Add("link to a script, kept as text");
            return null;
        }

        repeated = link == lastLink ? repeated + target.Address.Length + (target.Title?.Length ?? 0) : 0;
        lastLink = link;
        if (repeated > MostRepeated)
        {
            losses.Add("link around more words than ADF has room for, the last of them kept as text");
            return null;
        }

        if (LinkAddress.Read(target.Address) is null or { Kind: LinkKind.Anchor }) return link;
        losses.Add($"link to '{target.Address}', kept as text");
        return null;
    }

    /// <summary>Null for what is text.</summary>
    public string? Node(AdfLeaf leaf) => leaf.Inline switch
    {
        Break => AdfJson.Node("hardBreak"),
        Mention mention => AdfJson.Node("mention", new AdfAttributes().Add("id", mention.UserId)),
        Link card when !LinkSafety.IsDangerous(card.Address) && LinkAddress.Read(card.Address) is null => AdfJson.Node("inlineCard", new AdfAttributes().Add("url", card.Address)),
        Image image when LinkAddress.Read(image.Address) is { Kind: LinkKind.Attachment } file => MediaInline(image, file.Name, leaf.Link),
        InlineDirective directive => Directive(directive),
        _ => null,
    };

    private string MediaInline(Image image, string id, AdfLink? link)
    {
        AdfAttributes attributes = new AdfAttributes().Add("type", "image").Add("id", id).Add("collection", "");
        if (image.Alt.Length > 0) attributes.Add("alt", image.Alt);
        if (image.Title is { Length: > 0 }) losses.Add("title of an image");
        foreach (DirectiveAttribute unsaid in image.Attributes) losses.Add($"{unsaid.Name} of an image");
        string node = AdfJson.Node("mediaInline", attributes);
        string marks = Marks(default, link, isCode: false);
        return marks.Length == 0 ? node : $"{node[..^1]},\"marks\":[{marks}]}}";
    }

    private string? Directive(InlineDirective directive)
    {
        switch (directive.Name)
        {
            case "status" when directive.Label.Length > 0:
                return AdfJson.Node("status", new AdfAttributes().Add("text", directive.Label).Add("color", AdfColour.OfStatus(Attribute(directive, "colour") ?? Attribute(directive, "color"))));
            case "date" when Timestamp(directive.Label) is { } timestamp:
                return AdfJson.Node("date", new AdfAttributes().Add("timestamp", timestamp));
            case "placeholder" when directive.Label.Length > 0:
                return AdfJson.Node("placeholder", new AdfAttributes().Add("text", directive.Label));
            case "emoji" when directive.Label.Length > 0:
                return AdfJson.Node("emoji", Emoji(directive));
            case "math" when directive.Label.Length > 0:
                return AdfJson.Node("inlineExtension", AdfMacro.Attributes("mathinline", [new DirectiveAttribute("body", directive.Label)], null));
            case "status" or "date" or "placeholder" or "emoji" or "math" or "opaque" or "mention":
                losses.Add($"'{directive.Name}' that says nothing ADF could keep");
                return null;
            default:
                (string key, IReadOnlyList<DirectiveAttribute> parameters) = AdfMacro.Said(directive.Name, directive.Label, directive.Attributes);
                return key.Length == 0 ? null : AdfJson.Node("inlineExtension", AdfMacro.Attributes(key, parameters, null));
        }
    }

    public static AdfAttributes Emoji(InlineDirective emoji)
    {
        bool isCharacter = AdfInline.IsEmoji(emoji.Label);
        string name = Attribute(emoji, "shortname") ?? emoji.Label;
        string? id = Attribute(emoji, "id") ?? (isCharacter ? AdfInline.CodePoints(emoji.Label) : null);
        return new AdfAttributes().Add("shortName", isCharacter && name == emoji.Label ? name : $":{name}:").Add("id", id).Add("text", isCharacter ? emoji.Label : $":{name}:");
    }

    /// <summary>Midnight in UTC, in milliseconds; null for what is no day.</summary>
    public static string? Timestamp(string day) => DateTimeOffset.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
        ? date.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
        : null;

    private static string? Attribute(InlineDirective directive, string name) => directive.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;

    private (string Text, string Marks) Words(AdfLeaf leaf)
    {
        switch (leaf.Inline)
        {
            case Text text:
                return (text.Value, Marks(leaf.Marks, leaf.Link, isCode: false));
            case Code code:
                return (code.Value, Marks(leaf.Marks, leaf.Link, isCode: true));
            case Link card:
                return (LinkText(card), Marks(leaf.Marks, new AdfLink(card.Address, card.Title), isCode: false));
            case Image image:
                losses.Add("image within a line, kept as a link");
                return (image.Alt.Length > 0 ? image.Alt : image.Address, Marks(leaf.Marks, leaf.Link ?? new AdfLink(image.Address, null), isCode: false));
            case InlineDirective directive:
                return (directive.Label, Marks(leaf.Marks, leaf.Link, isCode: false));
            default:
                return ("", "");
        }
    }

    private static string LinkText(Link link)
    {
        string words = string.Concat(AdfLeaf.Of(link.Inlines).Select(leaf => leaf.Inline is Text text ? text.Value : leaf.Inline is Code code ? code.Value : ""));
        return words.Length > 0 ? words : link.Address;
    }
}
