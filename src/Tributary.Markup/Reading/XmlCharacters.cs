using System.Xml;

namespace Tributary.Markup.Reading;

internal static class XmlCharacters
{
    public static bool IsAllowed(int codePoint) => codePoint switch
    {
        0x9 or 0xA or 0xD => true,
        < 0x20 => false,
        <= 0xD7FF => true,
        < 0xE000 => false,
        <= 0xFFFD => true,
        < 0x10000 => false,
        _ => codePoint <= 0x10FFFF,
    };

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    public static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (c > 0x7F && XmlConvert.IsStartNCNameChar(c));

    public static bool IsNamePart(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' || (c > 0x7F && XmlConvert.IsNCNameChar(c));
}
