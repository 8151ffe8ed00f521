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

/// <summary>A word of the source, or the part of one that stands between two tags.</summary>
/// <param name="Group">Not zero for pieces of one element, which change together or not at all.</param>
internal sealed record SourceToken(LineToken Token, LinePart Part, int Group = 0);

/// <summary>Cuts a line of storage format into words that know their bytes and the elements around them.</summary>
internal sealed class LineTokens
{
    private readonly string source;
    private readonly List<SourceToken> tokens = [];
    private int groups;

    // What the page's reader made of an element: it knows the handle.
    private readonly Dictionary<int, Inline> known = [];

    private LineTokens(string source) => this.source = source;

    /// <param name="line">The same nodes as the page's reader gave them.</param>
    public static List<SourceToken> Read(string source, IEnumerable<StorageNode> nodes, IReadOnlyList<Inline> line)
    {
        var reader = new LineTokens(source);
        reader.Know(line);
        foreach (StorageNode node in nodes) reader.Node(node, null);
        return reader.tokens;
    }

    private void Know(IReadOnlyList<Inline> line)
    {
        foreach (Inline piece in line)
        {
            if (piece is InlineDirective { Origin: { } origin }) known.TryAdd(origin.Start, piece);
            else if (piece is Link link) Know(link.Inlines);
        }
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
            tokens.Add(new SourceToken(new LineToken(LineToken.BreakText, default, LineTokenKind.Atom) { Atom = new Break() }, new LinePart(element.Start, element.End, wrapper)));
            return;
        }

        if (Wrap(element, wrapper) is { } inner)
        {
            foreach (StorageNode child in Holder(element).Children) Node(child, inner);
            return;
        }

        IReadOnlyList<Inline> pieces = known.TryGetValue(element.Start, out Inline? directive) ? [directive] : StorageModel.ReadLine([element]);
        if (pieces.Count == 0) return;
        if (pieces.Count > 1)
        {
            AddGroup(element, pieces, wrapper);
            return;
        }

        if (pieces[0] is Code code && tokens.Count > 0 && tokens[^1] is { Group: 0, Token.Atom: Code before } last && last.Token.Style == (wrapper?.Style ?? default) && ReferenceEquals(last.Part.Wrapper, wrapper))
        {
            // Code beside code is one piece of code to Markdown.
            tokens.RemoveAt(tokens.Count - 1);
            pieces = [before with { Value = before.Value + code.Value }];
            element = new StorageElement(element.Name, [], last.Part.Start, element.ContentStart) { End = element.End };
        }

        string key = MarkdownWriter.Canonical([.. pieces.Select(piece => piece with { Marks = default })]);
        tokens.Add(new SourceToken(new LineToken(key, wrapper?.Style ?? default, LineTokenKind.Atom) { Atom = pieces[0] }, new LinePart(element.Start, element.End, wrapper)));
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

        bool isVerbatim = holder.Name == "ac:plain-text-link-body" && holder.Children.Any(child => child is StorageText { IsCData: true });
        if (isVerbatim && holder.Children.Count > 1) return null;
        shellHolder.Add(new StorageText("x", isVerbatim, element.ContentStart, element.ContentStart));
        LineStyle style = outer?.Style ?? default;
        switch (StorageModel.ReadLine([shell]))
        {
            case [Text { Value: "x" } letter]:
                return new LineWrapper(outer, element, style.With(letter.Marks), holder.ContentStart, holder.ContentEnd, isVerbatim);
            // A link within a link is words of the outer one.
            case [Link { Inlines: [Text { Value: "x" }] } link]:
                return new LineWrapper(outer, element, style with { Link = style.Link ?? LineStyle.LinkOf(link) }, holder.ContentStart, holder.ContentEnd, isVerbatim);
            default:
                return null;
        }
    }

    private static StorageElement Holder(StorageElement element) =>
        element.Name == "ac:link" ? element.Child("ac:link-body") ?? element.Child("ac:plain-text-link-body") ?? element : element;

    private void AddGroup(StorageElement element, IReadOnlyList<Inline> pieces, LineWrapper? wrapper)
    {
        LineStyle outer = wrapper?.Style ?? default;
        int group = ++groups;
        var part = new LinePart(element.Start, element.End, wrapper);
        foreach (LineToken token in LineToken.Of(pieces, new HashSet<string>()))
        {
            LineStyle style = token.Style with { Flags = token.Style.Flags | outer.Flags, Color = token.Style.Color ?? outer.Color, Highlight = token.Style.Highlight ?? outer.Highlight, Link = outer.Link ?? token.Style.Link };
            tokens.Add(new SourceToken(token with { Style = style }, part, group));
            part = part with { Start = element.End };
        }
    }

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
            tokens.Add(new SourceToken(new LineToken(visible, style, isSpace ? LineTokenKind.Space : LineTokenKind.Word), part));
        }
    }
}
