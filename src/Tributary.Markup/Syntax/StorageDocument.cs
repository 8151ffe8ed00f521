using Tributary.Markup.Reading;

namespace Tributary.Markup.Syntax;

/// <summary>A storage body as a tree over its own source.</summary>
public sealed class StorageDocument
{
    internal StorageDocument(string source, StorageElement root, bool isComplete)
    {
        Source = source;
        Root = root;
        IsComplete = isComplete;
    }

    public string Source { get; }

    /// <summary>A nameless element around the whole body.</summary>
    public StorageElement Root { get; }

    /// <summary>False where the tree shows less than the source says: too deep, too long, or not well-formed.</summary>
    public bool IsComplete { get; }

    /// <summary>Reads any text; what is not well-formed is kept as well as it can be, and never throws.</summary>
    public static StorageDocument Parse(string storage) => new StorageReader(storage).Read();

    /// <summary>Every element below the root, in document order.</summary>
    public IEnumerable<StorageElement> Descendants()
    {
        var pending = new Stack<IEnumerator<StorageElement>>();
        pending.Push(Root.Elements().GetEnumerator());
        while (pending.TryPeek(out IEnumerator<StorageElement>? level))
        {
            if (!level.MoveNext())
            {
                pending.Pop().Dispose();
                continue;
            }

            yield return level.Current;
            pending.Push(level.Current.Elements().GetEnumerator());
        }
    }
}
