using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>
/// The pieces of one line, ready to be written: nothing blank at the ends, where no one sees it, and blanks at the edge of what is marked moved out of it, for a phrase neither
/// begins nor ends with one.
/// </summary>
internal static class WikiLinePieces
{
    public static List<Inline> Of(IReadOnlyList<Inline> line, int start, int end)
    {
        var pieces = new List<Inline>(end - start);
        for (int i = start; i < end; i++) Add(pieces, line[i]);
        while (pieces.Count > 0 && pieces[0] is Text { Value: var first } && string.IsNullOrWhiteSpace(first) && IsBlank(first)) pieces.RemoveAt(0);
        while (pieces.Count > 0 && pieces[^1] is Text { Value: var last } && IsBlank(last)) pieces.RemoveAt(pieces.Count - 1);
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is Text { Value: var value } blank && string.IsNullOrWhiteSpace(value)) pieces[i] = blank with { Marks = Common(pieces, i, blank.Marks) };
        }

        return Joined(pieces);
    }

    private static void Add(List<Inline> pieces, Inline inline)
    {
        if (inline is not Text text)
        {
            pieces.Add(inline);
            return;
        }

        string value = text.Value;
        int from = 0, to = value.Length;
        while (from < to && char.IsWhiteSpace(value[from])) from++;
        while (to > from && char.IsWhiteSpace(value[to - 1])) to--;
        if (from > 0) pieces.Add(text with { Value = value[..from] });
        if (to > from) pieces.Add(text with { Value = value[from..to] });
        if (to < value.Length && to > 0 && from < value.Length) pieces.Add(text with { Value = value[to..] });
    }

    private static bool IsBlank(string text) => text.AsSpan().IndexOfAnyExcept(WikiSyntax.Blanks.AsSpan()) < 0;

    /// <summary>What it has in common with the nearest words on both sides.</summary>
    private static Marks Common(List<Inline> pieces, int at, Marks own)
    {
        // Blanks before this one have been settled, so the piece before tells of all of them.
        if (at == 0) return default;
        int next = at + 1;
        while (next < pieces.Count && pieces[next] is Text { Value: var value } && string.IsNullOrWhiteSpace(value)) next++;
        if (next == pieces.Count) return default;
        (Marks before, Marks after) = (pieces[at - 1].Marks, pieces[next].Marks);
        return new Marks(own.Flags & before.Flags & after.Flags, own.Color == before.Color && own.Color == after.Color ? own.Color : null);
    }

    public static List<Inline> Joined(List<Inline> pieces)
    {
        var joined = new List<Inline>(pieces.Count);
        var together = new StringBuilder();
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is not Text text || !GoesOn(i))
            {
                joined.Add(pieces[i]);
                continue;
            }

            together.Clear().Append(text.Value);
            while (GoesOn(i)) together.Append(((Text)pieces[++i]).Value);
            joined.Add(text with { Value = together.ToString() });
        }

        return joined;

        bool GoesOn(int at) => at + 1 < pieces.Count && pieces[at] is Text && pieces[at + 1] is Text && pieces[at].Marks == pieces[at + 1].Marks;
    }
}
