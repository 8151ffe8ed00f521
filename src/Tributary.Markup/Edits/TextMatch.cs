using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>A place where a text stands: letters of a line (<see cref="LineText"/>), or of a code block.</summary>
internal readonly record struct TextMatch(Block Block, string Text, int Start, int End)
{
    private const int Context = 30;

    /// <summary>Every match in document order, none reaching into the next.</summary>
    public static List<TextMatch> Of(IReadOnlyList<Block> scope, string find)
    {
        string wanted = Plain(VisibleText.Of(find));
        var matches = new List<TextMatch>();
        if (wanted.Length == 0) return matches;

        var pending = new Stack<Block>(scope.Reverse());
        while (pending.TryPop(out Block? block))
        {
            if (block is TextBlock line) Search(block, LineText.Of(line.Inlines), wanted, matches);
            if (block is CodeBlock code) Search(block, code.Code, wanted, matches);
            if (block is not ContainerBlock container || block is Directive { IsOpaque: true }) continue;
            for (int i = container.Blocks.Count - 1; i >= 0; i--) pending.Push(container.Blocks[i]);
        }

        return matches;
    }

    /// <summary>The match with some of the text around it, on one line.</summary>
    public string Around()
    {
        int start = Math.Max(0, Start - Context), end = Math.Min(Text.Length, End + Context);
        return $"{(start > 0 ? "…" : "")}{VisibleText.Of(Text[start..end]).ReplaceLineEndings(" ").Replace(LineText.Object, ' ')}{(end < Text.Length ? "…" : "")}";
    }

    private static void Search(Block block, string text, string wanted, List<TextMatch> matches)
    {
        // What a reader does not see is no part of what he looks for, though it goes with what he replaces.
        string visible = VisibleText.Of(text);
        int[]? places = visible.Length == text.Length ? null : Places(text, visible);
        string plain = Plain(visible);
        for (int at = plain.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
        {
            int last = at + wanted.Length - 1;
            matches.Add(places is null ? new TextMatch(block, text, at, last + 1) : new TextMatch(block, text, places[at], places[last] + 1));
        }
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

    // A blank that does not break looks as any other; each letter stays one letter.
    private static string Plain(string text) => text.AsSpan().IndexOfAny('\u00A0', '\u202F', '\t') < 0
        ? text
        : new StringBuilder(text).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\t', ' ').ToString();
}
