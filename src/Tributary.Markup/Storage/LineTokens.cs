using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Constructs.Mentions;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>An element around words of a line that adds to how they look, or nothing at all, as the marker of a comment does.</summary>
/// <param name="Style">Of the words inside, outer elements included.</param>
/// <param name="IsVerbatim">It takes no elements, words alone.</param>
internal sealed record LineWrapper(LineWrapper? Outer, StorageElement Element, LineStyle Style, int ContentStart, int ContentEnd, bool IsVerbatim)
{
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    /// <summary>How many words and blanks it holds, how many of them no blanks, whether there were words among them, and whether it stays although they go. What stands in an inner element is counted there.</summary>
    public int Words { get; set; }

    public int Seen { get; set; }

    public bool HasWords { get; set; }

    public bool IsUsed { get; set; }
}

/// <param name="IsCData">Within a section that takes letters as they are.</param>
internal readonly record struct LinePart(int Start, int End, LineWrapper? Wrapper, bool IsCData = false);

/// <summary>A word of the source, or the part of one that stands between two tags.</summary>
/// <param name="Group">Not zero for pieces of one element, which change together or not at all.</param>
internal readonly record struct SourceToken(LineToken Token, LinePart Part, int Group = 0);

/// <summary>Cuts a line of storage format into words that know their bytes and the elements around them.</summary>
internal sealed class LineTokens
{
    private readonly string source;
    private readonly LineWords words;
    private readonly List<SourceToken> tokens = [];
    private int groups;
    private bool areWords;

    // What the page's reader made of an element: it knows the handle.
    private readonly Dictionary<int, Inline> known = [];

    private LineTokens(string source, LineWords words) => (this.source, this.words) = (source, words);

    /// <param name="line">The same nodes as the page's reader gave them.</param>
    public static List<SourceToken> Read(string source, IEnumerable<StorageNode> nodes, IReadOnlyList<Inline> line, LineWords words)
    {
        var reader = new LineTokens(source, words);
        reader.Know(line);
        foreach (StorageNode node in nodes) reader.Node(node, null);
        return reader.tokens;
    }

    /// <summary>The words alone: what they look like, and where they lead, stays as it is.</summary>
    public static List<SourceToken> ReadWords(string source, IEnumerable<StorageNode> nodes, LineWords words)
    {
        var reader = new LineTokens(source, words) { areWords = true };
        foreach (StorageNode node in nodes) reader.Node(node, null);
        return reader.tokens;
    }

    /// <summary>The words that tags cut, each as its parts.</summary>
    public static IEnumerable<string[]> Cuts(List<SourceToken> line)
    {
        for (int i = 0; i < line.Count;)
        {
            int end = i + 1;
            while (end < line.Count && AreOneWord(line[end - 1].Token, line[end].Token)) end++;
            if (end - i > 1) yield return [.. line.GetRange(i, end - i).Select(token => token.Token.Text)];
            i = end;
        }
    }

    private static bool AreOneWord(LineToken one, LineToken other) =>
        one.Kind == LineTokenKind.Word && other.Kind == LineTokenKind.Word && one.Look == other.Look && Words.Join(one.Text[^1], other.Text[0]);

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
            tokens.Add(new SourceToken(areWords ? words.OfText(" ", default) : words.OfBreak(new Break()), new LinePart(element.Start, element.End, wrapper)));
            return;
        }

        if ((areWords || !known.ContainsKey(element.Start)) && Wrap(element, wrapper) is { } inner)
        {
            if (areWords) inner = inner with { Style = default };
            int count = tokens.Count;
            foreach (StorageNode child in Holder(element).Children) Node(child, inner);
            if (!areWords || tokens.Count > count || !Macro.IsMacro(element)) return;
        }

        if (areWords)
        {
            AddShownWords(element, wrapper);
            return;
        }

        IReadOnlyList<Inline> pieces = known.TryGetValue(element.Start, out Inline? directive) ? [directive] : StorageModel.ReadLine([element]);
        if (pieces.Count == 0) return;
        if (wrapper is { Style.IsCode: true }) pieces = [.. pieces.Select(AsCode)];
        if (pieces.Count > 1)
        {
            AddGroup(element, pieces, wrapper);
            return;
        }

        string key = MarkdownWriter.Canonical([.. pieces.Select(piece => piece with { Marks = default })]);
        tokens.Add(new SourceToken(words.OfAtom(key, (wrapper?.Style ?? default) with { IsCode = false }, pieces[0]), new LinePart(element.Start, element.End, wrapper)));
    }

    // Within code, the name of a page that a link shows is code too.
    private static Inline AsCode(Inline piece) => piece switch
    {
        Text text => new Code(text.Value, text.Marks),
        Link link => link with { Inlines = [.. link.Inlines.Select(AsCode)] },
        _ => piece,
    };

    /// <summary>Null when the element is a piece of its own. The reader of pages decides: it is given the element around a single letter.</summary>
    private LineWrapper? Wrap(StorageElement element, LineWrapper? outer)
    {
        if (element.ContentStart == element.End) return null;
        StorageElement holder = Holder(element);
        if (element.Name == "ac:link" && (ReferenceEquals(holder, element) || MentionConstruct.Read(element, default) is not null)) return null;
        var shell = new StorageElement(element.Name, [.. element.Attributes], element.Start, element.ContentStart);
        StorageElement shellHolder = shell;
        if (!ReferenceEquals(holder, element))
        {
            foreach (StorageElement child in element.Elements().Where(child => !ReferenceEquals(child, holder))) shell.Add(child);
            shellHolder = new StorageElement(holder.Name, [.. holder.Attributes], holder.Start, holder.ContentStart);
            shell.Add(shellHolder);
        }

        bool isVerbatim = holder.Name is "ac:plain-text-link-body" or "ac:plain-text-body";
        shellHolder.Add(new StorageText("x", isVerbatim, element.ContentStart, element.ContentStart));
        LineStyle style = outer?.Style ?? default;
        switch (StorageModel.ReadLine([shell]))
        {
            case [Text { Value: "x" } letter]:
                return new LineWrapper(outer, element, style.With(letter.Marks), holder.ContentStart, holder.ContentEnd, isVerbatim);
            case [Code { Value: "x" } letter]:
                return new LineWrapper(outer, element, style.With(letter.Marks) with { IsCode = true }, holder.ContentStart, holder.ContentEnd, isVerbatim);
            // A link within a link is words of the outer one.
            case [Link { Inlines: [Text { Value: "x" }] } link]:
                return new LineWrapper(outer, element, style with { Link = style.Link ?? words.NameOf(link) }, holder.ContentStart, holder.ContentEnd, isVerbatim);
            default:
                return null;
        }
    }

    private static StorageElement Holder(StorageElement element)
    {
        if (Macro.IsMacro(element)) return MacroKind.InlineBody(element) ?? element;
        return element.Name == "ac:link" ? element.Child("ac:link-body") ?? element.Child("ac:plain-text-link-body") ?? element : element;
    }

    /// <summary>What a macro, a picture or a placeholder says in words. Those that stand in it as text may change there; else it becomes words.</summary>
    private void AddShownWords(StorageElement element, LineWrapper? wrapper)
    {
        IReadOnlyList<Inline> shown = StorageModel.ReadLine([element]);
        StorageElement? label = element.Name == "ac:placeholder" ? element : Macro.IsMacro(element) ? Macro.Parameters(element).FirstOrDefault(parameter => (parameter["ac:name"] ?? "") == Notation.LabelParameter(Macro.Name(element))) : null;
        if (shown is [InlineDirective { Label: { Length: > 0 } name }] && label is { Children: [StorageText text] } && text.Value == name)
        {
            AddText(text, new LineWrapper(wrapper, element, default, label.ContentStart, label.ContentEnd, IsVerbatim: true));
            return;
        }

        int group = ++groups;
        var part = new LinePart(element.Start, element.End, wrapper);
        string said = LineText.Words(shown);
        if (element.Name == "ac:image" && element.Child("ac:caption") is { Children.Count: > 0 } caption)
        {
            // The other text of a picture is no place of the line.
            var inner = new LineWrapper(wrapper, element, default, caption.ContentStart, caption.ContentEnd, IsVerbatim: false);
            part = part with { End = element.Start };
            said = element["ac:alt"] ?? "";
            AddShown();
            foreach (StorageNode child in caption.Children) Node(child, inner);
            return;
        }

        AddShown();

        void AddShown()
        {
            foreach ((int start, int end) in Words.Of(said))
            {
                LineToken token = words.OfText(said.AsSpan(start, end - start), default);
                if (token.Text.Length == 0) continue;
                tokens.Add(new SourceToken(token, part, group));
                part = part with { Start = part.End };
            }
        }
    }

    private void AddGroup(StorageElement element, IReadOnlyList<Inline> pieces, LineWrapper? wrapper)
    {
        LineStyle outer = wrapper?.Style ?? default;
        int group = ++groups;
        var part = new LinePart(element.Start, element.End, wrapper);
        foreach (FreshToken token in words.Of(pieces, new HashSet<string>()))
        {
            LineStyle style = token.Style with { Flags = token.Style.Flags | outer.Flags, Color = token.Style.Color ?? outer.Color, Highlight = token.Style.Highlight ?? outer.Highlight, Link = outer.Link ?? token.Style.Link };
            tokens.Add(new SourceToken(words.With(token.Token, style), part, group));
            part = part with { Start = element.End };
        }
    }

    private void AddText(StorageText text, LineWrapper? wrapper)
    {
        int[]? offsets = SourceOffsets.Of(source, text);
        int first = text.IsCData ? text.Start + "<![CDATA[".Length : text.Start;
        LineStyle style = wrapper?.Style ?? default;
        for (int from = 0; from < text.Value.Length;)
        {
            int to = LineWords.EndOf(text.Value, from, style);
            LineToken token = words.OfText(text.Value.AsSpan(from, to - from), style);
            if (token.Text.Length > 0) tokens.Add(new SourceToken(token, new LinePart(offsets is null ? first + from : offsets[from], offsets is null ? first + to : offsets[to], wrapper, text.IsCData)));
            from = to;
        }
    }
}
