using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs;

/// <summary><c>ac:emoticon</c>: Cloud says which emoji it is, Data Center has a short list of names.</summary>
internal static class Emoticon
{
    public static string Text(StorageElement emoticon)
    {
        if (emoticon["ac:emoji-fallback"] is { Length: > 0 } fallback) return fallback;
        if (FromCodePoints(emoticon["ac:emoji-id"]) is { } emoji) return emoji;
        string name = emoticon["ac:name"] ?? "";
        return OfName(name) ?? emoticon["ac:emoji-shortname"] ?? $":{name}:";
    }

    public static string? OfName(string name) => name switch
    {
        "smile" => "🙂",
        "sad" => "🙁",
        "cheeky" => "😛",
        "laugh" => "😀",
        "wink" => "😉",
        "thumbs-up" => "👍",
        "thumbs-down" => "👎",
        "information" => "ℹ️",
        "tick" => "✅",
        "cross" => "❌",
        "warning" => "⚠️",
        "plus" => "➕",
        "minus" => "➖",
        "question" => "❓",
        "light-on" => "💡",
        "light-off" => "🔅",
        "yellow-star" => "⭐",
        "red-star" or "green-star" or "blue-star" => "🌟",
        "heart" => "❤️",
        "broken-heart" => "💔",
        _ => null,
    };

    /// <summary>Ids of standard emoji are their code points, such as <c>1f1e9-1f1ea</c>.</summary>
    private static string? FromCodePoints(string? id)
    {
        if (id is null or { Length: 0 or > 64 }) return null;
        string emoji = "";
        foreach (string part in id.Split('-'))
        {
            if (!int.TryParse(part, System.Globalization.NumberStyles.AllowHexSpecifier, null, out int code) || !System.Text.Rune.IsValid(code) || code < 0x20) return null;
            emoji += char.ConvertFromUtf32(code);
        }

        return emoji;
    }
}
