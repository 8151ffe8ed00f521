using System.Text;

namespace Tributary.Tools.Reading;

/// <summary>A body in pieces of at most so many tokens, cut between blocks wherever blocks allow it.</summary>
internal static class BodyCut
{
    /// <summary>Tokens are estimated everywhere as UTF-8 bytes / 4.</summary>
    public const int BytesPerToken = 4;

    /// <summary>Where the piece from <paramref name="start"/> ends: the end of the text, or the best boundary within the limit.</summary>
    public static int End(string text, int start, int maxTokens, Func<string, IEnumerable<(int Position, int Depth)>> boundaries)
    {
        int limit = Limit(text, start, (long)maxTokens * BytesPerToken);
        if (limit == text.Length)
            return limit;

        // The last boundary of each depth; a shallow one is better, unless it wastes half of what the caller asked for.
        var last = new SortedDictionary<int, int>();
        foreach ((int position, int depth) in boundaries(text))
        {
            if (position > limit)
                break;
            if (position > start)
                last[depth] = position;
        }

        int enough = start + (limit - start) / 2;
        foreach (int position in last.Values)
        {
            if (position >= enough)
                return position;
        }

        return last.Count > 0 ? last.Values.Max() : limit;
    }

    public static int Tokens(ReadOnlySpan<char> text) => (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;

    private static int Limit(string text, int start, long maxBytes)
    {
        // No character takes more than three bytes a UTF-16 unit.
        if ((text.Length - start) * 3L <= maxBytes)
            return text.Length;

        int at = start;
        foreach (Rune rune in text.AsSpan(start).EnumerateRunes())
        {
            maxBytes -= rune.Utf8SequenceLength;
            if (maxBytes < 0)
                break;
            at += rune.Utf16SequenceLength;
        }

        // One character is always given: a cursor that stands still would never end.
        return at > start ? at : Math.Min(text.Length, start + (char.IsHighSurrogate(text[start]) ? 2 : 1));
    }
}
