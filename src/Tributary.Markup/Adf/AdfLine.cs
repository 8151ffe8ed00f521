using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Reads what stands in a line. What no reader sees, such as the anchor of a comment, is passed over: it stays with the letters that carry it.</summary>
internal static class AdfLine
{
    /// <param name="nextHandle">Names what is not wholly said.</param>
    public static List<AdfPiece> Pieces(IEnumerable<AdfObject> nodes, Func<string?> nextHandle)
    {
        var pieces = new List<AdfPiece>();
        foreach (AdfObject node in nodes)
        {
            (Marks marks, AdfLink? link, bool isCode) = AdfMarks.Read(node);
            Inline inline = node.Type switch
            {
                "text" => isCode ? new Code(node.Text, marks) : new Text(node.Text, marks),
                "hardBreak" => new Break(),
                _ => AdfInline.Read(node, marks, nextHandle) with { Origin = AdfOrigin.Of(node) },
            };
            if (inline is not (Text { Value.Length: 0 } or Code { Value.Length: 0 })) pieces.Add(new AdfPiece(inline, inline is Break ? null : link, node));
        }

        return pieces;
    }

    public static IReadOnlyList<Inline> Read(IEnumerable<AdfObject> nodes, Func<string?> nextHandle)
    {
        List<AdfPiece> pieces = Pieces(nodes, nextHandle);

        // Breaks before the first word and after the last are not seen.
        pieces.RemoveRange(0, pieces.TakeWhile(piece => piece.Inline is Break).Count());
        while (pieces.Count > 0 && pieces[^1].Inline is Break) pieces.RemoveAt(pieces.Count - 1);
        var line = new List<Inline>();
        for (int i = 0; i < pieces.Count;)
        {
            AdfLink? link = pieces[i].Link;
            int next = i + 1;
            while (next < pieces.Count && pieces[next].Link == link) next++;
            List<Inline> run = Joined(pieces[i..next]);
            if (link is { } target) line.Add(new Link(target.Address, target.Title, run, default));
            else line.AddRange(run);
            i = next;
        }

        return line;
    }

    /// <summary>Whether a reader sees nothing of it.</summary>
    public static bool IsBlank(IReadOnlyList<Inline> line) => line.All(inline => inline switch
    {
        Text text => string.IsNullOrWhiteSpace(VisibleText.Of(text.Value)),
        Link { Attributes.Count: 0 } link => IsBlank(link.Inlines),
        Code code => string.IsNullOrWhiteSpace(VisibleText.Of(code.Value)),
        _ => inline is Break,
    });

    /// <summary>Texts that look alike, though something that no reader sees parts them, are one.</summary>
    private static List<Inline> Joined(List<AdfPiece> pieces)
    {
        var run = new List<Inline>();
        for (int i = 0; i < pieces.Count;)
        {
            Inline first = pieces[i].Inline;
            int next = i + 1;
            if (AdfToken.TextOf(first) is not null)
            {
                while (next < pieces.Count && pieces[next].Inline.GetType() == first.GetType() && pieces[next].Inline.Marks == first.Marks) next++;
            }

            string text = next == i + 1 ? "" : string.Concat(pieces[i..next].Select(piece => AdfToken.TextOf(piece.Inline)));
            run.Add(next == i + 1 ? first : first is Code ? new Code(text, first.Marks) : new Text(text, first.Marks));
            i = next;
        }

        return run;
    }
}
