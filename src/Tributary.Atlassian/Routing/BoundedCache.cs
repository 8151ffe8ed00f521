using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Tributary.Atlassian.Routing;

/// <summary>Answers kept for a while; when it is full it is emptied, which costs a few look-ups and no bookkeeping.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity, TimeSpan age, TimeProvider clock)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, DateTimeOffset Until)> entries = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        bool fresh = entries.TryGetValue(key, out (TValue Value, DateTimeOffset Until) entry) && entry.Until > clock.GetUtcNow();
        value = fresh ? entry.Value : default;
        return fresh;
    }

    public void Keep(TKey key, TValue value)
    {
        if (entries.Count >= capacity) entries.Clear();
        entries[key] = (value, clock.GetUtcNow() + age);
    }
}
