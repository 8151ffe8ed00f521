using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.ThreeWay;

/// <summary>What we made of a body, to be brought together with what others made of it: by node, so that changes which lie apart are both kept.</summary>
public sealed class BodyMerge
{
    private const int Around = 60;

    private readonly Func<string, MergeSide> read;
    private readonly MergeSide original;
    private readonly MergeSide ours;
    private readonly Lazy<MergeConflict?> missed;

    private BodyMerge(string original, string ours, Func<string, MergeSide> read)
    {
        this.read = read;
        this.original = read(original);
        this.ours = read(ours);
        missed = new(Missed);
    }

    /// <param name="original">The body that we began with.</param>
    public static BodyMerge OfStorage(string original, string ours) =>
        new(original, ours, storage => new MergeSide(storage, StorageModel.Read(StorageDocument.Parse(storage)), IsJson: false));

    /// <param name="original">The body that we began with.</param>
    public static BodyMerge OfAdf(string original, string ours) => new(original, ours, adf => new MergeSide(adf, AdfDocument.Read(AdfTree.Read(adf)), IsJson: true));

    /// <param name="theirs">What was stored meanwhile: the result is this with our changes.</param>
    public MergeResult Into(string theirs)
    {
        if (ours.Source == original.Source) return new MergeResult(theirs, []);
        if (theirs == original.Source || theirs == ours.Source) return new MergeResult(ours.Source, []);
        if (missed.Value is { } conflict) return new MergeResult(null, [conflict]);

        MergeSide side = read(theirs);
        MergeResult merged = PageMerge.Of(original, ours, side);
        return merged.Text is { } text && Marks.Doubled(text, original.Source, ours.Source, theirs) is { } mark
            ? new MergeResult(null, [new MergeConflict("", $"{mark} (in one place)", $"{mark} (in another place)")])
            : merged;
    }

    /// <summary>Brought into the page as it was, our changes must give our page: else some of them lie where no block is.</summary>
    private MergeConflict? Missed()
    {
        MergeResult again = PageMerge.Of(original, ours, original);
        if (again.Text is not { } text) return again.Conflicts[0];
        return ours.IsAlike(text) ? null : new MergeConflict("", $"(between the blocks)\n{Different(ours.Source, text)}", $"(as it was)\n{Different(text, ours.Source)}");
    }

    /// <summary>A text where it begins to be another one.</summary>
    private static string Different(string text, string other)
    {
        int at = text.AsSpan().CommonPrefixLength(other), start = Math.Max(0, at - Around), end = Math.Min(text.Length, at + Around);
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }
}
