using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.ThreeWay;

/// <summary>What we made of a body, to be brought together with what others made of it: by node, so that changes which lie apart are both kept.</summary>
public sealed class BodyMerge
{
    private readonly Func<string, MergeSide> read;
    private readonly MergeSide original;
    private readonly MergeSide ours;
    private readonly Lazy<bool> isWhole;

    private BodyMerge(string original, string ours, Func<string, MergeSide> read)
    {
        this.read = read;
        this.original = read(original);
        this.ours = read(ours);

        // Brought into the page as it was, our changes must give our page: else some of them lie where no block is.
        isWhole = new(() => PageMerge.Of(this.original, this.ours, this.original).Text is { } again && this.ours.IsAlike(again));
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
        return isWhole.Value
            ? PageMerge.Of(original, ours, read(theirs))
            : new MergeResult(null, [new MergeConflict("", "changes outside the blocks of the page", "another version")]);
    }
}
