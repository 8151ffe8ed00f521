using System.Collections.Frozen;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Finds the macros of a text in one pass. A tag without parameters closes the innermost open macro of its name, else it opens one; what is never closed is text.
/// Names that Jira does not know are macros only where their tags stand on lines of their own: <c>the {id} of a {user}</c> is text.
/// </summary>
internal sealed class WikiMacroScanner(string source)
{
    /// <summary>Deeper tags are text.</summary>
    public const int MaxDepth = 32;

    private const int LongestName = 40;
    private const int LongestTag = 4_000;

    private static readonly FrozenSet<string> Verbatim = new[] { "code", "noformat" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Rich = new[] { "quote", "panel", "color", "expand", "info", "tip", "note", "warning" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<WikiMacro> top = [];
    private readonly List<WikiMacro> open = [];
    private readonly HashSet<string> neverClosed = [];

    /// <summary>The macros at the top of the text in order, each with those inside it.</summary>
    public static WikiMacros Scan(string source)
    {
        if (!source.Contains('{', StringComparison.Ordinal)) return WikiMacros.None;
        var scanner = new WikiMacroScanner(source);
        scanner.Scan();
        return new WikiMacros(scanner.top);
    }

    public static bool IsVerbatim(string name) => Verbatim.Contains(name);

    private void Scan()
    {
        for (int at = 0; at < source.Length;)
        {
            int next = source.AsSpan(at).IndexOfAny('{', '\\');
            if (next < 0) break;
            at += next;
            if (source[at] == '\\') at += WikiSyntax.Backslashes(source, at, source.Length) is var count and > 1 ? count : 2;
            else if (WikiSyntax.Monospaced(source, at, source.Length) is { } mono) at = mono.End;
            else at = Tag(at);
        }

        DropOpen(0);
        Classify(top);
    }

    /// <returns>Where to go on.</returns>
    private int Tag(int at)
    {
        if (!TryReadTag(at, out string name, out string? parameters, out int end)) return at + 1;
        bool known = Rich.Contains(name) || Verbatim.Contains(name) || name == "anchor";
        if (!known && !IsAlone(at, end)) return at + 1;
        if (name == "anchor")
        {
            if (string.IsNullOrWhiteSpace(parameters)) return end;
            Add(new WikiMacro(name, parameters, at, end) { IsInline = true });
            return end;
        }

        if (Verbatim.Contains(name)) return VerbatimMacro(at, name, parameters, end);
        if (parameters is null && CloseInnermost(name, at, end)) return end;
        if (open.Count >= MaxDepth || (name == "color" && WikiColor.Read(parameters) is null)) return end;
        open.Add(new WikiMacro(name, parameters, at, end));
        return end;
    }

    private int VerbatimMacro(int at, string name, string? parameters, int end)
    {
        string tag = $"{{{name}}}";
        int close = neverClosed.Contains(name) ? -1 : source.IndexOf(tag, end, StringComparison.Ordinal);
        if (close < 0)
        {
            neverClosed.Add(name);
            return end;
        }

        var macro = new WikiMacro(name, parameters, at, end);
        macro.Close(close, close + tag.Length);
        Add(macro);
        return macro.End;
    }

    private bool CloseInnermost(string name, int at, int end)
    {
        // At most MaxDepth are open.
        int index = open.FindLastIndex(macro => macro.Name == name);
        if (index < 0) return false;
        DropOpen(index + 1);
        WikiMacro closed = open[index];
        open.RemoveAt(index);
        closed.Close(at, end);
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

    private bool TryReadTag(int at, out string name, out string? parameters, out int end)
    {
        name = "";
        parameters = null;
        end = at;
        int i = at + 1;
        if (i >= source.Length || !char.IsAsciiLetter(source[i])) return false;
        while (i < source.Length && i - at <= LongestName && (char.IsAsciiLetterOrDigit(source[i]) || source[i] is '-' or '_')) i++;
        int nameEnd = i;
        if (i < source.Length && source[i] == ':')
        {
            int stop = source.AsSpan(i, Math.Min(LongestTag, source.Length - i)).IndexOfAny("{}\r\n");
            if (stop < 0) return false;
            i += stop;
        }

        if (i >= source.Length || source[i] != '}') return false;
        name = source[(at + 1)..nameEnd];
        if (i > nameEnd) parameters = source[(nameEnd + 1)..i];
        end = i + 1;
        return true;
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
