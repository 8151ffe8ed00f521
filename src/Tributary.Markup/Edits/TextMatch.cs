using System.Text;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>A place where a text stands: letters of a line (<see cref="LineText"/>), or of a code block.</summary>
/// <param name="Asked">What was asked of the look of each letter; null where nothing was.</param>
internal readonly record struct TextMatch(Block Block, string Text, int Start, int End, IReadOnlyList<Look>? Asked = null)
{
    private const int Context = 30;
    private const int LongestObject = 80;

    /// <summary>Every match in document order, none reaching into the next.</summary>
    public static List<TextMatch> Of(IReadOnlyList<Block> scope, TextPattern pattern)
    {
        var matches = new List<TextMatch>();
        if (pattern.Letters.Length == 0) return matches;

        var pending = new Stack<Block>(scope.Reverse());
        while (pending.TryPop(out Block? block))
        {
            if (block is TextBlock line && pattern.Fits(line)) Search(line, LineText.Of(line.Inlines), pattern, matches);
            if (block is CodeBlock code && pattern.FitsCode) Search(block, code.Code, pattern, matches);
            if (block is not ContainerBlock container || block is Directive { IsOpaque: true }) continue;
            for (int i = container.Blocks.Count - 1; i >= 0; i--) pending.Push(container.Blocks[i]);
        }

        return matches;
    }

    /// <summary>The match, marked, with some of the text around it, on one line.</summary>
    public string Around()
    {
        int start = Math.Max(0, Start - Context), end = Math.Min(Text.Length, End + Context);
        List<LinePiece> pieces = Block is TextBlock line ? LinePiece.Of(line.Inlines) : [];
        return $"{(start > 0 ? "…" : "")}{Shown(Text, pieces, start, Start)}»{Shown(Text, pieces, Start, End)}«{Shown(Text, pieces, End, end)}{(end < Text.Length ? "…" : "")}";

        static string Shown(string text, List<LinePiece> pieces, int from, int to)
        {
            var shown = new StringBuilder();
            for (int at = from; at < to; at++)
            {
                if (text[at] == LineText.Object && pieces.Count > 0 && pieces[LinePiece.IndexAt(pieces, at)] is { IsObject: true } piece) shown.Append(Told(piece.Inline));
                else shown.Append(text[at]);
            }

            return VisibleText.Of(shown.ToString()).ReplaceLineEndings(" ");
        }
    }

    /// <summary>An object as Markdown shows it.</summary>
    public static string Told(Inline piece)
    {
        string markdown = MarkdownWriter.Canonical([piece with { Marks = default }]);
        return markdown.Length <= LongestObject ? markdown : string.Concat(markdown.AsSpan(0, LongestObject - 1), "…");
    }

    private static void Search(Block block, string text, TextPattern pattern, List<TextMatch> matches)
    {
        // What a reader does not see is no part of what he looks for, though it goes with what he replaces.
        string visible = VisibleText.Of(text), wanted = pattern.Letters;
        int[]? seen = visible.Length == text.Length ? null : Places(text, visible);
        string plain = TextPattern.Plain(visible);
        List<LinePiece>? pieces = null;
        int[] places = new int[wanted.Length];
        for (int at = plain.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(wanted, at, StringComparison.Ordinal))
        {
            for (int i = 0; i < places.Length; i++) places[i] = seen is null ? at + i : seen[at + i];
            if (block is TextBlock line && !pattern.Fits(pieces ??= LinePiece.Of(line.Inlines), places))
            {
                at++;
                continue;
            }

            matches.Add(new TextMatch(block, text, places[0], places[^1] + 1, pattern.Asked is { } asked ? AskedAt(asked, places) : null));
            at += wanted.Length;
        }
    }

    // A letter that no reader sees goes with the one before it.
    private static Look[] AskedAt(IReadOnlyList<Look> asked, int[] places)
    {
        var looks = new Look[places[^1] + 1 - places[0]];
        for (int at = 0, i = 0; at < looks.Length; at++)
        {
            while (i + 1 < places.Length && places[i + 1] - places[0] <= at) i++;
            looks[at] = asked[i];
        }

        return looks;
    }

    /// <summary>Where each visible letter stands in the text, of which only letters were left out.</summary>
    private static int[] Places(string text, string visible)
    {
        int[] places = new int[visible.Length];
        int at = 0;
        for (int i = 0; i < visible.Length; i++, at++)
        {
            while (text[at] != visible[i]) at++;
            places[i] = at;
        }

        return places;
    }
}
