using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A word or a node of a line as it shall be.</summary>
internal readonly record struct AdfFresh(string Key, string Text, AdfLook Look, AdfLeaf Leaf)
{
    public static List<AdfFresh> Of(IReadOnlyList<Inline> line)
    {
        var tokens = new List<AdfFresh>();
        foreach (AdfLeaf leaf in AdfLeaf.Of(line))
        {
            if (AdfToken.TextOf(leaf.Inline) is { } text)
            {
                var look = new AdfLook(leaf.Marks, leaf.Link, leaf.Inline is Code);
                tokens.AddRange(Words.Of(text).Select(word => new AdfFresh(AdfToken.KeyOf(text.AsSpan(word.Start, word.End - word.Start)), text[word.Start..word.End], look, leaf)));
            }
            else
            {
                tokens.Add(new AdfFresh(AdfToken.KeyOf(leaf.Inline), "", default, leaf));
            }
        }

        return tokens;
    }

    /// <returns>For each of the line's words and nodes the one of the page that it is, or -1.</returns>
    public static int[] Match(IReadOnlyList<AdfToken> old, IReadOnlyList<AdfFresh> fresh)
    {
        var ids = new Dictionary<string, int>();
        int[] oldIds = [.. old.Select(token => Id(token.Key))];
        return Alignment.Of(oldIds, [.. fresh.Select(token => Id(token.Key))]);

        int Id(string key)
        {
            if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
            return id;
        }
    }
}
