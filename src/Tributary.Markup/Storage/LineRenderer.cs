using System.Text;
using Tributary.Markup.Constructs.Images;
using Tributary.Markup.Constructs.InlineMarks;
using Tributary.Markup.Constructs.Links;
using Tributary.Markup.Constructs.Mentions;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>Nests the flat marks of a line into elements: the one that lasts longest stands outermost, and none cross.</summary>
internal sealed class LineRenderer(StorageRenderer renderer, StringBuilder to)
{
    private const int FlagCount = 6;
    private const int ColorAt = FlagCount;
    private const int HighlightAt = FlagCount + 1;
    private const int KindCount = FlagCount + 2;

    private readonly List<(int Kind, string? Value, string End)> open = [];

    public void Write(IReadOnlyList<Inline> line)
    {
        int[]? ends = null;
        for (int i = 0; i < line.Count; i++)
        {
            Marks marks = Sayable(MarksAt(line, i));
            if (open.Count > 0 || marks != default) SetMarks(marks, ends ??= Ends(line), i);
            WritePiece(line[i]);
        }

        CloseDownTo(0);
    }

    private Marks Sayable(Marks marks)
    {
        if (IsNoColor(marks.Color)) marks = marks with { Color = null };
        return IsNoColor(marks.Highlight) ? marks with { Highlight = null } : marks;
    }

    private bool IsNoColor(string? color)
    {
        if (color is null || MarkConstruct.IsColor(color)) return false;
        renderer.Losses.Add("colour that is none");
        return true;
    }

    private void WritePiece(Inline piece)
    {
        switch (piece)
        {
            case Text text: to.AppendEscaped(text.Value); break;
            case Code code: to.Append("<code>").AppendEscaped(code.Value).Append("</code>"); break;
            case Break: to.Append("<br />"); break;
            case Link link: LinkConstruct.Write(link, renderer, to); break;
            case Image image: ImageConstruct.Write(image, renderer, to); break;
            case Mention mention: MentionConstruct.Write(mention, renderer, to); break;
            case InlineDirective directive: renderer.Write(directive, to); break;
        }
    }

    private void SetMarks(Marks wanted, int[] ends, int at)
    {
        int keep = 0;
        while (keep < open.Count && Has(wanted, open[keep].Kind, out string? value) && value == open[keep].Value) keep++;
        CloseDownTo(keep);
        while (Next(wanted, ends, at) is >= 0 and var kind) Open(kind, wanted);
    }

    private int Next(Marks wanted, int[] ends, int at)
    {
        int next = -1;
        for (int kind = 0; kind < KindCount; kind++)
        {
            if (!Has(wanted, kind, out _) || open.Exists(each => each.Kind == kind)) continue;
            if (next < 0 || ends[(at * KindCount) + kind] > ends[(at * KindCount) + next]) next = kind;
        }

        return next;
    }

    private void Open(int kind, Marks wanted)
    {
        Has(wanted, kind, out string? value);
        if (kind < FlagCount)
        {
            (string start, string end) = MarkConstruct.Tags((Mark)(1 << kind));
            to.Append(start);
            open.Add((kind, null, end));
            return;
        }

        to.Append("<span").AppendAttribute("style", $"{(kind == ColorAt ? "color" : "background-color")}: {value};").Append('>');
        open.Add((kind, value, "</span>"));
    }

    private void CloseDownTo(int count)
    {
        while (open.Count > count)
        {
            to.Append(open[^1].End);
            open.RemoveAt(open.Count - 1);
        }
    }

    private static bool Has(Marks marks, int kind, out string? value)
    {
        value = kind == ColorAt ? marks.Color : kind == HighlightAt ? marks.Highlight : null;
        return kind < FlagCount ? marks.Flags.HasFlag((Mark)(1 << kind)) : value is not null;
    }

    // A line break has no look of its own: marks that stand on both sides go on over it.
    private static Marks MarksAt(IReadOnlyList<Inline> line, int at)
    {
        if (line[at] is not Break || at == 0 || at + 1 == line.Count) return line[at].Marks;
        (Marks before, Marks after) = (line[at - 1].Marks, line[at + 1].Marks);
        return new Marks(before.Flags & after.Flags, before.Color == after.Color ? before.Color : null, before.Highlight == after.Highlight ? before.Highlight : null);
    }

    /// <summary>For each piece and mark, the index up to which the mark goes on from there.</summary>
    private static int[] Ends(IReadOnlyList<Inline> line)
    {
        int[] ends = new int[line.Count * KindCount];
        for (int i = line.Count - 1; i >= 0; i--)
        {
            Marks here = MarksAt(line, i);
            Marks next = i + 1 < line.Count ? MarksAt(line, i + 1) : default;
            for (int kind = 0; kind < KindCount; kind++)
            {
                bool continues = Has(here, kind, out string? value) && Has(next, kind, out string? nextValue) && value == nextValue;
                ends[(i * KindCount) + kind] = continues ? ends[((i + 1) * KindCount) + kind] : i;
            }
        }

        return ends;
    }
}
