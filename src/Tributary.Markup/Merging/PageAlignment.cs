using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Merging;

/// <summary>Aligns a whole page with its new Markdown. The parts that are the same text are not even looked at.</summary>
internal static class PageAlignment
{
    /// <param name="shown">The page as Markdown, as whoever wrote the new one was shown it.</param>
    /// <param name="site">Where it was shown.</param>
    /// <returns>The page's own list where nothing differs.</returns>
    public static IReadOnlyList<Block> Of(Document page, MarkdownText shown, string markdown, LossLog losses, Uri? site = null)
    {
        string text = LineEnds.Unify(markdown);
        if (text.AsSpan().TrimEnd('\n').SequenceEqual(shown.Text.AsSpan().TrimEnd('\n'))) return page.Blocks;
        MarkdownParse fresh = MarkdownReader.ReadWithLines(text, losses);
        if (fresh.IsTooDeep) return fresh.Document.Blocks;
        var links = SiteLinks.Of(page, site);
        if (links is not null) fresh = fresh with { Document = new Document(links.Kept(fresh.Document.Blocks)) };
        (int oldHead, int freshHead) = SameStart(shown.Text, shown.Blocks, text, fresh.Blocks);
        (int oldTail, int freshTail) = SameEnd(shown.Text, shown.Blocks, text, fresh.Blocks, oldHead, freshHead);
        Block[] old = [.. page.Blocks.Skip(oldHead).Take(page.Blocks.Count - oldHead - oldTail)];
        Block[] changed = [.. fresh.Document.Blocks.Skip(freshHead).Take(fresh.Document.Blocks.Count - freshHead - freshTail)];
        Block[] kept = [.. page.Blocks.Take(oldHead), .. page.Blocks.Skip(page.Blocks.Count - oldTail)];
        var keys = new BlockKeys();
        if (links is null) keys.Know(old, [.. shown.Blocks.Skip(oldHead).Take(old.Length).Select(lines => shown.Text[lines])], changed, LinesOf(text, fresh.Blocks, freshHead, changed.Length));
        IReadOnlyList<Block> middle = new Merger(page, losses, keys, kept).Align(old, changed);
        return ReferenceEquals(middle, old) ? page.Blocks : [.. page.Blocks.Take(oldHead), .. middle, .. page.Blocks.Skip(page.Blocks.Count - oldTail)];
    }

    /// <summary>The lines of each block up to the next one; null where another block begins in the same line.</summary>
    private static string?[] LinesOf(string text, IReadOnlyList<Range> blocks, int first, int count)
    {
        string?[] lines = new string?[count];
        for (int i = 0; i < count; i++)
        {
            int at = first + i, start = blocks[at].Start.Value;
            int end = at + 1 < blocks.Count ? blocks[at + 1].Start.Value : text.Length;
            bool isAlone = end > start && (at == 0 || blocks[at - 1].Start.Value < start);
            if (isAlone) lines[i] = text.AsSpan(start, end - start).TrimEnd('\n').ToString();
        }

        return lines;
    }

    // Blocks count as the same up to the last place that ends a block in both texts.
    private static (int Old, int Fresh) SameStart(string shown, IReadOnlyList<Range> old, string text, IReadOnlyList<Range> fresh)
    {
        int common = shown.AsSpan().CommonPrefixLength(text);
        (int Old, int Fresh) best = (0, 0);
        for (int i = 0, j = 0; i < old.Count && j < fresh.Count;)
        {
            int oldEnd = EndOf(shown, old[i]), freshEnd = EndOf(text, fresh[j]);
            if (oldEnd > common || freshEnd > common) break;
            if (oldEnd == freshEnd) best = (++i, ++j);
            else if (oldEnd < freshEnd) i++;
            else j++;
        }

        return best;
    }

    private static (int Old, int Fresh) SameEnd(string shown, IReadOnlyList<Range> old, string text, IReadOnlyList<Range> fresh, int oldHead, int freshHead)
    {
        ReadOnlySpan<char> one = shown.AsSpan().TrimEnd('\n'), other = text.AsSpan().TrimEnd('\n');
        int common = 0;
        while (common < one.Length && common < other.Length && one[^(common + 1)] == other[^(common + 1)]) common++;
        (int Old, int Fresh) best = (0, 0);
        for (int i = 1, j = 1; i <= old.Count - oldHead && j <= fresh.Count - freshHead;)
        {
            int fromOld = one.Length - old[^i].Start.Value, fromFresh = other.Length - fresh[^j].Start.Value;
            if (fromOld > common || fromFresh > common) break;
            if (fromOld == fromFresh) best = (i++, j++);
            else if (fromOld < fromFresh) i++;
            else j++;
        }

        return best;
    }

    private static int EndOf(string text, Range lines) => lines.Start.Value + text.AsSpan()[lines].TrimEnd('\n').Length;
}
