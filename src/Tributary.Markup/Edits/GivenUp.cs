using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>What operations take away by its name or with what they delete: it is no loss that anyone has to allow.</summary>
internal sealed class GivenUp
{
    private readonly HashSet<string> handles = [];
    private readonly List<Origin> deleted = [];

    public void Add(IReadOnlyList<Block> run)
    {
        handles.UnionWith(Placeholders.Of(run).Select(placeholder => placeholder.Handle));
        deleted.AddRange(run.Select(block => block.Origin).OfType<Origin>());
    }

    public void Add(Inline inline)
    {
        if (inline is InlineDirective { Handle: { } handle }) handles.Add(handle);
    }

    /// <summary>The placeholder itself, and not what stands in it.</summary>
    public void AddByName(Directive directive)
    {
        if (directive.Handle is { } handle) handles.Add(handle);
    }

    public bool Has(string handle) => handles.Contains(handle);

    /// <summary>Whether this place of the source lies in something that was deleted.</summary>
    public bool Has(int place) => deleted.Exists(origin => origin.Start <= place && place < origin.End);
}
