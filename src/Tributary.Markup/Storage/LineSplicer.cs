using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>Changes the words of a line that differ and leaves the bytes of all others, and the elements around them, alone.</summary>
/// <param name="alter">Changes a macro or picture where it stands; false when the one cannot become the other.</param>
/// <param name="losses">Told of what the words of a link or label cannot look like.</param>
internal sealed class LineSplicer(string source, SourcePatches patches, Action<IReadOnlyList<Inline>, StringBuilder> render, Func<Inline, Inline, bool>? alter = null, LossLog? losses = null)
{
    // How many pictures and macros that go are looked at for each one that comes.
    private const int MostTried = 16;

    // How many places are looked at for each of the words that come, and for all of them.
    private const int FewestSlots = 16;
    private const int MostSlots = 1_000_000;

    // Words that look otherwise close the elements around them and open them again: in all of a line as often as its length has room for.
    private const int FreeTags = 4_000;
    private const int TagsALetter = 4;

    private readonly LinkTags links = new(source, patches, render);
    private readonly LineWords words = new();
    private long roomForTags;

    /// <param name="nodes">The line as it stands.</param>
    /// <param name="start">Where an empty line begins.</param>
    /// <param name="was">What the line says by now.</param>
    public void Splice(IReadOnlyList<StorageNode> nodes, int start, IReadOnlyList<Inline> was, IReadOnlyList<Inline> now)
    {
        List<SourceToken> read = LineTokens.Read(source, nodes, was, words);
        HashSet<string> wholeLinks = [.. read.Where(token => token.Token.Atom is Link).Select(token => token.Token.Text)];
        var cuts = WordCuts.Of(LineTokens.Cuts(read), read.Select(token => token.Token.Text));
        List<SourceToken> old = Shown(read, words.Cut(words.Of(was, wholeLinks), cuts));
        List<FreshToken> fresh = links.Change(old, words.Cut(words.Of(now, wholeLinks, areKnown: cuts.IsEmpty), cuts), words);
        Splice(old, new MarkTags(source, patches, render, links, words).Change(old, fresh), start);
    }

    /// <summary>Of a line that Markdown shows as words alone, whatever it looks like.</summary>
    public void SpliceWords(IReadOnlyList<StorageNode> nodes, int start, string was, string now)
    {
        HashSet<string> none = [];
        List<SourceToken> read = LineTokens.ReadWords(source, nodes, words);
        var cuts = WordCuts.Of(LineTokens.Cuts(read), read.Select(token => token.Token.Text));
        Splice(Said(read, words.Cut(words.Of([new Text(was, default)], none), cuts), start), words.Cut(words.Of([new Text(now, default)], none), cuts), start);
    }

    private void Splice(List<SourceToken> old, List<FreshToken> fresh, int start)
    {
        int length = (old.Count > 0 ? old[^1].Part.End - old[0].Part.Start : 0) + fresh.Sum(token => token.Text.Length);
        roomForTags = FreeTags + ((long)TagsALetter * length);
        int[] matches = Alignment.Of(Ids(old), Ids(fresh));
        BreakGroups(old, matches);
        LetGoBlanks(old, fresh, matches);
        LetGoBlanksWithinLinks(old, fresh, matches);
        if (alter is not null) AlterAtoms(old, fresh, matches);
        LetGoAnchors(old, matches);
        Count(old, 1);

        int fromOld = 0, fromFresh = 0;
        for (int j = 0; j <= fresh.Count; j++)
        {
            if (j < fresh.Count && matches[j] < 0) continue;
            int toOld = j < fresh.Count ? matches[j] : old.Count;
            if (toOld > fromOld || j > fromFresh) Replace(old, fromOld, toOld, fresh, fromFresh, j, start);
            (fromOld, fromFresh) = (toOld + 1, j + 1);
        }

        RemoveEmptied(old);
    }

    private static void Count(IEnumerable<SourceToken> tokens, int more)
    {
        foreach (SourceToken token in tokens)
        {
            if (token.Part.Wrapper is not { } wrapper) continue;
            wrapper.Words += more;
            if (token.Token.IsSpace) continue;
            wrapper.Seen += more;
            wrapper.HasWords = true;
        }
    }

    private static int[] Ids(List<SourceToken> tokens)
    {
        int[] ids = new int[tokens.Count];
        for (int i = 0; i < ids.Length; i++) ids[i] = tokens[i].Token.Id;
        return ids;
    }

    private static int[] Ids(List<FreshToken> tokens)
    {
        int[] ids = new int[tokens.Count];
        for (int i = 0; i < ids.Length; i++) ids[i] = tokens[i].Token.Id;
        return ids;
    }

    /// <summary>Leaves out the blanks and breaks of the source that no reader sees.</summary>
    private static List<SourceToken> Shown(List<SourceToken> read, List<FreshToken> shown)
    {
        int[] source = Ids(read), line = Ids(shown);
        if (source.AsSpan().SequenceEqual(line)) return read;
        int[] matches = Alignment.Of(line, source);
        return [.. read.Where((token, i) => matches[i] >= 0 || (!token.Token.IsSpace && token.Token.Text != LineToken.BreakText))];
    }

    /// <summary>The words that are shown, each with its place in the source; what stands nowhere in it takes no room.</summary>
    private static List<SourceToken> Said(List<SourceToken> read, List<FreshToken> shown, int start)
    {
        int[] places = Alignment.Of(Ids(read), Ids(shown));
        int first = Array.Find(places, place => place >= 0);
        var nowhere = new LinePart(read.Count > 0 ? read[Math.Max(0, first)].Part.Start : start, read.Count > 0 ? read[Math.Max(0, first)].Part.Start : start, null);
        var said = new List<SourceToken>(shown.Count);
        for (int i = 0; i < shown.Count; i++)
        {
            said.Add(places[i] >= 0 ? read[places[i]] : new SourceToken(shown[i].Token, nowhere));
            if (places[i] >= 0) nowhere = read[places[i]].Part with { Start = read[places[i]].Part.End };
        }

        return said;
    }

    private static void BreakGroups(List<SourceToken> old, int[] matches)
    {
        HashSet<int> kept = [.. matches];
        HashSet<int> broken = [.. old.Where((token, i) => token.Group > 0 && !kept.Contains(i)).Select(token => token.Group)];
        if (broken.Count == 0) return;
        for (int j = 0; j < matches.Length; j++)
        {
            if (matches[j] >= 0 && broken.Contains(old[matches[j]].Group)) matches[j] = -1;
        }
    }

    /// <summary>A blank is no reason to keep a link that the line no longer has.</summary>
    private static void LetGoBlanks(List<SourceToken> old, List<FreshToken> fresh, int[] matches)
    {
        HashSet<string> links = new(fresh.Select(token => token.Style.Link).OfType<string>(), ReferenceEqualityComparer.Instance);
        for (int j = 0; j < matches.Length; j++)
        {
            if (matches[j] >= 0 && fresh[j].Token.IsSpace && old[matches[j]].Token.Style.Link is { } link && !links.Contains(link)) matches[j] = -1;
        }
    }

    /// <summary>Nor is one to cut a link that is new, or that goes on behind it: the blank is taken by what stands there now.</summary>
    private static void LetGoBlanksWithinLinks(List<SourceToken> old, List<FreshToken> fresh, int[] matches)
    {
        for (int j = 1; j + 1 < fresh.Count; j++)
        {
            int blank = matches[j];
            if (blank < 0 || !fresh[j].Token.IsSpace || fresh[j].Link is not { } link || !ReferenceEquals(fresh[j - 1].Link, link) || !ReferenceEquals(fresh[j + 1].Link, link)) continue;
            if (old[blank].Token.Style.Link == fresh[j].Style.Link || (matches[j - 1] >= 0 && matches[j + 1] >= 0)) continue;
            // Where an element ends between words that stay, as that of a comment, the link has to end too.
            bool isAmong = matches[j - 1] < 0 && matches[j + 1] < 0 && blank > 0 && blank + 1 < old.Count;
            if (isAmong && !ReferenceEquals(old[blank - 1].Part.Wrapper, old[blank + 1].Part.Wrapper)) continue;
            matches[j] = -1;
            for (int other = j + 1; other < fresh.Count && matches[other] < 0; other++)
            {
                if (!fresh[other].Token.IsSpace || ReferenceEquals(fresh[other].Link, link)) continue;
                matches[other] = blank;
                break;
            }
        }
    }

    private void LetGoAnchors(List<SourceToken> old, int[] matches)
    {
        var anchors = new Dictionary<string, List<(LineWrapper Marker, int Word)>>(StringComparer.Ordinal);
        for (int i = 0; i < old.Count; i++)
        {
            foreach (LineWrapper marker in Around(old[i].Part.Wrapper).Where(wrapper => wrapper.Element.Name == LostParts.Marker))
            {
                string name = marker.Element["ac:ref"] ?? "";
                if (!anchors.TryGetValue(name, out List<(LineWrapper, int)>? words)) anchors.Add(name, words = []);
                words.Add((marker, i));
            }
        }

        if (anchors.Count == 0) return;
        string[] line = [.. old.Select(token => token.Token.Text)];
        bool[] kept = new bool[old.Count];
        foreach (int match in matches.Where(match => match >= 0)) kept[match] = true;
        foreach (List<(LineWrapper Marker, int Word)> words in anchors.Values.Where(words => !Anchors.Stays(line, kept, [.. words.Select(word => word.Word)])))
        {
            foreach (LineWrapper marker in words.Select(word => word.Marker).Distinct(ReferenceEqualityComparer.Instance).Cast<LineWrapper>()) links.Set(marker, "", "");
        }
    }

    /// <summary>A macro or picture that came in the place of one of its kind is that one, changed.</summary>
    private void AlterAtoms(List<SourceToken> old, List<FreshToken> fresh, int[] matches)
    {
        int[] ends = NextMatches(matches, old.Count);
        int[] atoms = [.. Enumerable.Range(0, old.Count).Where(i => old[i].Token.Atom is not null)];
        int next = 0, atom = 0;
        for (int j = 0; j < fresh.Count; j++)
        {
            if (matches[j] >= 0)
            {
                next = matches[j] + 1;
                continue;
            }

            if (fresh[j].Token.Atom is not { } now) continue;
            while (atom < atoms.Length && atoms[atom] < next) atom++;
            for (int k = atom; k < atoms.Length && atoms[k] < ends[j] && k < atom + MostTried; k++)
            {
                int i = atoms[k];
                if (old[i].Token.Look != fresh[j].Token.Look || !alter!(old[i].Token.Atom!, now)) continue;
                matches[j] = i;
                next = i + 1;
                break;
            }
        }
    }

    /// <summary>For each new word the place of the next old one that stays.</summary>
    private static int[] NextMatches(int[] matches, int end)
    {
        int[] next = new int[matches.Length];
        for (int j = matches.Length - 1; j >= 0; j--)
        {
            next[j] = end;
            if (matches[j] >= 0) end = matches[j];
        }

        return next;
    }

    private void Replace(List<SourceToken> old, int oldFrom, int oldTo, List<FreshToken> fresh, int from, int to, int start)
    {
        List<LineSlot> slots = LineSlot.Between(old, oldFrom, oldTo, start);
        List<SourceToken> gone = old.GetRange(oldFrom, oldTo - oldFrom);
        foreach (SourceToken token in gone) patches.Remove(token.Part.Start, token.Part.End);
        Count(gone, -1);

        HashSet<string> open = new(slots.Select(slot => slot.Link).OfType<string>(), ReferenceEqualityComparer.Instance);
        int first = 0;
        int most = Math.Max(FewestSlots, MostSlots / Math.Max(1, to - from));
        for (int j = from; j < to;)
        {
            LineStyle style = StyleAt(fresh, j);
            string? newLink = style.Link is not null && !open.Contains(style.Link) ? style.Link : null;
            int end = j + 1;
            for (; end < to && StyleAt(fresh, end) is var next && (next == style || (newLink is not null && next.Link == newLink)); end++) style = style.Common(next);
            List<StyledToken> group = [.. Enumerable.Range(j, end - j).Select(at => new StyledToken(fresh[at], StyleAt(fresh, at)))];
            first = LineSlot.Choose(slots, first, most, style, group.Exists(token => token.Atom is not null));
            Put(slots[first], style, group);
            j = end;
        }
    }

    /// <summary>A blank looks like its neighbours where they agree.</summary>
    private static LineStyle StyleAt(List<FreshToken> tokens, int at)
    {
        bool isPlain = tokens[at].Token.IsSpace || tokens[at].Text == LineToken.BreakText;
        if (!isPlain) return tokens[at].Style;
        LineStyle before = at > 0 ? tokens[at - 1].Style : default;
        LineStyle after = at + 1 < tokens.Count ? tokens[at + 1].Style : default;
        return before.Common(after);
    }

    /// <param name="style">What all of the words have in common: one link may hold words of several looks.</param>
    private void Put(LineSlot slot, LineStyle style, List<StyledToken> group)
    {
        var text = new StringBuilder();
        LineWrapper? inside = slot.Wrapper;
        while (inside is not null && !inside.Style.IsWithin(style)) inside = inside.Outer;
        LineWrapper[] closed = [.. Around(slot.Wrapper).TakeWhile(wrapper => !ReferenceEquals(wrapper, inside))];
        roomForTags -= closed.Sum(wrapper => (long)links.Start(wrapper).Length + links.End(wrapper).Length);
        if (roomForTags < 0 && closed.Length > 0)
        {
            losses?.Add("the look of words among very many tags");
            (inside, closed) = (slot.Wrapper, []);
        }

        foreach (LineWrapper wrapper in closed)
        {
            text.Append(links.End(wrapper));
            wrapper.IsUsed = true;
        }

        LineStyle said = inside?.Style ?? default;
        bool areWords = group.TrueForAll(token => token.Style == said && token.Atom is null);
        if (inside is { IsVerbatim: true } && !areWords)
        {
            losses?.Add("the look of words in a place that takes plain text");
            areWords = true;
        }

        string words = string.Concat(group.Select(token => token.Text));
        if (slot.IsCData && areWords && text.Length == 0)
        {
            text.Append(words.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal));
        }
        else
        {
            if (slot.IsCData) text.Insert(0, "]]>");
            if (areWords) text.AppendEscaped(words);
            else render(Pieces(group, style, said), text);
            foreach (LineWrapper wrapper in closed.Reverse()) text.Append(links.Start(wrapper));
            if (slot.IsCData) text.Append("<![CDATA[");
        }

        foreach (LineWrapper wrapper in Around(inside)) wrapper.IsUsed = true;
        patches.Insert(slot.At, text.ToString());
    }

    private static List<Inline> Pieces(List<StyledToken> group, LineStyle style, LineStyle said)
    {
        Link? link = style.Link is not null && said.Link is null ? group.Find(token => token.Link is not null).Link : null;
        LineStyle around = link is null ? said : style;
        var pieces = new List<Inline>();
        var words = new StringBuilder();
        for (int i = 0; i < group.Count; i++)
        {
            (Marks marks, bool isCode) = Look(group[i]);
            if (group[i].Atom is { } atom)
            {
                pieces.Add(atom is Break ? atom : atom with { Marks = marks });
                continue;
            }

            words.Append(group[i].Text);
            if (i + 1 < group.Count && group[i + 1].Atom is null && Look(group[i + 1]) == (marks, isCode)) continue;
            pieces.Add(isCode ? new Code(words.ToString(), marks) : new Text(words.ToString(), marks));
            words.Clear();
        }

        return link is null ? pieces : [link with { Inlines = pieces, Marks = style.Beyond(said), Origin = null }];

        (Marks Marks, bool IsCode) Look(StyledToken token) => (token.Style.Beyond(around), token.Style.IsCode && !said.IsCode);
    }

    /// <summary>Elements whose words are all gone go with them. A blank that stays needs no look of its own.</summary>
    private void RemoveEmptied(List<SourceToken> old)
    {
        foreach (LineWrapper wrapper in Wrappers(old))
        {
            if (wrapper is not { Seen: 0, HasWords: true, IsUsed: false }) continue;
            if (wrapper.Words == 0 || wrapper.IsVerbatim)
            {
                // A blank in a section that takes letters as they are cannot stand without the element.
                patches.Replace(wrapper.Element.Start, wrapper.Element.End, wrapper.Words == 0 ? "" : " ");
            }
            else if (wrapper.Style != (wrapper.Outer?.Style ?? default))
            {
                patches.Remove(wrapper.Element.Start, wrapper.ContentStart);
                patches.Remove(wrapper.ContentEnd, wrapper.Element.End);
            }
        }
    }

    /// <summary>The elements around words, with all that they hold counted.</summary>
    private static List<LineWrapper> Wrappers(List<SourceToken> old)
    {
        var wrappers = new List<LineWrapper>();
        var known = new HashSet<LineWrapper>(ReferenceEqualityComparer.Instance);
        LineWrapper? last = null;
        foreach (SourceToken token in old)
        {
            if (ReferenceEquals(token.Part.Wrapper, last)) continue;
            last = token.Part.Wrapper;
            for (LineWrapper? wrapper = last; wrapper is not null && known.Add(wrapper); wrapper = wrapper.Outer) wrappers.Add(wrapper);
        }

        foreach (LineWrapper wrapper in wrappers.OrderByDescending(wrapper => wrapper.Depth))
        {
            if (wrapper.Outer is not { } outer) continue;
            outer.Words += wrapper.Words;
            outer.Seen += wrapper.Seen;
            outer.HasWords |= wrapper.HasWords;
        }

        return wrappers;
    }

    private static IEnumerable<LineWrapper> Around(LineWrapper? wrapper)
    {
        for (; wrapper is not null; wrapper = wrapper.Outer) yield return wrapper;
    }

    private readonly record struct StyledToken(FreshToken Token, LineStyle Style)
    {
        public string Text => Token.Text;

        public Inline? Atom => Token.Token.Atom;

        public Link? Link => Token.Link;
    }
}
