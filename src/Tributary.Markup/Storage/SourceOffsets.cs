using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>Where each character of a text stands in the source, which may spell it as a reference.</summary>
internal static class SourceOffsets
{
    private const int LongestReference = 16;

    /// <returns>An offset for each character and one for the end, or null where they simply follow one another.</returns>
    public static int[]? Of(string source, StorageText text)
    {
        int start = text.IsCData ? text.Start + "<![CDATA[".Length : text.Start;
        // "&amp;amp;" begins with the very characters that it stands for.
        bool isPlain = (text.IsCData || !text.Value.Contains('&', StringComparison.Ordinal) || text.Value.Length == text.End - start) && source.AsSpan(start, Math.Min(text.Value.Length, source.Length - start)).SequenceEqual(text.Value);
        if (isPlain) return null;

        int[] offsets = new int[text.Value.Length + 1];
        int at = start, i = 0;
        while (i < text.Value.Length && at < text.End)
        {
            (int length, int characters) = Next(source.AsSpan(at, text.End - at), text.IsCData);
            for (int k = 0; k < characters && i < text.Value.Length; k++) offsets[i++] = at;
            at += length;
        }

        Array.Fill(offsets, at, i, offsets.Length - i);
        return offsets;
    }

    private static (int Length, int Characters) Next(ReadOnlySpan<char> rest, bool isCData)
    {
        if (rest.StartsWith("\r\n")) return (2, 1);
        if (isCData || rest[0] != '&') return (1, 1);
        int end = rest[..Math.Min(rest.Length, LongestReference)].IndexOf(';');
        if (end < 2) return (1, 1);
        string decoded = Entities.Decode(rest[..(end + 1)]);
        return decoded.AsSpan().SequenceEqual(rest[..(end + 1)]) ? (1, 1) : (end + 1, decoded.Length);
    }
}
