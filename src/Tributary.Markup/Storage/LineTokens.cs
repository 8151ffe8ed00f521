using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>An element around words of a line that adds to how they look, or nothing at all, as the marker of a comment does.</summary>
/// <param name="Style">Of the words inside, outer elements included.</param>
internal sealed record LineWrapper(LineWrapper? Outer, StorageElement Element, LineStyle Style, int ContentStart, int ContentEnd, bool IsVerbatim)
{
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    /// <summary>How many words it holds, and whether it stays although they go.</summary>
    public int Words { get; set; }

    public bool IsUsed { get; set; }
}

internal readonly record struct LinePart(int Start, int End, LineWrapper? Wrapper);

/// <summary>A word of the source; it has several parts where tags stand in the middle of it.</summary>
internal sealed record SourceToken(LineToken Token, List<LinePart> Parts);

/// <summary>Cuts a line of storage format into words that know their bytes and the elements around them.</summary>
internal sealed class LineTokens
{
    private readonly string source;
    private readonly List<SourceToken> tokens = [];

    private LineTokens(string source) => this.source = source;

    public static List<SourceToken> Read(string source, IEnumerable<StorageNode> nodes)
    {
        var reader = new LineTokens(source);
        foreach (StorageNode node in nodes) reader.Node(node, null);
        return reader.tokens;
    }

    private void Node(StorageNode node, LineWrapper? wrapper)
    {
        if (node is StorageText text) AddText(text, wrapper);
        else if (node is StorageElement element) Element(element, wrapper);
    }

    private void Element(StorageElement element, LineWrapper? wrapper)
    {
        if (element.Name == "br")
        {
            // Alone, a break is no line for the reader.
            tokens.Add(new SourceToken(new LineToken(LineToken.BreakText, default, LineTokenKind.Atom) { Atom = new Break() }, [new LinePart(element.Start, element.End, wrapper)]));
            return;
        }

        if (Wrap(element, wrapper) is { } inner)
        {
            foreach (StorageNode child in Holder(element).Children) Node(child, inner);
            return;
        }

        IReadOnlyList<Inline> pieces = StorageModel.ReadLine([element]);
        if (pieces.Count == 0) return;
        string key = MarkdownWriter.Canonical([.. pieces.Select(piece => piece with { Marks = default })]);
        tokens.Add(new SourceToken(new LineToken(key, wrapper?.Style ?? default, LineTokenKind.Atom) { Atom = pieces[0] }, [new LinePart(element.Start, element.End, wrapper)]));
    }

    /// <summary>Null when the element is a piece of its own. The reader of pages decides: it is given the element around a single letter.</summary>
    private static LineWrapper? Wrap(StorageElement element, LineWrapper? outer)
    {
        if (element.ContentStart == element.End) return null;
        StorageElement holder = Holder(element);
        if (ReferenceEquals(holder, element) && element.Name == "ac:link") return null;
        var shell = new StorageElement(element.Name, [.. element.Attributes], element.Start, element.ContentStart);
        StorageElement shellHolder = shell;
        if (!ReferenceEquals(holder, element))
        {
            foreach (StorageElement child in element.Elements().Where(child => !ReferenceEquals(child, holder))) shell.Add(child);
            shellHolder = new StorageElement(holder.Name, [.. holder.Attributes], holder.Start, holder.ContentStart);
            shell.Add(shellHolder);
        }

        bool isVerbatim = holder.Name == "ac:plain-text-link-body";
        if (isVerbatim && holder.Children is not [StorageText { IsCData: true }]) return null;
        shellHolder.Add(new StorageText("x", isVerbatim, element.ContentStart, element.ContentStart));
        LineStyle style = outer?.Style ?? default;
        switch (StorageModel.ReadLine([shell]))
        {
            case [Text { Value: "x" } letter]:
                return new LineWrapper(outer, element, style.With(letter.Marks), holder.ContentStart, holder.ContentEnd, isVerbatim);
            case [Link { Inlines: [Text { Value: "x" }] } link] when style.Link is null:
                return new LineWrapper(outer, element, style with { Link = LineStyle.LinkOf(link) }, holder.ContentStart, holder.ContentEnd, isVerbatim);
            default:
                return null;
        }
    }

    private static StorageElement Holder(StorageElement element) =>
        element.Name == "ac:link" ? element.Child("ac:link-body") ?? element.Child("ac:plain-text-link-body") ?? element : element;

    private void AddText(StorageText text, LineWrapper? wrapper)
    {
        int[]? offsets = SourceOffsets.Of(source, text);
        int first = text.IsCData ? text.Start + "<![CDATA[".Length : text.Start;
        foreach ((int from, int to) in Words.Of(text.Value))
        {
            string word = text.Value[from..to];
            bool isSpace = Words.IsSpace(word);
            string visible = isSpace ? " " : VisibleText.Of(word);
            if (visible.Length == 0) continue;
            var part = new LinePart(offsets is null ? first + from : offsets[from], offsets is null ? first + to : offsets[to], wrapper);
            LineStyle style = wrapper?.Style ?? default;
            if (tokens.Count > 0 && tokens[^1] is { Token.Kind: LineTokenKind.Word } last && last.Token.Style == style && !isSpace && Words.Join(last.Token.Text, visible))
            {
                tokens[^1] = new SourceToken(last.Token with { Text = last.Token.Text + visible }, [.. last.Parts, part]);
                continue;
            }

            tokens.Add(new SourceToken(new LineToken(visible, style, isSpace ? LineTokenKind.Space : LineTokenKind.Word), [part]));
        }
    }
}
