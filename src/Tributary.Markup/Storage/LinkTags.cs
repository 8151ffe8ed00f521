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

    // How many links that go are looked at for each one that comes.
    private const int MostTried = 16;

    private readonly Dictionary<StorageElement, (string Start, string End)> changed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The tags in front of the words of an element, and behind them.</summary>
    public string Start(LineWrapper wrapper) => changed.TryGetValue(wrapper.Element, out (string Start, string End) tags) ? tags.Start : source[wrapper.Element.Start..wrapper.ContentStart];

    public string End(LineWrapper wrapper) => changed.TryGetValue(wrapper.Element, out (string Start, string End) tags) ? tags.End : source[wrapper.ContentEnd..wrapper.Element.End];

    /// <returns>The new line, in which the words of a changed link look as they did in the old one.</returns>
    public List<FreshToken> Change(List<SourceToken> old, List<FreshToken> fresh, LineWords words)
    {
        List<(LineWrapper Link, HashSet<string> Words)> were = OfPage(old);
        List<(int From, int To)> are = Runs(fresh);
        if (were.Count == 0 || are.Count == 0) return fresh;
        var ids = new Dictionary<string, int>();
        int[] matches = Alignment.Of([.. were.Select(link => Id(link.Link.Style.Link!))], [.. are.Select(link => Id(fresh[link.From].Style.Link!))]);
        var line = new List<FreshToken>(fresh);
        for (int j = 0, next = 0; j < are.Count;)
        {
            if (matches[j] >= 0)
            {
                next = matches[j++] + 1;
                continue;
            }

            int behind = j;
            while (behind < are.Count && matches[behind] < 0) behind++;
            int end = behind < are.Count ? matches[behind] : were.Count;
            for (; j < behind; j++) next = Change(were, next, Math.Min(end, next + MostTried), line, are[j], words);
        }

        return line;

        int Id(string link)
        {
            if (!ids.TryGetValue(link, out int id)) ids.Add(link, id = ids.Count);
            return id;
        }
    }

    /// <summary>Makes the first link that has a word of the new one lead where that leads.</summary>
    /// <returns>The next link that may be changed.</returns>
    private int Change(List<(LineWrapper Link, HashSet<string> Words)> were, int next, int end, List<FreshToken> line, (int From, int To) run, LineWords words)
    {
        List<FreshToken> fresh = line[run.From..run.To];
        int found = next;
        while (found < end && !fresh.Exists(token => !token.Token.IsSpace && were[found].Words.Contains(token.Text))) found++;
        if (found == end || !Set(were[found].Link, fresh[0].Link!)) return next;
        for (int i = run.From; i < run.To; i++) line[i] = line[i] with { Token = words.With(line[i].Token, line[i].Style with { Link = were[found].Link.Style.Link }) };
        return found + 1;
    }

    private static List<(LineWrapper Link, HashSet<string> Words)> OfPage(List<SourceToken> line)
    {
        var links = new List<(LineWrapper Link, HashSet<string> Words)>();
        foreach (SourceToken token in line)
        {
            LineWrapper? link = token.Part.Wrapper;
            if (link?.Style.Link is null) continue;
            while (link.Outer?.Style.Link is not null) link = link.Outer;
            if (links.Count == 0 || !ReferenceEquals(links[^1].Link, link)) links.Add((link, []));
            if (!token.Token.IsSpace) links[^1].Words.Add(token.Token.Text);
        }

        return links;
    }

    private static List<(int From, int To)> Runs(List<FreshToken> line)
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
        Set(wrapper, tags.Start, tags.End);
        return true;
    }

    /// <summary>Puts other tags around the words of an element.</summary>
    public void Set(LineWrapper wrapper, string start, string end)
    {
        changed[wrapper.Element] = (start, end);
        patches.Replace(wrapper.Element.Start, wrapper.ContentStart, start);
        patches.Replace(wrapper.ContentEnd, wrapper.Element.End, end);
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
