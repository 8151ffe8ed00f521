using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>The placeholders in the lines of a page, by the handles that they were shown with.</summary>
internal sealed class AdfHandles
{
    private readonly Dictionary<string, (AdfObject Node, InlineDirective Shown)> byHandle = [];
    private readonly Dictionary<AdfObject, string> byNode = [];

    private readonly HashSet<string> copied = [];
    private readonly LossLog losses;

    public AdfHandles(Document page, LossLog losses)
    {
        this.losses = losses;
        var pending = new Stack<Block>(page.Blocks);
        while (pending.TryPop(out Block? block))
        {
            if (block is TextBlock line) Add(line.Inlines);
            if (block is not ContainerBlock container) continue;
            foreach (Block child in container.Blocks) pending.Push(child);
        }
    }

    /// <summary>The original, to be copied to another place; only once.</summary>
    public (AdfObject Node, InlineDirective Shown)? Take(string handle)
    {
        if (!byHandle.TryGetValue(handle, out (AdfObject Node, InlineDirective Shown) original))
        {
            losses.Add(Merger.NoneOfThisPage(handle));
            return null;
        }

        if (copied.Add(handle)) return original;
        losses.Add(Merger.SecondCopy(original.Shown.Name, handle));
        return null;
    }

    public LossLog Losses => losses;

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
