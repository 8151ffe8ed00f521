using System.Buffers;
using System.Text;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Writing;

/// <summary>Characters as text or as an attribute's value, in XML and in HTML alike.</summary>
internal static class XmlText
{
    private static readonly char[] Illegal =
    [
        .. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => !XmlCharacters.IsSpace(c)),
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
        '\uFFFE',
        '\uFFFF',
    ];

    // Surrogates are legal in pairs only.
    private static readonly SearchValues<char> NeverInCData = SearchValues.Create(Illegal);

    private static readonly SearchValues<char> Special = SearchValues.Create([.. "&<>\"", .. Illegal]);

    /// <summary>Escapes what is markup and leaves out what XML has no way to say.</summary>
    public static StringBuilder AppendEscaped(this StringBuilder target, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int next = text.IndexOfAny(Special);
            if (next < 0) return target.Append(text);
            target.Append(text[..next]);
            text = text[next..];
            int taken = 1;
            switch (text[0])
            {
                case '&': target.Append("&amp;"); break;
                case '<': target.Append("&lt;"); break;
                case '>': target.Append("&gt;"); break;
                case '"': target.Append("&quot;"); break;
                case var high when text.Length > 1 && char.IsSurrogatePair(high, text[1]):
                    target.Append(text[..2]);
                    taken = 2;
                    break;
            }

            text = text[taken..];
        }
    }

    public static StringBuilder AppendAttribute(this StringBuilder target, string name, ReadOnlySpan<char> value)
    {
        target.Append(' ').Append(name).Append("=\"");
        // In an attribute, XML reads a line end as a space unless it is spelt out.
        while (value.IndexOfAny("\n\r\t") is >= 0 and var next)
        {
            target.AppendEscaped(value[..next]).Append("&#").Append((int)value[next]).Append(';');
            value = value[(next + 1)..];
        }

        return target.AppendEscaped(value).Append('"');
    }

    /// <summary>Wraps any characters in CDATA; an end mark inside is split over two sections, as Confluence does.</summary>
    public static StringBuilder AppendCData(this StringBuilder target, string text)
    {
        target.Append("<![CDATA[");
        int start = target.Length;
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOfAny(NeverInCData) is >= 0 and var next)
        {
            bool isPair = next + 1 < rest.Length && char.IsSurrogatePair(rest[next], rest[next + 1]);
            target.Append(rest[..(isPair ? next + 2 : next)]);
            rest = rest[(isPair ? next + 2 : next + 1)..];
        }

        target.Append(rest);
        return target.Replace("]]>", "]]]]><![CDATA[>", start, target.Length - start).Append("]]>");
    }
}
