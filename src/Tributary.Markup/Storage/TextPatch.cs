using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>Changes the characters of a text that differ, and leaves the spelling of the others alone.</summary>
internal static class TextPatch
{
    /// <returns>False where the text does not stand in one piece, or the change does not fit into that.</returns>
    public static bool TryReplace(string source, SourcePatches patches, StorageElement holder, string was, string now)
    {
        if (holder.Children is not [StorageText text] || text.Value != was || !CanHold(text, now)) return false;
        Replace(text, SourceOffsets.Of(source, text), patches, 0, was, now);
        return true;
    }

    // What XML has no way to say is left to the writer of whole texts.
    public static bool CanHold(StorageText text, string now) =>
        !now.Any(c => char.IsSurrogate(c) || (c < ' ' && c is not ('\t' or '\n')) || c >= '\uFFFE') && !(text.IsCData && (now.Contains("]]", StringComparison.Ordinal) || now.StartsWith('>')));

    /// <param name="offsets">As <see cref="SourceOffsets"/> gives them.</param>
    /// <param name="at">Where in the text the characters stand.</param>
    public static void Replace(StorageText text, int[]? offsets, SourcePatches patches, int at, string was, string now)
    {
        int head = was.AsSpan().CommonPrefixLength(now);
        int tail = 0;
        while (tail < Math.Min(was.Length, now.Length) - head && was[^(tail + 1)] == now[^(tail + 1)]) tail++;

        // Both halves of a pair are one reference in the source.
        if (head > 0 && char.IsHighSurrogate(was[head - 1])) head--;
        if (tail > 0 && char.IsLowSurrogate(was[^tail])) tail--;
        if (head == was.Length && head == now.Length) return;
        string put = now[head..^tail];
        patches.Replace(Offset(at + head), Offset(at + was.Length - tail), text.IsCData ? put : new StringBuilder().AppendEscaped(put).ToString());

        int Offset(int character) => offsets is null ? text.Start + (text.IsCData ? "<![CDATA[".Length : 0) + character : offsets[character];
    }
}
