using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Writes a changed line around the words that stay: they keep their bytes and the signs around them. Gives up where signs would have to change around words that stay.
/// </summary>
internal sealed class WikiLineSplicer(string old, WikiRenderer renderer, WikiPlace place)
{
    private readonly StringBuilder to = new(old.Length);
    private readonly Dictionary<(string, Marks), int> ids = [];
    private List<WikiPiece> pieces = [];
    private List<WikiWord> words = [];

    /// <summary>What the line did not hold before.</summary>
    public List<Inline> Fresh { get; } = [];

    /// <summary>Null where the line is better written anew.</summary>
    public string? Splice(IReadOnlyList<Inline> line)
    {
        pieces = WikiLineReader.Read(old, 0, old.Length, WikiMacroScanner.Scan(old));
        bool isOldLonger = old.Length > line.Sum(piece => piece is Text text ? text.Value.Length : 0);
        List<WikiWord> fresh = isOldLonger ? WikiWord.Of(line, renderer, []) : [];
        words = WikiWord.Of(pieces, renderer, fresh);
        if (!isOldLonger) fresh = WikiWord.Of(line, renderer, words);
        int[] matches = Alignment.Of([.. words.Select(Id)], [.. fresh.Select(Id)]);

        int last = -1, from = 0;
        for (int j = 0; j <= fresh.Count; j++)
        {
            int match = j < fresh.Count ? matches[j] : words.Count;
            if (match < 0) continue;
            if (match == last + 1 && from == j) to.Append(old, End(last), Start(match) - End(last));
            else if (!Hunk(last, match, fresh.GetRange(from, j - from))) return null;
            if (j < fresh.Count) to.Append(old, words[match].Start, words[match].End - words[match].Start);
            last = match;
            from = j + 1;
        }

        return to.ToString();
    }

    private int Id(WikiWord word)
    {
        (string, Marks) key = word.Key;
        if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
        return id;
    }

    private int Start(int word) => word < words.Count ? words[word].Start : old.Length;

    private int End(int word) => word >= 0 ? words[word].End : 0;

    /// <summary>Writes new words in place of those between two that stay.</summary>
    private bool Hunk(int last, int next, List<WikiWord> fresh)
    {
        (int start, int end) = (End(last), Start(next));
        // Where words of one look go and others of the same look come, the signs around them stay.
        if (last + 1 < next && fresh.Count > 0 && fresh.TrueForAll(word => word.IsBlank || word.Marks == words[last + 1].Marks))
        {
            foreach (WikiPiece sign in Signs(start, words[last + 1].Start)) Copy(sign);
            Write(fresh, words[last + 1].Marks);
            foreach (WikiPiece sign in Signs(words[last + 1].End, end))
            {
                if (sign.Partner is not { } other || other.Start < words[last + 1].Start || other.End > end) Copy(sign);
            }

            return true;
        }

        // Signs that belong together and have nothing left between them go.
        Marks before = last >= 0 ? words[last].Marks : default;
        Marks after = next < words.Count ? words[next].Marks : default;
        List<WikiPiece> closing = [], opening = [];
        foreach (WikiPiece sign in Signs(start, end))
        {
            if (sign.Partner is not { } partner) continue;
            if (partner.Start < start) closing.Add(sign);
            else if (partner.End > end) opening.Add(sign);
        }

        Marks common = closing.Count == 0 ? before : opening.Count == 0 ? after : default;
        if (fresh.Exists(word => !word.IsBlank && (word.Marks.Flags & common.Flags) != common.Flags)) return false;
        bool isAfterOpening = closing.Count == 0 && opening.Count > 0 && fresh.Count > 0 && fresh.TrueForAll(word => word.IsBlank || word.Marks == after);
        bool isBeforeClosing = closing.Count > 0 && fresh.Count > 0 && fresh.TrueForAll(word => word.IsBlank || word.Marks == before);
        if (isBeforeClosing) Write(fresh, before);
        closing.ForEach(Copy);
        if (!isBeforeClosing && !isAfterOpening) Write(fresh, common);
        opening.ForEach(Copy);
        if (isAfterOpening) Write(fresh, after);
        return true;
    }

    /// <summary>The markup that stands in a part of the line, without what a reader sees.</summary>
    private IEnumerable<WikiPiece> Signs(int start, int end)
    {
        int low = 0, high = pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (pieces[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        for (int i = low; i < pieces.Count && pieces[i].End <= end; i++)
        {
            if (pieces[i].Inline is null) yield return pieces[i];
        }
    }

    private void Copy(WikiPiece piece) => to.Append(old, piece.Start, piece.End - piece.Start);

    private void Write(List<WikiWord> fresh, Marks around)
    {
        List<Inline> line = [.. fresh.Select(word => word.Inline)];
        Fresh.AddRange(line);
        renderer.LinePart(line, to, place, around);
    }
}
