using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <param name="Color">Null for a mark.</param>
internal readonly record struct WikiMarkRun(Mark Mark, string? Color, int End);

/// <summary>How far each mark of a line goes on without a break.</summary>
internal sealed class WikiMarkRuns
{
    private static readonly Mark[] Marks = [Mark.Strong, Mark.Emphasis, Mark.Underline, Mark.Strike, Mark.Superscript, Mark.Subscript];

    private readonly List<Inline> pieces;
    private readonly int[][] ends;
    private readonly int[] colorEnds;

    public WikiMarkRuns(List<Inline> pieces)
    {
        this.pieces = pieces;
        ends = [.. Marks.Select(mark => EndsOf((_, inline) => inline.Marks.Flags.HasFlag(mark)))];
        colorEnds = EndsOf((first, inline) => inline.Marks.Color is { } color && color == first.Marks.Color);
    }

    /// <summary>The mark that begins here, is not open yet and goes on longest; null where none begins.</summary>
    public WikiMarkRun? Longest(int at, int limit, Marks open)
    {
        WikiMarkRun? longest = null;
        if (pieces[at].Marks.Color is { } color && color != open.Color) longest = new WikiMarkRun(Mark.None, color, Math.Min(colorEnds[at], limit));
        for (int i = 0; i < Marks.Length; i++)
        {
            if (!pieces[at].Marks.Flags.HasFlag(Marks[i]) || open.Flags.HasFlag(Marks[i])) continue;
            int end = Math.Min(ends[i][at], limit);
            if (longest is null || end > longest.Value.End) longest = new WikiMarkRun(Marks[i], null, end);
        }

        return longest;
    }

    private int[] EndsOf(Func<Inline, Inline, bool> goesOn)
    {
        int[] found = new int[pieces.Count];
        for (int i = pieces.Count - 1; i >= 0; i--)
        {
            if (!goesOn(pieces[i], pieces[i])) found[i] = i;
            else found[i] = i + 1 < pieces.Count && goesOn(pieces[i], pieces[i + 1]) ? found[i + 1] : i + 1;
        }

        return found;
    }
}
