using Tributary.Markup.Merging;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>Changes the lines of a code block that differ, so that the others keep even their line ends.</summary>
internal static class CodeLines
{
    /// <returns>False where the text stands in several sections, or the change does not fit into one.</returns>
    public static bool TryPatch(string source, SourcePatches patches, StorageElement body, string was, string now)
    {
        if (body.Children is not [StorageText text] || text.Value != was || !TextPatch.CanHold(text, now)) return false;
        int[]? offsets = SourceOffsets.Of(source, text);
        List<string> old = Lines(was), fresh = Lines(now);
        var ids = new Dictionary<string, int>();
        int[] matches = Alignment.Of([.. old.Select(Id)], [.. fresh.Select(Id)]);
        int fromOld = 0, fromFresh = 0, at = 0;
        for (int j = 0; j <= fresh.Count; j++)
        {
            if (j < fresh.Count && matches[j] < 0) continue;
            int toOld = j < fresh.Count ? matches[j] : old.Count;
            int end = at + old.GetRange(fromOld, toOld - fromOld).Sum(line => line.Length);
            if (toOld > fromOld || j > fromFresh) Replace(old.GetRange(fromOld, toOld - fromOld), fresh.GetRange(fromFresh, j - fromFresh));
            if (j < fresh.Count) at = end + old[matches[j]].Length;
            (fromOld, fromFresh) = (toOld + 1, j + 1);
        }

        return true;

        void Replace(List<string> gone, List<string> come)
        {
            int start = at;
            if (gone.Count != come.Count)
            {
                TextPatch.Replace(text, offsets, patches, start, string.Concat(gone), string.Concat(come));
                return;
            }

            for (int i = 0; i < gone.Count; i++)
            {
                if (!IsIndentedAlike(VisibleText.Of(gone[i]), come[i])) TextPatch.Replace(text, offsets, patches, start, gone[i], come[i]);
                start += gone[i].Length;
            }
        }

        int Id(string line)
        {
            string shown = VisibleText.Of(line);
            if (!ids.TryGetValue(shown, out int id)) ids.Add(shown, id = ids.Count);
            return id;
        }
    }

    // Within a quote or a list, Markdown cannot keep a tab apart from the blanks that it looks like.
    private static bool IsIndentedAlike(string old, string fresh) =>
        old.AsSpan().TrimStart(" \t").SequenceEqual(fresh.AsSpan().TrimStart(" \t")) && old.AsSpan(0, old.Length - old.AsSpan().TrimStart(" \t").Length).Contains('\t');

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            if (end == 0) end = text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
