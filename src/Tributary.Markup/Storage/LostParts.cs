using Tributary.Markup.Edits;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>What a page had and no longer has, of the things that cannot be written again: anchors of comments, and originals behind placeholders.</summary>
internal static class LostParts
{
    public const string Marker = "ac:inline-comment-marker";

    /// <param name="givenUp">What was taken away by name: no loss.</param>
    public static void Find(StorageDocument before, Document page, string after, IReadOnlyList<Block> altered, LossLog losses, GivenUp? givenUp = null)
    {
        losses.Line = 0;
        if (before.Source.Contains(Marker, StringComparison.Ordinal)) FindMarkers(before, StorageDocument.Parse(after), losses, givenUp);

        foreach ((string handle, string name) in Placeholders.Gone(page.Blocks, altered))
        {
            if (givenUp?.Has(handle) != true) losses.Add($"{name} #{handle}");
        }
    }

    public static void FindMarkers(StorageDocument before, StorageDocument after, LossLog losses, GivenUp? givenUp = null)
    {
        HashSet<string> kept = [.. after.Descendants().Where(element => element.Name == Marker).Select(element => element["ac:ref"] ?? "")];
        foreach (StorageElement marker in before.Descendants().Where(element => element.Name == Marker))
        {
            if (!kept.Contains(marker["ac:ref"] ?? "") && givenUp?.Has(marker.Start) != true) losses.Add($"inline comment anchor on \"{Shorten(PlainText.Of(marker))}\"");
        }
    }

    private static string Shorten(string words)
    {
        string line = words.ReplaceLineEndings(" ").Trim();
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 57), "…");
    }
}
