using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>Nests the marks that lie flat on the pieces of a line: what lasts longest opens first, and nothing crosses.</summary>
/// <param name="spent">How many delimiters the line has already.</param>
internal sealed class OpenMarks(StringBuilder target, int spent = 0)
{
    private const int Kinds = 8;
    private const int Color = 6;
    private const int Highlight = 7;

    // Past this many, asterisks would be more than the reader looks at in one line.
    private const int MostDelimiters = 100;

    private readonly List<(int Kind, string Close, int End, char Delimiter)> open = [];

    // Where the last delimiter ended: another one right behind it would join it.
    private int lastClosed = -1;
    private int lastOpened = -1;
    private int runStart;
    private CharacterClass beforeRun;

    public int Spent { get; private set; } = spent;

    public bool IsInLabel => open.Exists(mark => mark.Delimiter == '\0');

    /// <summary>Closes what the piece does not have, and opens what it has.</summary>
    public void Set(IReadOnlyList<Piece> pieces, int[] ends, int index)
    {
        Marks wanted = pieces[index].Marks;
        int keep = 0;
        while (keep < open.Count && open[keep].End >= index) keep++;
        CloseDownTo(keep);
        Span<int> missing = stackalloc int[Kinds];
        int count = 0;
        for (int kind = 0; kind < Kinds; kind++)
        {
            if (Has(wanted, kind) && !IsOpen(kind)) missing[count++] = kind;
        }

        missing = missing[..count];
        for (int i = 0; i < count; i++)
        {
            int longest = i;
            for (int j = i + 1; j < count; j++)
            {
                if (ends[(index * Kinds) + missing[j]] > ends[(index * Kinds) + missing[longest]]) longest = j;
            }

            int next = missing[longest];
            for (int j = longest; j > i; j--) missing[j] = missing[j - 1];
            missing[i] = next;
            Open(pieces, ends, index, next, isInnermost: i + 1 == count);
        }
    }

    public void CloseAll() => CloseDownTo(0);

    public void Charge(OpenMarks inner) => Spent = inner.Spent;

    private void CloseDownTo(int count)
    {
        while (open.Count > count)
        {
            (int _, string close, int _, char delimiter) = open[^1];
            target.Append(close);
            if (delimiter != '\0') lastClosed = target.Length;
            open.RemoveAt(open.Count - 1);
        }
    }

    /// <summary>For each piece and mark, the piece up to which the mark goes on from there. Empty where no piece has a mark.</summary>
    public static int[] Ends(IReadOnlyList<Piece> pieces)
    {
        bool isMarked = false;
        foreach (Piece piece in pieces) isMarked |= piece.Marks != default;
        if (!isMarked) return [];
        int[] ends = new int[pieces.Count * Kinds];
        for (int i = pieces.Count - 1; i >= 0; i--)
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                bool continues = i + 1 < pieces.Count && IsSame(pieces[i].Marks, pieces[i + 1].Marks, kind);
                ends[(i * Kinds) + kind] = !Has(pieces[i].Marks, kind) ? -1 : continues ? ends[((i + 1) * Kinds) + kind] : i;
            }
        }

        return ends;
    }

    private void Open(IReadOnlyList<Piece> pieces, int[] ends, int index, int kind, bool isInnermost)
    {
        int end = ends[(index * Kinds) + kind];
        if (open.Count > 0) end = Math.Min(end, open[^1].End);
        string? delimiter = kind switch
        {
            0 => "**",
            1 => "*",
            2 => "~~",
            _ => null,
        };
        if (delimiter is not null && Spent < MostDelimiters && FitsBefore(pieces[index], delimiter[0], isInnermost) && FitsAfter(pieces, ends, end, kind))
        {
            bool joins = lastOpened == target.Length && target[^1] == delimiter[0];
            if (!joins)
            {
                beforeRun = Before();
                runStart = open.Count;
            }

            target.Append(delimiter);
            Spent++;
            lastOpened = target.Length;
            open.Add((kind, delimiter, end, delimiter[0]));
            return;
        }

        target.Append(':').Append(Name(kind)).Append('[');
        string close = kind < Color ? "]" : new StringBuilder("]").AppendColor((kind == Color ? pieces[index].Marks.Color : pieces[index].Marks.Highlight) ?? "").ToString();
        open.Add((kind, close, end, '\0'));
    }

    /// <summary>Whether a delimiter that is written here opens a mark, and closes no other one.</summary>
    private bool FitsBefore(Piece first, char delimiter, bool isInnermost)
    {
        if (lastClosed == target.Length && target[^1] == delimiter) return false;
        bool joins = lastOpened == target.Length && target[^1] == delimiter;
        CharacterClass before = joins ? beforeRun : Before();
        CharacterClass after = isInnermost ? CharacterClasses.First(first) : CharacterClass.Other;
        if (after == CharacterClass.Space) return false;
        bool isEdge = before is CharacterClass.Space or CharacterClass.Punctuation;
        if (!isEdge && after != CharacterClass.Word) return false;
        bool mayClose = before != CharacterClass.Space && (before != CharacterClass.Punctuation || after != CharacterClass.Word);
        int enclosing = joins ? runStart : open.Count;
        return !mayClose || !open.Take(enclosing).Any(mark => mark.Delimiter == delimiter);
    }

    /// <summary>Whether a delimiter behind the last piece of a mark closes it.</summary>
    private bool FitsAfter(IReadOnlyList<Piece> pieces, int[] ends, int end, int kind)
    {
        CharacterClass last = CharacterClasses.Last(pieces[end]);
        if (last == CharacterClass.Space) return false;
        bool othersEnd = false;
        for (int other = 0; other < Kinds; other++) othersEnd |= other != kind && ends[(end * Kinds) + other] == end && !IsOpen(other);
        if (last == CharacterClass.Word && !othersEnd) return true;
        bool enclosingEnds = open.Exists(mark => mark.End == end && mark.Delimiter != '*');
        if (enclosingEnds || end + 1 == pieces.Count || Opens(pieces[end].Marks, pieces[end + 1].Marks)) return true;
        return CharacterClasses.First(pieces[end + 1]) is CharacterClass.Space or CharacterClass.Punctuation;
    }

    private static bool Opens(Marks before, Marks after)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            if (Has(after, kind) && !IsSame(before, after, kind)) return true;
        }

        return false;
    }

    private CharacterClass Before() => target.Length == 0 ? CharacterClass.Space : CharacterClasses.Of(target[^1]);

    private bool IsOpen(int kind)
    {
        foreach (var mark in open)
        {
            if (mark.Kind == kind) return true;
        }

        return false;
    }

    private static bool Has(Marks marks, int kind) => kind switch
    {
        Color => marks.Color is not null,
        Highlight => marks.Highlight is not null,
        _ => marks.Flags.HasFlag((Mark)(1 << kind)),
    };

    private static bool IsSame(Marks one, Marks other, int kind) => kind switch
    {
        Color => one.Color == other.Color,
        Highlight => one.Highlight == other.Highlight,
        _ => Has(one, kind) == Has(other, kind),
    };

    private static string Name(int kind) => kind switch
    {
        0 => "strong",
        1 => "em",
        2 => "del",
        3 => "u",
        4 => "sub",
        5 => "sup",
        Color => "color",
        _ => "highlight",
    };
}
