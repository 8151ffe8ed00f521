using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A new paragraph that was a part of one of the page: its words keep the nodes that they stood in.</summary>
internal sealed record AdfPart(int Start, int End, IReadOnlyList<AdfObject> Nodes) : Origin(Start, End);

/// <summary>Finds paragraphs that were parted at their breaks.</summary>
internal sealed partial class AdfEmitter
{
    private List<Block> Parted(List<Block> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph { IsAltered: true, Origin: AdfOrigin { Node: { Type: "paragraph" } node } origin } || places.Of(origin) is not Paragraph) continue;
            List<AdfObject[]> parts = Parts(node);
            if (parts.Count < 2) continue;
            int first = i, last = i, lines = LinesIn(blocks[i]);
            while (lines < parts.Count && last + 1 < blocks.Count && IsNew(blocks[last + 1])) lines += LinesIn(blocks[++last]);
            while (lines < parts.Count && first > 0 && IsNew(blocks[first - 1])) lines += LinesIn(blocks[--first]);
            if (lines != parts.Count || first == last) continue;
            for (int at = first, part = 0; at <= last; part += LinesIn(blocks[at++]))
            {
                AdfObject[] nodes = [.. parts.Skip(part).Take(LinesIn(blocks[at])).SelectMany(each => each)];
                if (at != i && AreAlike(nodes, (Paragraph)blocks[at])) blocks[at] = blocks[at] with { Origin = new AdfPart(node.Start, node.End, nodes) };
            }

            i = last;
        }

        return blocks;
    }

    private static bool IsNew(Block block) => block is Paragraph { Origin: null };

    private static int LinesIn(Block block)
    {
        IReadOnlyList<Inline> line = ((Paragraph)block).Inlines;
        return 1 + Enumerable.Range(1, Math.Max(0, line.Count - 1)).Count(at => line[at] is Break && line[at - 1] is not Break);
    }

    /// <summary>What stands between the breaks, each with the break behind it.</summary>
    private static List<AdfObject[]> Parts(AdfObject paragraph)
    {
        var parts = new List<AdfObject[]>();
        var part = new List<AdfObject>();
        foreach (AdfObject node in paragraph.Nodes)
        {
            if (node.Type != "hardBreak" && part is [.., { Type: "hardBreak" }])
            {
                if (part.Exists(other => other.Type != "hardBreak")) parts.Add([.. part]);
                part.Clear();
            }

            part.Add(node);
        }

        if (part.Exists(other => other.Type != "hardBreak")) parts.Add([.. part]);
        return parts;
    }

    /// <summary>Whether most of the words were there.</summary>
    private bool AreAlike(AdfObject[] nodes, Paragraph now)
    {
        List<AdfFresh> words = AdfFresh.Of(now.Inlines);
        int[] matches = AdfFresh.Match(AdfToken.OfPage(nodes, handles.Of), words);
        return words.Where((word, at) => word.Key != " " && matches[at] >= 0).Count() * 2 >= words.Count(word => word.Key != " ");
    }
}
