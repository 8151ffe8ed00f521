using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Storage;

/// <summary>How a word looks, and the link that it is in.</summary>
internal readonly record struct LineStyle(Mark Flags, string? Color, string? Highlight, string? Link, bool IsCode = false)
{
    public static LineStyle Of(Marks marks, string? link = null) => new(marks.Flags, marks.Color, marks.Highlight, link);

    /// <summary>Names a link by all but its text.</summary>
    public static string LinkOf(Link link) => MarkdownWriter.Canonical([link with { Inlines = [new Text("x", default)], Marks = default }]);

    public LineStyle With(Marks marks) => this with { Flags = Flags | marks.Flags, Color = marks.Color ?? Color, Highlight = marks.Highlight ?? Highlight };

    public LineStyle Common(LineStyle other) =>
        new(Flags & other.Flags, Color == other.Color ? Color : null, Highlight == other.Highlight ? Highlight : null, Link == other.Link ? Link : null, IsCode && other.IsCode);

    /// <summary>Whether all of it can stand around words of another style that have more.</summary>
    public bool IsWithin(LineStyle other) => Common(other) == this;

    /// <summary>What is left to say inside an element that says <paramref name="said"/>.</summary>
    public Marks Beyond(LineStyle said) => new(Flags & ~said.Flags, Color == said.Color ? null : Color, Highlight == said.Highlight ? null : Highlight);
}

internal enum LineTokenKind
{
    Word,
    Space,

    /// <summary>An image, a mention, a macro: compared and written as a whole.</summary>
    Atom,
}

internal sealed record LineToken(string Text, LineStyle Style, LineTokenKind Kind)
{
    public const string BreakText = "\n";

    // Longer than what anybody writes without a break or a mark.
    private const int LongText = 20_000;

    public Inline? Atom { get; init; }

    public Link? Link { get; init; }

    // The look of a blank or a break is nobody's business.
    public (string Text, LineStyle Style, LineTokenKind Kind) Key => Kind == LineTokenKind.Space || Text == BreakText ? (Text, default, default) : (Text, Style, Kind);

    /// <param name="wholeLinks">Links that are known as a whole, because their text is none of their own.</param>
    /// <param name="known">The words that the line is compared with. In a long text those that are not among them are taken together.</param>
    public static List<LineToken> Of(IReadOnlyList<Inline> line, IReadOnlySet<string> wholeLinks, HashSet<string>? known = null)
    {
        var tokens = new List<LineToken>();
        Add(line, null, tokens, wholeLinks, known);
        RemoveLastSpace(tokens);
        return tokens;
    }

    /// <summary>Cuts words where tags of the source cut them.</summary>
    public static List<LineToken> Cut(List<LineToken> line, WordCuts cuts) =>
        cuts.IsEmpty ? line : [.. line.SelectMany(token => token.Kind == LineTokenKind.Word ? cuts.Of(token.Text).Select(part => token with { Text = part }) : [token])];

    private static void Add(IReadOnlyList<Inline> line, Link? link, List<LineToken> tokens, IReadOnlySet<string> wholeLinks, HashSet<string>? known)
    {
        string? linkName = link is null ? null : LineStyle.LinkOf(link);
        foreach (Inline piece in line)
        {
            LineStyle style = LineStyle.Of(piece.Marks, linkName);
            switch (piece)
            {
                case Text text:
                    AddWords(text.Value, style, link, tokens, known);
                    break;
                case Code code:
                    AddWords(code.Value, style with { IsCode = true }, link, tokens);
                    break;
                case Break:
                    RemoveLastSpace(tokens);
                    tokens.Add(new LineToken(BreakText, default, LineTokenKind.Atom) { Atom = piece });
                    break;
                case Link inner when link is null && !wholeLinks.Contains(MarkdownWriter.Canonical([inner with { Marks = default }])):
                    Add([.. inner.Inlines.Select(child => child with { Marks = Union(child.Marks, inner.Marks) })], inner, tokens, wholeLinks, known);
                    break;
                default:
                    tokens.Add(new LineToken(MarkdownWriter.Canonical([piece with { Marks = default }]), style, LineTokenKind.Atom) { Atom = piece, Link = link });
                    break;
            }
        }
    }

    private static void RemoveLastSpace(List<LineToken> tokens)
    {
        if (tokens.Count > 0 && tokens[^1].Kind == LineTokenKind.Space) tokens.RemoveAt(tokens.Count - 1);
    }

    private static void AddWords(string text, LineStyle style, Link? link, List<LineToken> tokens, HashSet<string>? known = null)
    {
        foreach ((int start, int end) in known is not null && text.Length > LongText ? Words.Of(text, known) : Pieces(text, style))
        {
            LineToken token = OfWord(text.AsSpan(start, end - start), style, link);
            bool isSpace = token.Kind == LineTokenKind.Space;
            if (token.Text.Length == 0 || (isSpace && (tokens.Count == 0 || tokens[^1].Kind == LineTokenKind.Space || tokens[^1].Text == BreakText))) continue;
            if (!isSpace && tokens.Count > 0 && tokens[^1] is { Kind: LineTokenKind.Word } last && last.Style == style && Words.Join(last.Text, token.Text))
                tokens[^1] = last with { Text = last.Text + token.Text };
            else
                tokens.Add(token);
        }
    }

    /// <summary>Within code each blank is a piece of its own, for tags may stand between them.</summary>
    public static IEnumerable<(int Start, int End)> Pieces(string text, LineStyle style) => style.IsCode
        ? Words.Of(text).SelectMany(piece => Words.IsSpace(text.AsSpan(piece.Start, 1)) ? Enumerable.Range(piece.Start, piece.End - piece.Start).Select(at => (at, at + 1)) : [piece])
        : Words.Of(text);

    /// <summary>A piece of text as a reader sees it. Within code every blank counts.</summary>
    public static LineToken OfWord(ReadOnlySpan<char> word, LineStyle style, Link? link = null)
    {
        if (!style.IsCode && Words.IsSpace(word)) return new LineToken(" ", style, LineTokenKind.Space) { Link = link };
        string visible = VisibleText.Of(word.ToString());
        return new LineToken(style.IsCode ? LineEnds.Unify(visible).Replace('\n', ' ') : LinePieces.Collapse(visible), style, LineTokenKind.Word) { Link = link };
    }

    private static Marks Union(Marks one, Marks other) => new(one.Flags | other.Flags, one.Color ?? other.Color, one.Highlight ?? other.Highlight);
}
