using System.Globalization;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>The cursor of lists that Jira counts through: how many came before.</summary>
internal static class OffsetCursor
{
    public static int Start(string? cursor) => string.IsNullOrWhiteSpace(cursor) ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start
        : throw ToolException.InvalidParams($"`cursor` \"{WikiText.Line(cursor.Length <= 40 ? cursor : cursor[..40] + "…")}\" is not one that this tool gave.", "Ask again without a cursor.");

    public static string? Of(int? next) => next?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of a list that came whole.</summary>
    public static (T[] Items, string? Next) Cut<T>(IReadOnlyList<T> all, string? cursor, int limit)
    {
        int start = Start(cursor);
        T[] items = [.. all.Skip(start).Take(limit)];
        return (items, start + items.Length < all.Count ? Of(start + items.Length) : null);
    }
}
