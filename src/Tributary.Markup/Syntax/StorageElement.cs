namespace Tributary.Markup.Syntax;

/// <summary>An element under its name as written, prefix included.</summary>
public sealed class StorageElement(string name, StorageAttribute[] attributes, int start, int end) : StorageNode(start, end)
{
    private List<StorageNode>? children;

    public string Name { get; } = name;

    public IReadOnlyList<StorageAttribute> Attributes { get; } = attributes;

    public IReadOnlyList<StorageNode> Children => children ?? (IReadOnlyList<StorageNode>)[];

    /// <summary>Where the content begins, just after the start tag.</summary>
    public int ContentStart { get; } = end;

    /// <summary>Where the content ends, just before the end tag.</summary>
    public int ContentEnd { get; internal set; } = end;

    /// <summary>The first value of the attribute, or null.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (StorageAttribute candidate in attributes)
            {
                if (candidate.Name == attribute) return candidate.Value;
            }

            return null;
        }
    }

    public StorageElement? Child(string childName)
    {
        if (children is null) return null;
        foreach (StorageNode child in children)
        {
            if (child is StorageElement element && element.Name == childName) return element;
        }

        return null;
    }

    public IEnumerable<StorageElement> Elements() => children?.OfType<StorageElement>() ?? [];

    internal void Add(StorageNode child) => (children ??= []).Add(child);
}
