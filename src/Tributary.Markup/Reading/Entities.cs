using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Tributary.Markup.Reading;

/// <summary>Character references: the five of XML, the 252 of XHTML and the numeric ones.</summary>
internal static class Entities
{
    // The longest name is "thetasym"; anything longer is text with an ampersand in it.
    private const int LongestName = 8;

    private static readonly SearchValues<char> Special = SearchValues.Create("&\r");

    /// <summary>Decodes references and line ends; what is no reference stays as it is.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        int special = text.IndexOfAny(Special);
        if (special < 0) return text.ToString();

        var decoded = new StringBuilder(text.Length);
        while (special >= 0)
        {
            decoded.Append(text[..special]);
            text = text[special..];
            if (text[0] == '\r')
            {
                decoded.Append('\n');
                text = text[(text.Length > 1 && text[1] == '\n' ? 2 : 1)..];
            }
            else if (TryRead(text, out string? value, out int length))
            {
                decoded.Append(value);
                text = text[length..];
            }
            else
            {
                decoded.Append('&');
                text = text[1..];
            }

            special = text.IndexOfAny(Special);
        }

        return decoded.Append(text).ToString();
    }

    public static string NormalizeLineEnds(ReadOnlySpan<char> text) =>
        text.Contains('\r') ? text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text.ToString();

    /// <summary>The character that a name stands for, or null when Confluence would not know it.</summary>
    public static string? Named(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
            case "nbsp": return "\u00A0";
            case "ndash": return "–";
            case "mdash": return "—";
            case "rsquo": return "’";
            case "ldquo": return "“";
            case "rdquo": return "”";
            case "hellip": return "…";
            case "rarr": return "→";
        }

        if (name.Length is 0 or > LongestName) return null;
        string reference = $"&{name};";
        string decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? null : decoded;
    }

    /// <summary>The character of a numeric reference such as <c>#233</c> or <c>#xE9</c>, or null when XML has no such character.</summary>
    public static string? Numeric(ReadOnlySpan<char> digits)
    {
        bool hexadecimal = digits.Length > 1 && digits[1] == 'x';
        ReadOnlySpan<char> number = digits[(hexadecimal ? 2 : 1)..];
        NumberStyles style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(number, style, CultureInfo.InvariantCulture, out int code)) return null;
        return XmlCharacters.IsAllowed(code) ? char.ConvertFromUtf32(code) : null;
    }

    private static bool TryRead(ReadOnlySpan<char> text, out string? value, out int length)
    {
        value = null;
        length = 0;
        // "&#x10FFFF;" is ten characters, a few leading zeros may come before.
        int end = text[..Math.Min(text.Length, 16)].IndexOf(';');
        if (end < 2) return false;
        ReadOnlySpan<char> name = text[1..end];
        value = name[0] == '#' ? Numeric(name) : Named(name);
        length = end + 1;
        return value is not null;
    }
}
