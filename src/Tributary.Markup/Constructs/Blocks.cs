using System.Collections.Frozen;

namespace Tributary.Markup.Constructs;

/// <summary>Which elements stand on lines of their own.</summary>
internal static class Blocks
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr", "div", "ul", "ol", "li", "table", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th",
        "ac:rich-text-body", "ac:plain-text-body", "ac:task-list", "ac:task", "ac:task-body", "ac:layout", "ac:layout-section", "ac:layout-cell",
        "ac:adf-extension", "ac:adf-node", "ac:adf-content", "ac:adf-fallback", "ac:caption",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsBlock(string name) => Names.Contains(name);

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>, else 0.</summary>
    public static int HeadingLevel(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;
}
