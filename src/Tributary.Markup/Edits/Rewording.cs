using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>Letters of a line to take out, and what to put in their place. Never empty: <paramref name="Start"/> is before <paramref name="End"/>.</summary>
/// <param name="Asked">What was asked of the look of each of the letters, which then goes with them; null where nothing was.</param>
internal readonly record struct LineSplice(int Start, int End, IReadOnlyList<Inline> Put, IReadOnlyList<Look>? Asked = null);

/// <summary>
/// Writes letters of a line anew. Words that stay keep their look, and new ones look as those that they replace, or as the words on both sides; what is put in says of its own look comes on top.
/// </summary>
internal sealed class Rewording
{
    private readonly IReadOnlyList<Inline> line;
    private readonly List<LinePiece> pieces;
    private readonly List<Part> written = [];

    private Rewording(IReadOnlyList<Inline> line)
    {
        this.line = line;
        pieces = LinePiece.Of(line);
    }

    /// <param name="splices">In order, none reaching into the next.</param>
    /// <param name="gone">Gets the links that nobody asked to take away, and that no word of the line stands in any more.</param>
    /// <returns>The very same line where nothing changes.</returns>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> line, IReadOnlyList<LineSplice> splices, ICollection<Link> gone) => new Rewording(line).Write(splices, gone);

    private IReadOnlyList<Inline> Write(IReadOnlyList<LineSplice> splices, ICollection<Link> gone)
    {
        int at = 0, piece = 0;
        foreach (LineSplice splice in splices)
        {
            Copy(ref piece, at, splice.Start);
            Replace(splice);
            at = splice.End;
        }

        Copy(ref piece, at, int.MaxValue);
        if (IsSame()) return line;
        HashSet<Link> left = new(written.Select(part => part.Link).OfType<Link>(), ReferenceEqualityComparer.Instance);
        foreach (LineSplice splice in splices)
        {
            if (LinePiece.Of(splice.Put).Exists(put => put.Link is not null || put.Inline is Link)) continue;
            for (int i = splice.Start; i < splice.End; i++)
            {
                if (LookAt(i).Link is { } link && splice.Asked?[i - splice.Start].Link is null && left.Add(link)) gone.Add(link);
            }
        }

        return Linked();
    }

    private Look LookAt(int letter) => pieces[LinePiece.IndexAt(pieces, letter)].Look;

    private void Copy(ref int index, int from, int to)
    {
        while (index < pieces.Count && pieces[index].End <= from && pieces[index].Start < from) index++;
        for (; index < pieces.Count && pieces[index].Start < to; index++)
        {
            LinePiece piece = pieces[index];
            Add(new Part(Cut(piece, Math.Max(from, piece.Start), Math.Min(to, piece.End)), piece.Marks, piece.Link));
            if (piece.End > to) return;
        }
    }

    private void Replace(LineSplice splice)
    {
        List<LinePiece> put = Known(splice);
        List<Word> old = Words(pieces, splice.Start, splice.End), fresh = Words(put, 0, put.Count > 0 ? put[^1].End : 0);
        int[] matches = Matches(old, fresh);
        int fromOld = 0, fromFresh = 0;
        for (int j = 0; j <= fresh.Count; j++)
        {
            if (j < fresh.Count && matches[j] < 0) continue;
            int toOld = j < fresh.Count ? matches[j] : old.Count;
            if (j > fromFresh)
            {
                Look place = Place(splice, old, fromOld, toOld);
                for (int i = fromFresh; i < j; i++) Put(put, fresh[i], place);
            }

            if (j < fresh.Count) Keep(splice, put, old[toOld], fresh[j]);
            (fromOld, fromFresh) = (toOld + 1, j + 1);
        }
    }

    /// <summary>How words look that come between two that stay.</summary>
    private Look Place(LineSplice splice, List<Word> old, int from, int to)
    {
        IEnumerable<int> letters = from < to
            ? old[from..to].Exists(word => !word.IsBlank) ? old[from..to].Where(word => !word.IsBlank).SelectMany(word => Enumerable.Range(word.Start, word.End - word.Start)) : [old[from].Start]
            : [.. from > 0 ? [old[from - 1].End - 1] : Array.Empty<int>(), .. to < old.Count ? [old[to].Start] : Array.Empty<int>()];
        return letters.Select(letter => Left(splice, letter)).Aggregate((one, other) => one.Common(other));
    }

    /// <summary>The look of a letter without what was asked of it.</summary>
    private Look Left(LineSplice splice, int letter) => splice.Asked is { } asked ? LookAt(letter).Without(asked[letter - splice.Start]) : LookAt(letter);

    private void Put(List<LinePiece> put, Word word, Look place)
    {
        for (int at = word.Start; at < word.End;)
        {
            LinePiece piece = put[LinePiece.IndexAt(put, at)];
            int end = Math.Min(word.End, piece.End);
            Add(Cut(piece, at, end), place.And(piece.Look));
            at = end;
        }
    }

    private void Keep(LineSplice splice, List<LinePiece> put, Word old, Word fresh)
    {
        if (old.End - old.Start != fresh.End - fresh.Start)
        {
            // They differ in what no reader sees.
            Keep(splice, put[LinePiece.IndexAt(put, fresh.Start)].Look, old.Start, old.End);
            return;
        }

        for (int at = old.Start; at < old.End;)
        {
            int there = fresh.Start + at - old.Start;
            LinePiece piece = put[LinePiece.IndexAt(put, there)];
            int end = Math.Min(old.End, at + piece.End - there);
            Keep(splice, piece.Look, at, end);
            at = end;
        }
    }

    private void Keep(LineSplice splice, Look own, int from, int to)
    {
        for (int at = from; at < to;)
        {
            LinePiece piece = pieces[LinePiece.IndexAt(pieces, at)];
            Look look = Left(splice, at);
            int end = at + 1;
            while (end < Math.Min(to, piece.End) && Left(splice, end) == look) end++;
            Add(Cut(piece, at, end), look.And(own));
            at = end;
        }
    }

    /// <summary>What is put in. A link in it that is written as one that stands there is that one.</summary>
    private List<LinePiece> Known(LineSplice splice)
    {
        List<LinePiece> put = LinePiece.Of(splice.Put);
        if (!put.Exists(piece => piece.Link is not null)) return put;
        var known = new Dictionary<string, Link>(StringComparer.Ordinal);
        for (int i = LinePiece.IndexAt(pieces, splice.Start); i < pieces.Count && pieces[i].Start < splice.End; i++)
        {
            if (pieces[i].Link is { } link) known.TryAdd(Look.Target(link), link);
        }

        return [.. put.Select(piece => piece.Link is { } link ? piece with { Link = known.GetValueOrDefault(Look.Target(link), link) } : piece)];
    }

    private static int[] Matches(List<Word> old, List<Word> fresh)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] matches = Alignment.Of(Ids(old), Ids(fresh));
        bool[] stays = new bool[old.Count];
        foreach (int match in matches.Where(match => match >= 0)) stays[match] = true;

        // A blank between words that all go is none that stays.
        for (int j = 1; j + 1 < fresh.Count; j++)
        {
            if (matches[j] is not (> 0 and var i) || i + 1 == old.Count || !fresh[j].IsBlank) continue;
            if (matches[j - 1] < 0 && matches[j + 1] < 0 && !stays[i - 1] && !stays[i + 1]) matches[j] = -1;
        }

        return matches;

        int[] Ids(List<Word> words) => [.. words.Select(word =>
        {
            if (!ids.TryGetValue(word.Key, out int id)) ids.Add(word.Key, id = ids.Count);
            return id;
        })];
    }

    private static List<Word> Words(List<LinePiece> pieces, int from, int to)
    {
        string text = LineText.Of([.. pieces.Select(piece => piece.Inline)])[from..to];
        var words = new List<Word>();
        foreach ((int start, int end) in Merging.Words.Of(TextPattern.Plain(text)))
        {
            string key = TextPattern.Plain(VisibleText.Of(text[start..end]));
            if (key.Contains(LineText.Object, StringComparison.Ordinal))
            {
                LinePiece[] objects = [.. Enumerable.Range(from + start, end - start).Select(at => pieces[LinePiece.IndexAt(pieces, at)]).Where(piece => piece.IsObject)];
                key = string.Concat([key, .. objects.Select(piece => LinePiece.Said(piece.Inline))]);
            }

            words.Add(new Word(from + start, from + end, key));
        }

        return words;
    }

    private static Inline Cut(LinePiece piece, int from, int to) => piece.Inline switch
    {
        _ when from == piece.Start && to == piece.End => piece.Inline,
        Text text => text with { Value = text.Value[(from - piece.Start)..(to - piece.Start)] },
        Code code => code with { Value = code.Value[(from - piece.Start)..(to - piece.Start)] },
        _ => piece.Inline,
    };

    private void Add(Inline inline, Look look)
    {
        Link? link = inline is Link ? null : look.Link;
        Marks around = link?.Marks ?? default;
        Marks own = around.And(inline.Marks) == look.Marks ? inline.Marks : look.Marks.Without(around).And(look.Marks.Common(inline.Marks));
        Add(new Part(
            inline switch
            {
                Break => inline,
                Text text when look.IsCode => new Code(text.Value, own),
                Code code when !look.IsCode => new Text(code.Value, own),
                _ => inline.Marks == own ? inline : inline with { Marks = own },
            },
            inline is Break ? default : look.Marks,
            link));
    }

    private void Add(Part part)
    {
        if (part.Inline is Text { Value.Length: 0 } or Code { Value.Length: 0 }) return;
        Inline? joined = written.Count == 0 || !ReferenceEquals(written[^1].Link, part.Link) || written[^1].Marks != part.Marks ? null : (written[^1].Inline, part.Inline) switch
        {
            (Text before, Text text) => before with { Value = before.Value + text.Value },
            (Code before, Code code) => before with { Value = before.Value + code.Value },
            _ => null,
        };
        if (joined is null) written.Add(part);
        else written[^1] = part with { Inline = joined };
    }

    private bool IsSame()
    {
        var was = new Rewording(line);
        int index = 0;
        was.Copy(ref index, 0, int.MaxValue);
        return was.written.Count == written.Count && was.written.Zip(written).All(pair => IsSame(pair.First, pair.Second));
    }

    private static bool IsSame(Part was, Part now) => ReferenceEquals(was.Link, now.Link) && was.Marks == now.Marks && (ReferenceEquals(was.Inline, now.Inline) || (was.Inline, now.Inline) switch
    {
        (Text before, Text text) => before.Value == text.Value,
        (Code before, Code code) => before.Value == code.Value,
        _ => false,
    });

    private List<Inline> Linked()
    {
        var result = new List<Inline>(written.Count);
        for (int i = 0; i < written.Count;)
        {
            int end = i + 1;
            while (end < written.Count && written[i].Link is not null && ReferenceEquals(written[end].Link, written[i].Link)) end++;
            if (written[i].Link is { } link) result.Add(Linked(link, written[i..end]));
            else result.Add(written[i].Inline);
            i = end;
        }

        return result;
    }

    // The marks of a link are those of all that stands in it.
    private static Link Linked(Link link, List<Part> parts) => parts.TrueForAll(part => part.Inline is Break || part.Marks.And(link.Marks) == part.Marks)
        ? link with { Inlines = [.. parts.Select(part => part.Inline)] }
        : link with { Inlines = [.. parts.Select(part => part.Inline is Break ? part.Inline : part.Inline with { Marks = part.Marks })], Marks = default };

    /// <param name="Marks">With those of the link.</param>
    private readonly record struct Part(Inline Inline, Marks Marks, Link? Link);

    private readonly record struct Word(int Start, int End, string Key)
    {
        public bool IsBlank => string.IsNullOrWhiteSpace(Key);
    }
}
