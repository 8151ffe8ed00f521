using System.Buffers;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Reads what stands within lines of text. Phrases begin and end at the edges of words, as Jira has it: <c>*strong*</c>, or <c>{*}</c> where a word goes on; an opening that is
/// never closed on its line is text.
/// </summary>
internal sealed class WikiLineReader
{
    // More than anybody writes in one paragraph; the signs of others are text.
    private const int MostPhrases = 10_000;

    private static readonly SearchValues<char> Special = SearchValues.Create("*_?-+^~{[!\\&(:;\n\r");

    private readonly string source;
    private readonly int start;
    private readonly bool withLinks;
    private readonly List<WikiPiece> pieces = [];
    private readonly int[] openings = new int[WikiPhrase.Count];
    private int textStart;
    private int phrases;

    private WikiLineReader(string source, int start, bool withLinks)
    {
        this.source = source;
        this.start = start;
        this.withLinks = withLinks;
    }

    public static List<WikiPiece> Read(string source, int start, int end, WikiMacros macros, bool withLinks = true)
    {
        var reader = new WikiLineReader(source, start, withLinks);
        reader.Read(start, end, macros);
        return reader.pieces;
    }

    private void Read(int from, int end, WikiMacros macros)
    {
        Array.Fill(openings, -1);
        textStart = from;
        int at = from;
        while (at < end)
        {
            int next = source.AsSpan(at, end - at).IndexOfAny(Special);
            if (next < 0) break;
            at = Part(at + next, end, macros);
        }

        Flush(end);
        Array.Fill(openings, -1);
    }

    /// <returns>Where to go on.</returns>
    private int Part(int at, int end, WikiMacros macros) => source[at] switch
    {
        '\\' => Backslash(at, end),
        '\n' or '\r' => LineBreak(at, at + WikiSyntax.LineEndLength(source, at), end),
        // A blank of no width only parts an image from a word.
        '&' => WikiSyntax.Entity(source, at, end, out int length) is { } decoded ? Put(decoded == "\u200B" ? null : new Text(WikiSyntax.Plain(decoded), default), at, at + length) : at + 1,
        '(' or ';' => Emoticon(at, end) ?? at + 1,
        ':' => Emoticon(at, end) ?? Url(at, end) ?? at + 1,
        '!' => WikiSyntax.Image(source, at, start, end) is { } image && WikiImage.Read(source[image.ContentStart..image.ContentEnd]) is { } read ? Put(read, at, image.End) : at + 1,
        '[' => Link(at, end, macros) ?? at + 1,
        '{' => Brace(at, end, macros),
        '-' => Dash(at, end) ?? Phrase(at, end),
        _ => Phrase(at, end),
    };

    private int Backslash(int at, int end)
    {
        if (WikiSyntax.IsForcedBreak(source, at, end))
        {
            int after = WikiSyntax.SkipBlanks(source, at + 2, end);
            return LineBreak(at, after < end && WikiSyntax.IsLineEnd(source[after]) ? after + WikiSyntax.LineEndLength(source, after) : after, end);
        }

        int count = WikiSyntax.Backslashes(source, at, end);
        return count == 1 && WikiSyntax.IsEscape(source, at, end) ? Put(new Text(source[at + 1].ToString(), default), at, at + 2) : at + count;
    }

    private int LineBreak(int at, int after, int end)
    {
        after = Math.Min(after, end);
        int textEnd = WikiSyntax.TrimEnd(source, textStart, at);
        Flush(textEnd);
        // A phrase does not go on in the next line.
        Array.Fill(openings, -1);
        return Put(new Break(), textEnd, WikiSyntax.SkipBlanks(source, after, end));
    }

    private int? Emoticon(int at, int end) => WikiEmoticons.At(source, at, start, end, out int length) is { } emoji ? Put(new Text(emoji, default), at, at + length) : null;

    private int? Dash(int at, int end)
    {
        if (at > start && !char.IsWhiteSpace(source[at - 1])) return null;
        int length = 0;
        while (length < 4 && at + length < end && source[at + length] == '-') length++;
        if (length is not (2 or 3) || (at + length < end && !char.IsWhiteSpace(source[at + length]))) return null;
        return Put(new Text(length == 2 ? "–" : "—", default), at, at + length);
    }

    private int? Url(int at, int end)
    {
        if (!withLinks || WikiSyntax.Url(source, at, textStart, start, end) is not { } url) return null;
        string address = source[url.ContentStart..url.ContentEnd];
        return Put(new Link(address, null, [new Text(address, default)], default), url.ContentStart, url.End);
    }

    private int? Link(int at, int end, WikiMacros macros)
    {
        if (!withLinks || WikiLink.Read(source, at, end) is not { } link) return null;
        if (link.UserId is { } user) return Put(new Mention(user, default), at, link.End);
        List<Inline> text = link.IsTargetAlone ? [new Text(WikiSyntax.Plain(Shown(source[link.TextStart..link.TextEnd].Trim())), default)] : WikiPiece.ToInlines(Read(source, link.TextStart, link.TextEnd, macros, withLinks: false), isWholeLine: false);
        return text.Count == 0 ? null : Put(new Link(link.Address!, link.Tip, text, default), at, link.End);
    }

    /// <summary>What Jira shows of a target that stands alone.</summary>
    public static string Shown(string target) =>
        target[0] is '^' or '#' ? target[1..].Trim() : target.StartsWith("mailto:", StringComparison.Ordinal) && target.Length > 7 ? target[7..] : target;

    private int Brace(int at, int end, WikiMacros macros)
    {
        if (WikiSyntax.Monospaced(source, at, end) is { } mono) return Put(new Code(WikiSyntax.Unescape(source, mono.ContentStart, mono.ContentEnd), default), at, mono.End);
        if (macros.InlineAt(at) is not { } macro || macro.End > end) return Phrase(at, end);
        if (!macro.HasBody) return Put(new InlineDirective(macro.Name, WikiSyntax.Plain(Entities.Decode(macro.Parameters.AsSpan().Trim())), [], null, default), at, macro.End);

        Put(null, at, macro.OpenEnd);
        int first = pieces.Count;
        int[] outer = [.. openings];
        Read(macro.OpenEnd, macro.CloseStart, macro.Within);
        outer.CopyTo(openings, 0);
        string? color = WikiColor.Read(macro.Parameters);
        for (int i = first; i < pieces.Count; i++) pieces[i].Color ??= color;
        Put(null, macro.CloseStart, macro.End);
        pieces[first - 1].BelongTo(pieces[^1]);
        return macro.End;
    }

    private int Phrase(int at, int end)
    {
        if (WikiPhrase.At(source, at, end) is not { } phrase) return at + 1;
        int after = at + phrase.Length;
        int opening = openings[phrase.Kind];
        if (opening >= 0)
        {
            bool closes = at > pieces[opening].End && !char.IsWhiteSpace(source[at - 1]) && source[at - 1] != phrase.Sign && (phrase.IsBraced || after >= end || !WikiSyntax.IsWord(source[after]));
            if (closes) Close(phrase, opening, at);
            return after;
        }

        bool opens = after < end && !char.IsWhiteSpace(source[after]) && source[after] != phrase.Sign && (phrase.IsBraced || WikiSyntax.IsStart(source, at, start));
        if (!opens || ++phrases > MostPhrases) return after;
        Flush(at);
        openings[phrase.Kind] = pieces.Count;
        Put(new Text(source[at..after], default), at, after);
        return after;
    }

    private void Close(WikiPhrase phrase, int opening, int at)
    {
        Flush(at);
        pieces[opening].Hide();
        for (int i = opening + 1; i < pieces.Count; i++) pieces[i].Flags |= phrase.Mark;
        for (int kind = 0; kind < openings.Length; kind++)
        {
            if (openings[kind] >= opening) openings[kind] = -1;
        }

        Put(null, at, at + phrase.Length);
        pieces[opening].BelongTo(pieces[^1]);
    }

    private int Put(Inline? inline, int at, int after)
    {
        Flush(at);
        pieces.Add(new WikiPiece(inline, at, after));
        textStart = after;
        return after;
    }

    private void Flush(int at)
    {
        if (at > textStart) pieces.Add(new WikiPiece(new Text(WikiSyntax.Plain(source[textStart..at]), default), textStart, at, isVerbatim: true));
        textStart = Math.Max(textStart, at);
    }
}
