using System.Collections.Frozen;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Finds the macros of a text. A tag without parameters closes the innermost open macro of its name, else it opens one; what is never closed is text.
/// Names that Jira does not know are macros only where their tags stand on lines of their own: <c>the {id} of a {user}</c> is text.
/// </summary>
internal sealed class WikiMacroScanner
{
    /// <summary>Deeper tags are text.</summary>
    public const int MaxDepth = 32;

    // A text that goes on and on below that is no page.
    private const int MostTooDeep = 1000;

    private static readonly FrozenSet<string> Verbatim = new[] { "code", "noformat" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Rich = new[] { "quote", "panel", "color", "expand", "info", "tip", "note", "warning" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly string source;
    private readonly List<WikiMacro> tags = [];
    private readonly List<int> known = [];
    private readonly Dictionary<string, int> lastClosing = [];
    private readonly HashSet<string> neverClosed = [];
    private readonly List<WikiMacro> top = [];
    private readonly List<WikiMacro> open = [];
    private int tooDeep;

    private WikiMacroScanner(string source) => this.source = source;

    /// <summary>The macros at the top of the text in order, each with those inside it.</summary>
    public static WikiMacros Scan(string source)
    {
        if (!source.Contains('{', StringComparison.Ordinal)) return WikiMacros.None;
        var scanner = new WikiMacroScanner(source);
        scanner.FindTags();
        foreach (WikiMacro tag in scanner.tags)
        {
            scanner.Pair(tag);
            if (scanner.tooDeep > MostTooDeep) return WikiMacros.TooDeep;
        }

        scanner.DropOpen(0);
        scanner.Classify(scanner.top);
        return new WikiMacros(scanner.top);
    }

    /// <summary>Where tags of macros that Jira knows begin which are text, for they are never closed.</summary>
    public static List<int> Strays(string source)
    {
        if (!source.Contains('{', StringComparison.Ordinal)) return [];
        var scanner = new WikiMacroScanner(source);
        scanner.FindTags();
        foreach (WikiMacro tag in scanner.tags) scanner.Pair(tag);
        scanner.DropOpen(0);
        var paired = new HashSet<int>();
        var pending = new Stack<WikiMacro>(scanner.top);
        while (pending.TryPop(out WikiMacro? macro))
        {
            paired.Add(macro.Start);
            paired.Add(macro.CloseStart);
            foreach (WikiMacro inner in macro.Inner) pending.Push(inner);
        }

        return [.. scanner.known.Where(start => !paired.Contains(start))];
    }

    public static bool IsVerbatim(string name) => Verbatim.Contains(name);

    /// <summary>Whether a macro of this name is found wherever it stands; others need lines of their own.</summary>
    public static bool IsKnown(string name) => Rich.Contains(name) || Verbatim.Contains(name);

    private void FindTags()
    {
        for (int at = 0; at < source.Length;)
        {
            int next = source.AsSpan(at).IndexOfAny('{', '\\');
            if (next < 0) break;
            at += next;
            if (source[at] == '\\') at += WikiSyntax.Backslashes(source, at, source.Length) is var count and > 1 ? count : 2;
            else if (WikiSyntax.Monospaced(source, at, source.Length) is { } mono) at = mono.End;
            else at = WikiTag.Read(source, at) is { } tag ? Tag(tag) : at + 1;
        }
    }

    /// <returns>Where to go on.</returns>
    private int Tag(WikiTag tag)
    {
        var macro = new WikiMacro(tag.Name, tag.Parameters, tag.Start, tag.End);
        if (IsKnown(tag.Name)) known.Add(tag.Start);
        if (Verbatim.Contains(tag.Name))
        {
            if (!CloseVerbatim(macro)) return tag.End;
        }
        else if (tag.Name == "anchor")
        {
            if (string.IsNullOrWhiteSpace(tag.Parameters)) return tag.End;
            macro.IsInline = true;
        }
        else if (!Rich.Contains(tag.Name) && !IsAlone(tag.Start, tag.End))
        {
            return tag.End;
        }
        else if (tag.Parameters is null)
        {
            lastClosing[tag.Name] = tag.Start;
        }

        tags.Add(macro);
        return macro.End;
    }

    private bool CloseVerbatim(WikiMacro macro)
    {
        string tag = $"{{{macro.Name}}}";
        int close = neverClosed.Contains(macro.Name) ? -1 : source.IndexOf(tag, macro.OpenEnd, StringComparison.Ordinal);
        if (close < 0) neverClosed.Add(macro.Name);
        else macro.Close(close, close + tag.Length);
        return close >= 0;
    }

    private void Pair(WikiMacro tag)
    {
        if (tag.HasBody || tag.IsInline)
        {
            Add(tag);
            return;
        }

        if (tag.Parameters is null && CloseInnermost(tag)) return;
        bool isClosed = lastClosing.TryGetValue(tag.Name, out int last) && last > tag.Start;
        bool opens = isClosed && open.Count < MaxDepth && (tag.Name != "color" || WikiColor.Read(tag.Parameters) is not null);
        if (isClosed && open.Count >= MaxDepth) tooDeep++;
        if (opens) open.Add(tag);
        else if (!Rich.Contains(tag.Name)) Add(tag);
    }

    private bool CloseInnermost(WikiMacro tag)
    {
        // At most MaxDepth are open.
        int index = open.FindLastIndex(macro => macro.Name == tag.Name);
        if (index < 0) return false;
        DropOpen(index + 1);
        WikiMacro closed = open[index];
        open.RemoveAt(index);
        closed.Close(tag.Start, tag.End);
        Add(closed);
        return true;
    }

    private void Add(WikiMacro macro) => (open.Count > 0 ? open[^1].Inner : top).Add(macro);

    /// <summary>What stays open has no body: a tag that Jira knows is text then, another is a macro without one. What was found inside moves up.</summary>
    private void DropOpen(int from)
    {
        if (open.Count <= from) return;
        List<WikiMacro> holder = from > 0 ? open[from - 1].Inner : top;
        for (int i = from; i < open.Count; i++)
        {
            if (!Rich.Contains(open[i].Name)) holder.Add(new WikiMacro(open[i].Name, open[i].Parameters, open[i].Start, open[i].OpenEnd));
            holder.AddRange(open[i].Inner);
        }

        open.RemoveRange(from, open.Count - from);
    }

    private bool IsAlone(int start, int end)
    {
        while (start > 0 && source[start - 1] is ' ' or '\t') start--;
        while (end < source.Length && source[end] is ' ' or '\t') end++;
        return (start == 0 || WikiSyntax.IsLineEnd(source[start - 1])) && (end == source.Length || WikiSyntax.IsLineEnd(source[end]));
    }

    /// <summary>A colour stands within a line unless its body holds more than lines of text.</summary>
    private void Classify(List<WikiMacro> macros)
    {
        foreach (WikiMacro macro in macros)
        {
            Classify(macro.Inner);
            if (macro.Name == "color") macro.IsInline = macro.Inner.TrueForAll(inner => inner.IsInline) && !WikiBlockStart.InBody(source, macro.OpenEnd, macro.CloseStart);
        }
    }
}
