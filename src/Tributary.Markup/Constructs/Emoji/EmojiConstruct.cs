using System.Globalization;
using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Emoji;

/// <summary>
/// <c>ac:emoticon</c>: <c>:emoji[👍]{shortname=thumbsup}</c>, or <c>:emoji[smile]</c> for what has a name of Data Center's and no character. What the label says by itself is not said again.
/// </summary>
internal static class EmojiConstruct
{
    public const string Name = "emoji";

    // What Cloud names every emoji that Data Center has no name for.
    private const string Unnamed = "blue-star";

    public static InlineDirective Read(StorageElement emoticon, Marks marks)
    {
        string name = emoticon["ac:name"] ?? "";
        string shortName = (emoticon["ac:emoji-shortname"] ?? "").Trim(':');
        string fallback = emoticon["ac:emoji-fallback"] ?? "";
        string label = IsEmoji(fallback) ? fallback : shortName.Length > 0 ? shortName : name;
        var attributes = new List<DirectiveAttribute>();
        Say("shortname", shortName, said: IsEmoji(label) ? "" : label);
        Say("id", emoticon["ac:emoji-id"] ?? "", said: IsEmoji(label) ? CodePoints(label) : "");
        Say("name", name, said: NameOf(label));
        return new InlineDirective(Name, label, attributes, Handle: null, marks) { Origin = StorageOrigin.Of(emoticon) };

        void Say(string key, string value, string said)
        {
            if (value.Length > 0 && value != said) attributes.Add(new DirectiveAttribute(key, value));
        }
    }

    public static void Write(InlineDirective emoji, StringBuilder to)
    {
        string label = emoji.Label;
        bool isEmoji = IsEmoji(label);
        string name = Said("name") ?? NameOf(label);
        string shortName = Said("shortname") ?? (isEmoji || NameOf(label) != Unnamed ? "" : label);
        string id = Said("id") ?? (isEmoji ? CodePoints(label) : "");
        to.Append("<ac:emoticon").AppendAttribute("ac:name", name);
        if (shortName.Length > 0) to.AppendAttribute("ac:emoji-shortname", $":{shortName}:");
        if (id.Length > 0) to.AppendAttribute("ac:emoji-id", id);
        if (isEmoji) to.AppendAttribute("ac:emoji-fallback", label);
        else if (shortName.Length > 0) to.AppendAttribute("ac:emoji-fallback", $":{shortName}:");
        to.Append(" />");

        string? Said(string key) => emoji.Attributes.FirstOrDefault(attribute => attribute.Name == key).Value;
    }

    private static string NameOf(string label) => Emoticon.OfName(label) is not null ? label : Unnamed;

    private static bool IsEmoji(string text) => text.Length is > 0 and <= 32 && text[0] >= '\u00A9' && !text.Any(char.IsWhiteSpace) && !char.IsLetter(text[0]);

    private static string CodePoints(string emoji) =>
        string.Join('-', emoji.EnumerateRunes().Where(rune => rune.Value != 0xFE0F).Select(rune => rune.Value.ToString("x", CultureInfo.InvariantCulture)));
}
