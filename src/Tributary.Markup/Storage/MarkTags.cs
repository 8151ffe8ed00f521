using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Storage;

/// <summary>
/// Words that stay and only look otherwise, where a comment or another element that no reader sees holds some of them: the tags of the looks change around them, so that what holds them stays too.
/// </summary>
internal sealed class MarkTags(string source, SourcePatches patches, Action<IReadOnlyList<Inline>, StringBuilder> render, LinkTags links, LineWords words)
{
    private const string Inside = "\uE000";

    private readonly Dictionary<LineWrapper, bool> hidden = new(ReferenceEqualityComparer.Instance);

    /// <returns>The new line, in which the words whose tags were changed look as they did in the old one.</returns>
    public List<FreshToken> Change(List<SourceToken> old, List<FreshToken> fresh)
    {
        if (!old.Exists(token => HasHidden(token.Part.Wrapper))) return fresh;
        var ids = new Dictionary<(string, LineTokenKind, string?, bool), int>();
        int[] matches = Alignment.Of([.. old.Select(token => Id(token.Token))], [.. fresh.Select(token => Id(token.Token))]);
        int[] places = new int[old.Count];
        Array.Fill(places, -1);
        for (int j = 0; j < fresh.Count; j++)
        {
            if (matches[j] >= 0) places[matches[j]] = j;
        }

        var line = new List<FreshToken>(fresh);
        LineStyle[] looks = [.. old.Select(token => token.Token.Style)];
        ChangeElements(old, fresh, line, places, looks);
        AddElements(old, fresh, line, places, looks);
        return line;

        int Id(LineToken token)
        {
            (string, LineTokenKind, string?, bool) key = (token.Text, token.Kind, token.IsSpace ? null : token.Style.Link, !token.IsSpace && token.Style.IsCode);
            if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
            return id;
        }
    }

    /// <summary>Elements whose words look otherwise now: what all of them still have stays around them.</summary>
    private void ChangeElements(List<SourceToken> old, List<FreshToken> fresh, List<FreshToken> line, int[] places, LineStyle[] looks)
    {
        foreach ((LineWrapper mark, List<int> inside) in Marks(old))
        {
            LineStyle outer = mark.Outer?.Style ?? default;
            if (inside.Exists(i => places[i] < 0 || old[i].Token.Style != mark.Style) || !inside.Exists(i => HasHidden(old[i].Part.Wrapper) && fresh[places[i]].Style != mark.Style)) continue;
            LineStyle look = inside.Aggregate(fresh[places[inside[0]]].Style, (common, i) => common.Common(fresh[places[i]].Style));
            if (!outer.IsWithin(look) || Tags(look.Beyond(outer)) is not var (start, end)) continue;
            links.Set(mark, start, end);
            foreach (int i in inside)
            {
                looks[i] = look;
                if (fresh[places[i]].Style == look) Set(line, places[i], mark.Style);
            }
        }
    }

    /// <summary>The words of each element that adds to their look, unless another one is inside of it.</summary>
    private static Dictionary<LineWrapper, List<int>> Marks(List<SourceToken> old)
    {
        var marks = new Dictionary<LineWrapper, List<int>>(ReferenceEqualityComparer.Instance);
        var outer = new HashSet<LineWrapper>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < old.Count; i++)
        {
            LineWrapper? look = old[i].Token is { IsSpace: true } or { Text: LineToken.BreakText } ? null : old[i].Part.Wrapper;
            while (look is not null && IsHidden(look)) look = look.Outer;
            if (look is null) continue;
            if (!marks.TryGetValue(look, out List<int>? inside))
            {
                marks.Add(look, inside = []);
                for (LineWrapper? around = look.Outer; around is not null && outer.Add(around);) around = around.Outer;
            }

            inside.Add(i);
        }

        foreach (LineWrapper look in marks.Keys.Where(look => outer.Contains(look) || !IsMark(look)).ToList()) marks.Remove(look);
        return marks;
    }

    private void Set(List<FreshToken> line, int at, LineStyle style) => line[at] = line[at] with { Token = words.With(line[at].Token, style) };

    /// <summary>Words in one element, next to each other, that all got the same more.</summary>
    private void AddElements(List<SourceToken> old, List<FreshToken> fresh, List<FreshToken> line, int[] places, LineStyle[] looks)
    {
        for (int i = 0; i < old.Count;)
        {
            int end = i + 1;
            if (More(i) is { } more && Tags(more) is var (start, close))
            {
                int last = i;
                for (; end < old.Count && ReferenceEquals(old[end].Part.Wrapper, old[i].Part.Wrapper) && (IsSpace(end) || (looks[end] == looks[i] && More(end) == more && places[end] == places[last] + (end - last))); end++)
                {
                    if (!IsSpace(end)) last = end;
                }

                end = last + 1;
                Put(old[i].Part, old[last].Part, start, close);
                for (int at = i; at <= last; at++)
                {
                    if (!IsSpace(at)) Set(line, places[at], old[at].Token.Style);
                }
            }

            i = end;
        }

        bool IsSpace(int at) => old[at].Token.IsSpace;

        Marks? More(int at)
        {
            LineStyle was = looks[at];
            if (places[at] < 0 || old[at].Group > 0 || old[at].Token.Kind != LineTokenKind.Word || old[at].Part is { IsCData: true } or { Wrapper.IsVerbatim: true }) return null;
            LineStyle now = fresh[places[at]].Style;
            return now != was && was.IsWithin(now) ? now.Beyond(was) : null;
        }
    }

    // In the place of the words, for what comes to stand beside them belongs outside of the tags.
    private void Put(LinePart first, LinePart last, string start, string end)
    {
        if (first == last)
        {
            patches.Replace(first.Start, first.End, start + source[first.Start..first.End] + end);
            return;
        }

        patches.Replace(first.Start, first.End, start + source[first.Start..first.End]);
        patches.Replace(last.Start, last.End, source[last.Start..last.End] + end);
    }

    private (string Start, string End)? Tags(Marks marks)
    {
        if (marks == default) return ("", "");
        var text = new StringBuilder();
        render([new Text(Inside, marks)], text);
        return text.ToString().Split(Inside) is [var start, var end] ? (start, end) : null;
    }

    private static bool IsHidden(LineWrapper wrapper) => wrapper.Style == (wrapper.Outer?.Style ?? default);

    private static bool IsMark(LineWrapper wrapper) =>
        !wrapper.IsVerbatim && (wrapper.Outer?.Style ?? default) is var outer && wrapper.Style.Link == outer.Link && wrapper.Style.IsCode == outer.IsCode;

    /// <summary>Whether the marker of a comment, or another element that adds nothing, is among those around.</summary>
    private bool HasHidden(LineWrapper? wrapper)
    {
        if (wrapper is null) return false;
        if (!hidden.TryGetValue(wrapper, out bool has)) hidden.Add(wrapper, has = IsHidden(wrapper) || HasHidden(wrapper.Outer));
        return has;
    }
}
