using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>The paragraphs of a cell, which Markdown has on one line: two breaks in a row part them.</summary>
internal static class CellLines
{
    public static IReadOnlyList<Block> Split(IReadOnlyList<Inline> line)
    {
        if (line.Count == 0) return [];
        var paragraphs = new List<Block>();
        int start = 0;
        for (int i = 0; i + 1 < line.Count; i++)
        {
            // Breaks before the first word and behind the last one are the paragraph's own.
            if (line[i] is not Break || line[i + 1] is not Break || i == start || i + 2 == line.Count) continue;
            paragraphs.Add(new Paragraph([.. line.Skip(start).Take(i - start)]));
            start = i + 2;
            i++;
        }

        if (start < line.Count) paragraphs.Add(new Paragraph([.. line.Skip(start)]));
        return paragraphs;
    }
}
