using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Edits;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>What a document had and no longer has, of the things that cannot be written again: anchors of comments, and originals behind placeholders.</summary>
internal static class AdfLost
{
    /// <summary>The mark that holds the anchor of a comment.</summary>
    public const string Anchor = "annotation";

    /// <param name="givenUp">What was taken away by name: no loss.</param>
    public static void Find(AdfTree before, Document page, AdfTree after, IReadOnlyList<Block> altered, LossLog losses, GivenUp? givenUp = null)
    {
        losses.Line = 0;
        HashSet<string> kept = [.. Anchors(after.Root).Select(anchor => anchor.Id)];
        foreach ((string id, string words, int start) in Anchors(before.Root))
        {
            if (!kept.Contains(id) && givenUp?.Has(start) != true) losses.Add($"inline comment anchor on \"{(words.Length <= 60 ? words : string.Concat(words.AsSpan(0, 57), "…"))}\"");
        }

        foreach ((string handle, string name) in Placeholders.Gone(page.Blocks, altered))
        {
            if (givenUp?.Has(handle) != true) losses.Add($"{name} #{handle}");
        }
    }

    private static IEnumerable<(string Id, string Words, int Start)> Anchors(AdfObject? root)
    {
        var pending = new Stack<AdfObject>();
        if (root is not null) pending.Push(root);
        while (pending.TryPop(out AdfObject? node))
        {
            foreach (AdfObject mark in node.Marks)
            {
                if (mark.Type == Anchor && mark.Attribute("id") is { } id) yield return (id, node.Text.ReplaceLineEndings(" ").Trim(), node.Start);
            }

            foreach (AdfObject inner in node.Nodes.Reverse()) pending.Push(inner);
        }
    }
}
