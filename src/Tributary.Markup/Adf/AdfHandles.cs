using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>The placeholders in the lines of a page, by the handles that they were shown with.</summary>
internal sealed class AdfHandles
{
    private readonly Dictionary<string, (AdfObject Node, InlineDirective Shown)> byHandle = [];
    private readonly Dictionary<AdfObject, string> byNode = [];

    public AdfHandles(Document page)
    {
        var pending = new Stack<Block>(page.Blocks);
        while (pending.TryPop(out Block? block))
        {
            if (block is TextBlock line) Add(line.Inlines);
            if (block is not ContainerBlock container) continue;
            foreach (Block child in container.Blocks) pending.Push(child);
        }
    }

    public (AdfObject Node, InlineDirective Shown)? Original(string handle) => byHandle.TryGetValue(handle, out (AdfObject, InlineDirective) original) ? original : null;

    public string? Of(AdfObject node) => byNode.GetValueOrDefault(node);

    private void Add(IReadOnlyList<Inline> line)
    {
        foreach (Inline inline in line)
        {
            if (inline is Link link) Add(link.Inlines);
            if (inline is not InlineDirective { Handle: { } handle, Origin: AdfOrigin { Node: { } node } } directive) continue;
            byHandle.TryAdd(handle, (node, directive));
            byNode.TryAdd(node, handle);
        }
    }
}
