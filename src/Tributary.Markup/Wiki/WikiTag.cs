namespace Tributary.Markup.Wiki;

/// <summary><c>{name:parameters}</c>. A tag without parameters may close a macro; with a colon alone it never does.</summary>
internal readonly record struct WikiTag(string Name, string? Parameters, int Start, int End)
{
    private const int LongestName = 40;
    private const int LongestTag = 4_000;

    public static WikiTag? Read(string source, int at)
    {
        int nameEnd = at + 1 + NameLength(source.AsSpan(at + 1));
        int end = nameEnd;
        if (nameEnd == at + 1 || end >= source.Length) return null;
        if (source[end] == ':')
        {
            int stop = source.AsSpan(end, Math.Min(LongestTag, source.Length - end)).IndexOfAny("{}\r\n");
            if (stop < 0) return null;
            end += stop;
        }

        if (source[end] != '}') return null;
        return new WikiTag(source[(at + 1)..nameEnd], end > nameEnd ? source[(nameEnd + 1)..end] : null, at, end + 1);
    }

    public static bool IsName(string name) => name.Length > 0 && NameLength(name) == name.Length;

    /// <summary>An opening tag; null where the parameters do not fit into one.</summary>
    public static string? Write(string name, string parameters, bool needsColon)
    {
        string tag = parameters.Length > 0 || needsColon ? $"{{{name}:{parameters}}}" : $"{{{name}}}";
        return tag.Length < LongestTag ? tag : null;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0])) return 0;
        int length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_')) length++;
        return length <= LongestName ? length : 0;
    }
}
