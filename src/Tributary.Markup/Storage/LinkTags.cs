using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Links;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>Links of a line that lead elsewhere now: their tags change, and the words between them, with the markers of comments around those, do not.</summary>
internal sealed class LinkTags(string source, SourcePatches patches, Action<IReadOnlyList<Inline>, StringBuilder> render)
{
    private const string Words = "\uE000";

    private readonly Dictionary<StorageElement, (string Start, string End)> changed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The tags in front of the words of an element, and behind them.</summary>
    public string Start(LineWrapper wrapper) => changed.TryGetValue(wrapper.Element, out (string Start, string End) tags) ? tags.Start : source[wrapper.Element.Start..wrapper.ContentStart];

    public string End(LineWrapper wrapper) => changed.TryGetValue(wrapper.Element, out (string Start, string End) tags) ? tags.End : source[wrapper.ContentEnd..wrapper.Element.End];

    /// <returns>The new line, in which the words of a changed link look as they did in the old one.</returns>
    public List<LineToken> Change(List<SourceToken> old, List<LineToken> fresh)
    {
        List<(LineWrapper Link, HashSet<string> Words)> were = OfPage(old);
        List<(int From, int To)> are = Runs(fresh);
        if (were.Count == 0 || are.Count == 0) return fresh;
        var ids = new Dictionary<string, int>();
        int[] matches = Alignment.Of([.. were.Select(link => Id(link.Link.Style.Link!))], [.. are.Select(link => Id(fresh[link.From].Style.Link!))]);
        var line = new List<LineToken>(fresh);
        int next = 0;
        for (int j = 0; j < are.Count; j++)
        {
            if (matches[j] >= 0)
            {
                next = matches[j] + 1;
                continue;
            }

            (int from, int to) = are[j];
            int end = matches.Skip(j + 1).FirstOrDefault(match => match >= 0, were.Count);
            int found = next;
            while (found < end && !fresh.GetRange(from, to - from).Exists(token => token.Kind != LineTokenKind.Space && were[found].Words.Contains(token.Text))) found++;
            if (found == end || !Set(were[found].Link, fresh[from].Link!)) continue;
            next = found + 1;
            for (int i = from; i < to; i++) line[i] = fresh[i] with { Style = fresh[i].Style with { Link = were[found].Link.Style.Link } };
        }

        return line;

        int Id(string link)
        {
            if (!ids.TryGetValue(link, out int id)) ids.Add(link, id = ids.Count);
            return id;
        }
    }

    private static List<(LineWrapper Link, HashSet<string> Words)> OfPage(List<SourceToken> line)
    {
        var links = new List<(LineWrapper Link, HashSet<string> Words)>();
        foreach (SourceToken token in line)
        {
            LineWrapper? link = token.Part.Wrapper;
            while (link is not null && (link.Style.Link is null || link.Outer?.Style.Link is not null)) link = link.Outer;
            if (link is null) continue;
            if (links.Count == 0 || !ReferenceEquals(links[^1].Link, link)) links.Add((link, []));
            if (token.Token.Kind != LineTokenKind.Space) links[^1].Words.Add(token.Token.Text);
        }

        return links;
    }

    private static List<(int From, int To)> Runs(List<LineToken> line)
    {
        var runs = new List<(int From, int To)>();
        for (int i = 0; i < line.Count;)
        {
            int end = i + 1;
            while (end < line.Count && ReferenceEquals(line[end].Link, line[i].Link)) end++;
            if (line[i] is { Link: not null, Style.Link: not null }) runs.Add((i, end));
            i = end;
        }

        return runs;
    }

    private bool Set(LineWrapper wrapper, Link now)
    {
        if (Tags(wrapper, now) is not { } tags) return false;
        changed[wrapper.Element] = tags;
        patches.Replace(wrapper.Element.Start, wrapper.ContentStart, tags.Start);
        patches.Replace(wrapper.ContentEnd, wrapper.Element.End, tags.End);
        return true;
    }

    private (string Start, string End)? Tags(LineWrapper wrapper, Link now)
    {
        StorageElement element = wrapper.Element;
        LinkTarget? target = LinkAddress.Read(now.Address);
        string? card = now.Attributes.FirstOrDefault(attribute => attribute.Name == LinkConstruct.Card).Value;
        var tag = new SourcePatches(source);
        if (now.Address.Length == 0 || LinkSafety.IsDangerous(now.Address)) return null;
        if (element.Name == "a" && target is null)
        {
            TagPatch.Set(tag, element, "href", now.Address);
            TagPatch.Set(tag, element, "title", now.Title);
            TagPatch.Set(tag, element, LinkConstruct.CardAppearance, card);
        }
        else if (element.Name == "ac:link" && target is not null)
        {
            TagPatch.Set(tag, element, "ac:anchor", target.Anchor);
            TagPatch.Set(tag, element, "ac:card-appearance", card);
            TagPatch.Set(tag, element, "ac:tooltip", now.Title);
            SetResource(tag, wrapper, target);
        }
        else
        {
            var text = new StringBuilder();
            if (!wrapper.IsVerbatim) render([now with { Inlines = [new Text(Words, default)], Marks = default, Origin = null }], text);
            string[] parts = text.ToString().Split(Words);
            return parts is [{ Length: > 0 } start, { Length: > 0 } end] ? (start, end) : null;
        }

        return (tag.Apply(element.Start, wrapper.ContentStart), tag.Apply(wrapper.ContentEnd, element.End));
    }

    private static void SetResource(SourcePatches tag, LineWrapper link, LinkTarget target)
    {
        StringBuilder before = new(), after = new();
        LinkTarget was = LinkTarget.Of(link.Element);
        ResourceWriter.Write(was, before);
        ResourceWriter.Write(target, after);
        if (before.Equals(after)) return;
        if (was.Resource is { } resource) tag.Replace(resource.Start, resource.End, after.ToString());
        else tag.Insert(link.Element.ContentStart, after.ToString());
    }
}
