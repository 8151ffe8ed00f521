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
    private readonly LinkTags links = new(source, patches, render);

    /// <param name="nodes">The line as it stands.</param>
    /// <param name="start">Where an empty line begins.</param>
    /// <param name="was">What the line says by now.</param>
    public void Splice(IReadOnlyList<StorageNode> nodes, int start, IReadOnlyList<Inline> was, IReadOnlyList<Inline> now)
    {
        List<SourceToken> read = LineTokens.Read(source, nodes, was);
        HashSet<string> wholeLinks = [.. read.Where(token => token.Token.Atom is Link).Select(token => token.Token.Text)];
        HashSet<string> known = [.. read.Select(token => token.Token.Text)];
        var cuts = WordCuts.Of(LineTokens.Cuts(read), known);
        List<SourceToken> old = Shown(read, LineToken.Cut(LineToken.Of(was, wholeLinks), cuts));
        Splice(old, links.Change(old, LineToken.Cut(LineToken.Of(now, wholeLinks, cuts.IsEmpty ? known : null), cuts)), start);
    }

    /// <summary>Of a line that Markdown shows as words alone, whatever it looks like.</summary>
    public void SpliceWords(IReadOnlyList<StorageNode> nodes, int start, string was, string now)
    {
        HashSet<string> none = [];
        List<SourceToken> read = LineTokens.ReadWords(source, nodes);
        var cuts = WordCuts.Of(LineTokens.Cuts(read), [.. read.Select(token => token.Token.Text)]);
        Splice(Said(read, LineToken.Cut(LineToken.Of([new Text(was, default)], none), cuts), start), LineToken.Cut(LineToken.Of([new Text(now, default)], none), cuts), start);
    }

    private void Splice(List<SourceToken> old, List<LineToken> fresh, int start)
    {
        int[] matches = Match(old.ConvertAll(token => token.Token), fresh);
        BreakGroups(old, matches);
        LetGoBlanks(old, fresh, matches);
        if (alter is not null) AlterAtoms(old, fresh, matches);
        foreach (SourceToken token in old)
        {
            foreach (LineWrapper wrapper in Around(token.Part.Wrapper))
            {
                wrapper.Words++;
                if (token.Token.Kind == LineTokenKind.Space) continue;
                wrapper.Seen++;
                wrapper.HasWords = true;
            }
        }

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

    /// <summary>Leaves out the blanks and breaks of the source that no reader sees.</summary>
    private static List<SourceToken> Shown(List<SourceToken> read, List<LineToken> shown)
    {
        int[] matches = Match(shown, read.ConvertAll(token => token.Token));
        return [.. read.Where((token, i) => matches[i] >= 0 || token.Token is not ({ Kind: LineTokenKind.Space } or { Text: LineToken.BreakText }))];
    }

    /// <summary>The words that are shown, each with its place in the source; what stands nowhere in it takes no room.</summary>
    private static List<SourceToken> Said(List<SourceToken> read, List<LineToken> shown, int start)
    {
        int[] places = Match(read.ConvertAll(token => token.Token), shown);
        int first = Array.Find(places, place => place >= 0);
        var nowhere = new LinePart(read.Count > 0 ? read[Math.Max(0, first)].Part.Start : start, read.Count > 0 ? read[Math.Max(0, first)].Part.Start : start, null);
        var said = new List<SourceToken>(shown.Count);
        for (int i = 0; i < shown.Count; i++)
        {
            said.Add(places[i] >= 0 ? read[places[i]] : new SourceToken(shown[i], nowhere));
            if (places[i] >= 0) nowhere = read[places[i]].Part with { Start = read[places[i]].Part.End };
        }

        return said;
    }

    private static int[] Match(List<LineToken> old, List<LineToken> fresh)
    {
        var ids = new Dictionary<(string, LineStyle, LineTokenKind), int>();
        return Alignment.Of([.. old.Select(Id)], [.. fresh.Select(Id)]);

        int Id(LineToken token)
        {
            (string, LineStyle, LineTokenKind) key = token.Key;
            if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
            return id;
        }
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
    private static void LetGoBlanks(List<SourceToken> old, List<LineToken> fresh, int[] matches)
    {
        HashSet<string> links = [.. fresh.Select(token => token.Style.Link).OfType<string>()];
        for (int j = 0; j < matches.Length; j++)
        {
            if (matches[j] >= 0 && fresh[j].Kind == LineTokenKind.Space && old[matches[j]].Token.Style.Link is { } link && !links.Contains(link)) matches[j] = -1;
        }
    }

    /// <summary>A macro or picture that came in the place of one of its kind is that one, changed.</summary>
    private void AlterAtoms(List<SourceToken> old, List<LineToken> fresh, int[] matches)
    {
        int next = 0;
        for (int j = 0; j < fresh.Count; j++)
        {
            if (matches[j] >= 0)
            {
                next = matches[j] + 1;
                continue;
            }

            if (fresh[j].Atom is not { } now) continue;
            int end = old.Count;
            for (int k = j + 1; k < fresh.Count; k++)
            {
                if (matches[k] < 0) continue;
                end = matches[k];
                break;
            }

            for (int i = next; i < end; i++)
            {
                if (old[i].Token.Atom is not { } was || old[i].Token.Style != fresh[j].Style || !alter!(was, now)) continue;
                matches[j] = i;
                next = i + 1;
                break;
            }
        }
    }

    private void Replace(List<SourceToken> old, int oldFrom, int oldTo, List<LineToken> fresh, int from, int to, int start)
    {
        List<LineSlot> slots = LineSlot.Between(old, oldFrom, oldTo, start);
        foreach (SourceToken token in old.Skip(oldFrom).Take(oldTo - oldFrom))
        {
            patches.Remove(token.Part.Start, token.Part.End);
            foreach (LineWrapper wrapper in Around(token.Part.Wrapper))
            {
                wrapper.Words--;
                if (token.Token.Kind != LineTokenKind.Space) wrapper.Seen--;
            }
        }

        int first = 0;
        for (int j = from; j < to;)
        {
            LineStyle style = StyleAt(fresh, j);
            string? newLink = slots.Exists(slot => slot.IsIn(style.Link)) ? null : style.Link;
            int end = j + 1;
            for (; end < to && StyleAt(fresh, end) is var next && (next == style || (newLink is not null && next.Link == newLink)); end++) style = style.Common(next);
            List<StyledToken> group = [.. Enumerable.Range(j, end - j).Select(at => new StyledToken(fresh[at], StyleAt(fresh, at)))];
            first = LineSlot.Choose(slots, first, style, group.Exists(token => token.Token.Atom is not null));
            Put(slots[first], style, group);
            j = end;
        }
    }

    /// <summary>A blank looks like its neighbours where they agree.</summary>
    private static LineStyle StyleAt(List<LineToken> tokens, int at)
    {
        bool isPlain = tokens[at].Kind == LineTokenKind.Space || tokens[at].Text == LineToken.BreakText;
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
        foreach (LineWrapper closed in Around(slot.Wrapper).TakeWhile(wrapper => !ReferenceEquals(wrapper, inside)))
        {
            text.Append(links.End(closed));
            closed.IsUsed = true;
        }

        LineStyle said = inside?.Style ?? default;
        bool areWords = group.TrueForAll(token => token.Style == said && token.Token.Atom is null);
        if (inside is { IsVerbatim: true } && !areWords)
        {
            losses?.Add("the look of words in a place that takes plain text");
            areWords = true;
        }

        string words = string.Concat(group.Select(token => token.Token.Text));
        if (slot.IsCData && areWords && text.Length == 0)
        {
            text.Append(words.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal));
        }
        else
        {
            if (slot.IsCData) text.Insert(0, "]]>");
            if (areWords) text.AppendEscaped(words);
            else render(Pieces(group, style, said), text);
            foreach (LineWrapper reopened in Around(slot.Wrapper).TakeWhile(wrapper => !ReferenceEquals(wrapper, inside)).Reverse())
                text.Append(links.Start(reopened));
            if (slot.IsCData) text.Append("<![CDATA[");
        }

        foreach (LineWrapper wrapper in Around(inside)) wrapper.IsUsed = true;
        patches.Insert(slot.At, text.ToString());
    }

    private static List<Inline> Pieces(List<StyledToken> group, LineStyle style, LineStyle said)
    {
        Link? link = style.Link is not null && said.Link is null ? group.Find(token => token.Token.Link is not null).Token?.Link : null;
        LineStyle around = link is null ? said : style;
        var pieces = new List<Inline>();
        foreach ((LineToken token, LineStyle look) in group)
        {
            Marks marks = look.Beyond(around);
            bool isCode = look.IsCode && !said.IsCode;
            switch (token.Atom, pieces.LastOrDefault())
            {
                case (Break, _):
                    pieces.Add(token.Atom);
                    break;
                case (not null, _):
                    pieces.Add(token.Atom with { Marks = marks });
                    break;
                case (null, Text before) when !isCode && before.Marks == marks:
                    pieces[^1] = before with { Value = before.Value + token.Text };
                    break;
                case (null, Code before) when isCode && before.Marks == marks:
                    pieces[^1] = before with { Value = before.Value + token.Text };
                    break;
                default:
                    pieces.Add(isCode ? new Code(token.Text, marks) : new Text(token.Text, marks));
                    break;
            }
        }

        return link is null ? pieces : [link with { Inlines = pieces, Marks = style.Beyond(said), Origin = null }];
    }

    /// <summary>Elements whose words are all gone go with them. A blank that stays needs no look of its own.</summary>
    private void RemoveEmptied(List<SourceToken> old)
    {
        foreach (LineWrapper wrapper in old.SelectMany(token => Around(token.Part.Wrapper)).Distinct(ReferenceEqualityComparer.Instance).Cast<LineWrapper>())
        {
            if (wrapper is not { Seen: 0, HasWords: true, IsUsed: false }) continue;
            if (wrapper.Words == 0 || wrapper.IsVerbatim)
            {
                // A blank in a section that takes letters as they are cannot stand without the element.
                patches.Replace(wrapper.Element.Start, wrapper.Element.End, wrapper.Words == 0 ? "" : " ");
            }
            else if ( wrapper.Style != (wrapper.Outer?.Style ?? default))
            {
                patches.Remove(wrapper.Element.Start, wrapper.ContentStart);
                patches.Remove(wrapper.ContentEnd, wrapper.Element.End);
            }
        }
    }

    private static IEnumerable<LineWrapper> Around(LineWrapper? wrapper)
    {
        for (; wrapper is not null; wrapper = wrapper.Outer) yield return wrapper;
    }

    private readonly record struct StyledToken(LineToken Token, LineStyle Style);
}
