using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Storage;

/// <summary>The words of a line and of all that it is compared with: each is kept once, so that the same words are the same token.</summary>
internal sealed class LineWords
{
    // Longer than what anybody writes without a break or a mark.
    private const int LongText = 20_000;

    // A blank and a break look the same to everybody, whatever is around them.
    private const int SpaceId = 0;
    private const int BreakId = 1;

    private readonly HashSet<LineToken> all = new(SameToken.Instance);
    private readonly HashSet<LineToken>.AlternateLookup<Letters> lookup;
    private readonly Dictionary<LineStyle, int> looks = new(SameStyle.Instance);
    private readonly Dictionary<string, string> links = [];
    private LineStyle lastStyle;
    private int lastLook = -1;

    public LineWords() => lookup = all.GetAlternateLookup<Letters>();

    /// <summary>A piece of text as a reader sees it, perhaps nothing. Within code every blank counts.</summary>
    public LineToken OfText(ReadOnlySpan<char> piece, LineStyle style)
    {
        if (!style.IsCode && Words.IsSpace(piece)) return Token(" ", style, LineTokenKind.Space);
        if (lookup.TryGetValue(new Letters(piece, LookOf(style), LineTokenKind.Word), out LineToken? known)) return known;
        string visible = VisibleText.Of(piece.ToString());
        return Token(style.IsCode ? LineEnds.Unify(visible).Replace('\n', ' ') : LinePieces.Collapse(visible), style, LineTokenKind.Word);
    }

    /// <summary>The name of a link, the same string for the same name: each word has it, however long it is.</summary>
    public string NameOf(Link link)
    {
        string name = LineStyle.LinkOf(link);
        if (!links.TryGetValue(name, out string? known)) links.Add(name, known = name);
        return known;
    }

    public LineToken OfBreak(Inline piece) => new(BreakId, LineToken.BreakText, default, LookOf(default), LineTokenKind.Atom) { Atom = piece };

    /// <param name="text">Tells it from others.</param>
    public LineToken OfAtom(string text, LineStyle style, Inline piece) => new(Token(text, style, LineTokenKind.Atom).Id, text, style, LookOf(style), LineTokenKind.Atom) { Atom = piece };

    public LineToken With(LineToken token, LineStyle style) =>
        token.Text == LineToken.BreakText ? token : token.Atom is { } atom ? OfAtom(token.Text, style, atom) : Token(token.Text, style, token.Kind);

    /// <param name="wholeLinks">Links that are known as a whole, because their text is none of their own.</param>
    /// <param name="areKnown">Words of a long text that are none of those seen before are taken together.</param>
    public List<FreshToken> Of(IReadOnlyList<Inline> line, IReadOnlySet<string> wholeLinks, bool areKnown = false)
    {
        bool isLong = areKnown && line.Any(piece => piece is Text { Value.Length: > LongText } || (piece is Link link && link.Inlines.Any(inner => inner is Text { Value.Length: > LongText })));
        return new Reader(this, wholeLinks, isLong ? [.. all.Select(token => token.Text)] : null).Read(line);
    }

    /// <summary>Cuts words where tags of the source cut them.</summary>
    public List<FreshToken> Cut(List<FreshToken> line, WordCuts cuts) =>
        cuts.IsEmpty ? line : [.. line.SelectMany(token => token.Token.Kind == LineTokenKind.Word ? cuts.Of(token.Text).Select(part => token with { Token = Token(part, token.Style, LineTokenKind.Word) }) : [token])];

    private LineToken Token(ReadOnlySpan<char> text, LineStyle style, LineTokenKind kind)
    {
        int look = LookOf(style);
        if (lookup.TryGetValue(new Letters(text, look, kind), out LineToken? known)) return known;
        var token = new LineToken(kind == LineTokenKind.Space ? SpaceId : BreakId + 1 + all.Count, text.ToString(), style, look, kind);
        all.Add(token);
        return token;
    }

    private int LookOf(LineStyle style)
    {
        if (lastLook >= 0 && lastStyle == style) return lastLook;
        if (!looks.TryGetValue(style, out lastLook)) looks.Add(style, lastLook = looks.Count);
        lastStyle = style;
        return lastLook;
    }

    /// <summary>Cuts the pieces of one line.</summary>
    private sealed class Reader(LineWords words, IReadOnlySet<string> wholeLinks, HashSet<string>? known)
    {
        private readonly List<FreshToken> tokens = [];

        // The last token with what belongs to the same word.
        private StringBuilder? joined;

        public List<FreshToken> Read(IReadOnlyList<Inline> line)
        {
            Add(line, null);
            Close();
            RemoveLastSpace();
            return tokens;
        }

        private void Add(IReadOnlyList<Inline> line, Link? link)
        {
            string? linkName = link is null ? null : words.NameOf(link);
            foreach (Inline piece in line)
            {
                LineStyle style = LineStyle.Of(piece.Marks, linkName);
                switch (piece)
                {
                    case Text text:
                        AddWords(text.Value, style, link);
                        break;
                    case Code code:
                        AddWords(code.Value, style with { IsCode = true }, link);
                        break;
                    case Break:
                        RemoveLastSpace();
                        Add(words.OfBreak(piece), null);
                        break;
                    case Link inner when link is null && !wholeLinks.Contains(MarkdownWriter.Canonical([inner with { Marks = default }])):
                        Add([.. inner.Inlines.Select(child => child with { Marks = Union(child.Marks, inner.Marks) })], inner);
                        break;
                    default:
                        Add(words.OfAtom(MarkdownWriter.Canonical([piece with { Marks = default }]), style, piece), link);
                        break;
                }
            }
        }

        private void AddWords(string text, LineStyle style, Link? link)
        {
            if (known is not null && !style.IsCode && text.Length > LongText)
            {
                foreach ((int start, int end) in Words.Of(text, known)) AddWord(words.OfText(text.AsSpan(start, end - start), style), link);
                return;
            }

            for (int start = 0; start < text.Length;)
            {
                int end = EndOf(text, start, style);
                AddWord(words.OfText(text.AsSpan(start, end - start), style), link);
                start = end;
            }
        }

        private void AddWord(LineToken token, Link? link)
        {
            LineToken? last = tokens.Count > 0 ? tokens[^1].Token : null;
            if (token.Text.Length == 0 || (token.IsSpace && (last is null || last.IsSpace || last.Text == LineToken.BreakText))) return;
            if (token.IsSpace || last is not { Kind: LineTokenKind.Word } || last.Look != token.Look || !Words.Join(joined is null ? last.Text[^1] : joined[^1], token.Text[0]))
            {
                Add(token, link);
                return;
            }

            joined ??= new StringBuilder(last.Text);
            joined.Append(token.Text);
        }

        private void Add(LineToken token, Link? link)
        {
            Close();
            tokens.Add(new FreshToken(token, link));
        }

        private void Close()
        {
            if (joined is not null) tokens[^1] = tokens[^1] with { Token = words.Token(joined.ToString(), tokens[^1].Style, LineTokenKind.Word) };
            joined = null;
        }

        private void RemoveLastSpace()
        {
            Close();
            if (tokens.Count > 0 && tokens[^1].Token.IsSpace) tokens.RemoveAt(tokens.Count - 1);
        }

        private static Marks Union(Marks one, Marks other) => new(one.Flags | other.Flags, one.Color ?? other.Color, one.Highlight ?? other.Highlight);
    }

    /// <summary>Where the piece of a text ends that begins at a place. Within code each blank is one of its own, for tags may stand between them.</summary>
    public static int EndOf(string text, int start, LineStyle style) => style.IsCode && Words.IsSpace(text.AsSpan(start, 1)) ? start + 1 : Words.EndOf(text, start);

    private readonly ref struct Letters(ReadOnlySpan<char> text, int look, LineTokenKind kind)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public int Look { get; } = look;

        public LineTokenKind Kind { get; } = kind;
    }

    private sealed class SameStyle : IEqualityComparer<LineStyle>
    {
        public static readonly SameStyle Instance = new();

        private const int Enough = 64;

        public bool Equals(LineStyle x, LineStyle y) => x == y;

        public int GetHashCode(LineStyle style) =>
            HashCode.Combine(style.Flags, Start(style.Color), Start(style.Highlight), style.Link is null ? 0 : RuntimeHelpers.GetHashCode(style.Link), style.IsCode);

        private static int Start(string? color) => color is null ? 0 : string.GetHashCode(color.AsSpan(0, Math.Min(color.Length, Enough)));
    }

    private sealed class SameToken : IEqualityComparer<LineToken>, IAlternateEqualityComparer<Letters, LineToken>
    {
        public static readonly SameToken Instance = new();

        public bool Equals(LineToken? x, LineToken? y) => x!.Look == y!.Look && x.Kind == y.Kind && x.Text == y.Text;

        public int GetHashCode([DisallowNull] LineToken token) => HashOf(token.Text, token.Look);

        public bool Equals(Letters letters, LineToken token) => token.Look == letters.Look && token.Kind == letters.Kind && letters.Text.SequenceEqual(token.Text);

        public int GetHashCode(Letters letters) => HashOf(letters.Text, letters.Look);

        public LineToken Create(Letters letters) => throw new NotSupportedException();

        private static int HashOf(ReadOnlySpan<char> text, int look) => string.GetHashCode(text) ^ (look * 31);
    }
}
