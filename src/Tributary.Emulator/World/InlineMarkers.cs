using Tributary.Markup.Syntax;

namespace Tributary.Emulator.World;

/// <summary>Marks in a body the words that an inline comment is about.</summary>
internal static class InlineMarkers
{
    /// <summary>The body with a marker around the occurrence; null where the text does not occur that often.</summary>
    public static string? Mark(string storage, string selection, int matchCount, int matchIndex, string reference)
    {
        // In the body the signs of markup are written as entities.
        selection = selection.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        List<int> places = Occurrences(storage, selection);
        if (selection.Length == 0 || places.Count != matchCount || matchIndex < 0 || matchIndex >= places.Count) return null;
        int start = places[matchIndex];
        string marked = $"<ac:inline-comment-marker ac:ref=\"{reference}\">{storage.AsSpan(start, selection.Length)}</ac:inline-comment-marker>";
        return string.Concat(storage.AsSpan(0, start), marked, storage.AsSpan(start + selection.Length));
    }

    public static bool Contains(string storage, string reference) => storage.Contains($"ac:ref=\"{reference}\"", StringComparison.Ordinal);

    // Only text between tags counts; a selection that spans tags or entities cannot be marked by one element.
    private static List<int> Occurrences(string storage, string selection)
    {
        var places = new List<int>();
        if (selection.Length == 0) return places;
        StorageDocument document = StorageDocument.Parse(storage);
        foreach (StorageElement element in document.Descendants().Prepend(document.Root).Where(element => element.Name is not ("ac:parameter" or "ac:task-id" or "ac:task-uuid" or "ac:task-status")))
        {
            foreach (StorageText text in element.Children.OfType<StorageText>().Where(text => !text.IsCData))
            {
                for (int at = storage.IndexOf(selection, text.Start, text.End - text.Start, StringComparison.Ordinal);
                    at >= 0;
                    at = storage.IndexOf(selection, at + selection.Length, text.End - at - selection.Length, StringComparison.Ordinal))
                {
                    places.Add(at);
                }
            }
        }

        places.Sort();
        return places;
    }
}
