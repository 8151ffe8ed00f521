namespace Tributary.Tools.Jira;

/// <summary>A part of a list that came whole.</summary>
internal static class ListPart
{
    /// <returns>With where the next part starts; null at the end.</returns>
    public static (T[] Items, int? Next) Of<T>(IReadOnlyList<T> all, int start, int limit)
    {
        T[] items = [.. all.Skip(start).Take(limit)];
        return (items, start + items.Length < all.Count ? start + items.Length : null);
    }
}
