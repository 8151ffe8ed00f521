using Markdig.Syntax.Inlines;
using Tributary.Markup.Model;
using Node = Markdig.Syntax.Inlines.Inline;

namespace Tributary.Markup.Markdown;

/// <summary>The tags among the pieces of one line that open and close a mark. They may cross: marks lie flat.</summary>
internal sealed class TagPairs
{
    private readonly HashSet<HtmlInline> paired = [];
    private readonly Dictionary<string, int> open = [];

    public TagPairs(Node first)
    {
        var waiting = new Dictionary<string, Stack<HtmlInline>>();
        for (Node? node = first; node is not null; node = node.NextSibling)
        {
            if (node is not HtmlInline html || HtmlTag.NameOf(html.Tag, out bool isEnd) is not { Length: > 0 } name || HtmlTag.Apply(name, default) is null) continue;
            if (!waiting.TryGetValue(name, out Stack<HtmlInline>? starts)) waiting[name] = starts = [];
            if (!isEnd)
            {
                starts.Push(html);
            }
            else if (starts.TryPop(out HtmlInline? start))
            {
                paired.Add(start);
                paired.Add(html);
            }
        }
    }

    public bool Contains(HtmlInline html) => paired.Contains(html);

    /// <summary>The marks behind a tag.</summary>
    public Marks Pass(HtmlInline html, Marks marks)
    {
        string name = HtmlTag.NameOf(html.Tag, out bool isEnd);
        open[name] = open.GetValueOrDefault(name) + (isEnd ? -1 : 1);
        foreach ((string tag, int count) in open)
        {
            if (count > 0) marks = HtmlTag.Apply(tag, marks) ?? marks;
        }

        return marks;
    }
}
