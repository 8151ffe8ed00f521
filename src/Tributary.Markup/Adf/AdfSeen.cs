using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>
/// How Markdown shows a line of the page. It has no marks on blanks and few on code, and no blanks at the ends: what is shown so again was not changed.
/// </summary>
internal sealed class AdfSeen
{
    public static readonly AdfSeen None = new([]);

    // Farther away nobody would see the one word in the other.
    private const int FarthestReplaced = 1_000;

    private readonly IReadOnlyList<AdfToken> old;
    private readonly AdfLook[] looks;
    private readonly bool[] isShown;
    private readonly WordCuts cuts;

    private AdfSeen(IReadOnlyList<AdfToken> old)
    {
        this.old = old;
        looks = [.. old.Select(token => token.Look)];
        isShown = new bool[old.Count];
        cuts = WordCuts.Of(Cuts(old), old.Select(token => token.Key));
    }

    public static AdfSeen Of(IReadOnlyList<AdfToken> old, IReadOnlyList<AdfObject> nodes)
    {
        var seen = new AdfSeen(old);
        Array.Fill(seen.isShown, true);
        if (MarkdownReader.Read(MarkdownWriter.Canonical(new Paragraph(AdfLine.Read(nodes, () => null))), new LossLog()).Blocks is not [TextBlock read]) return seen;
        List<AdfFresh> shown = seen.Cut(AdfFresh.Of(read.Inlines));
        int[] matches = AdfFresh.Match(old, shown);
        Array.Clear(seen.isShown);
        for (int j = 0; j < shown.Count; j++)
        {
            if (matches[j] < 0) continue;
            seen.isShown[matches[j]] = true;
            seen.looks[matches[j]] = shown[j].Look;
        }

        return seen;
    }

    public AdfLook Look(int token) => looks[token];

    /// <summary>A blank or a break that Markdown does not show.</summary>
    public bool IsUnseen(int token) => !isShown[token] && (old[token].Inline is Break || old[token].Key is " " or "");

    /// <summary>For each new word the one that it came for, or -1: in the same place of the line, and shown alike.</summary>
    public int[] Freed(IReadOnlyList<AdfFresh> fresh, int[] matches)
    {
        int[] freed = new int[fresh.Count];
        Array.Fill(freed, -1);
        int next = 0, behind = 0;
        for (int j = 0; j < fresh.Count; j++)
        {
            if (matches[j] >= 0)
            {
                next = matches[j] + 1;
                continue;
            }

            if (AdfToken.TextOf(fresh[j].Leaf.Inline) is null || fresh[j].Key == " ") continue;
            if (behind <= j)
            {
                behind = j + 1;
                while (behind < fresh.Count && matches[behind] < 0) behind++;
            }

            int end = Math.Min(behind < fresh.Count ? matches[behind] : old.Count, next + FarthestReplaced);
            int found = next;
            while (found < end && (old[found].Inline is not null || old[found].Key is " " or "" || looks[found] != fresh[j].Look)) found++;
            if (found >= end) continue;
            freed[j] = found;
            next = found + 1;
        }

        return freed;
    }

    /// <summary>Cuts words where nodes of the page cut them, as a comment may begin in the middle of one.</summary>
    public List<AdfFresh> Cut(List<AdfFresh> line) =>
        [.. line.SelectMany(token => token.Text == token.Key && token.Key != " " ? cuts.Of(token.Text).Select(part => token with { Key = part, Text = part }) : [token])];

    private static IEnumerable<string[]> Cuts(IReadOnlyList<AdfToken> old)
    {
        for (int i = 0; i < old.Count;)
        {
            int end = i + 1;
            while (end < old.Count && AreOneWord(old[end - 1], old[end])) end++;
            if (end - i > 1) yield return [.. Enumerable.Range(i, end - i).Select(at => old[at].Key)];
            i = end;
        }
    }

    private static bool AreOneWord(AdfToken one, AdfToken other) =>
        one.Inline is null && other.Inline is null && one.Item != other.Item && one.Look == other.Look && one.Key.Length > 0 && other.Key.Length > 0 && Words.Join(one.Key[^1], other.Key[0]);
}
