using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.ThreeWay;

/// <summary>What we made of a body, to be brought together with what others made of it: by node, so that changes which lie apart are both kept.</summary>
public sealed class StorageMerge
{
    private readonly MergeSide original;
    private readonly MergeSide ours;
    private readonly Lazy<bool> isWhole;

    /// <param name="original">The body that we began with.</param>
    public StorageMerge(string original, string ours)
    {
        this.original = Side(original);
        this.ours = Side(ours);

        // Brought into the page as it was, our changes must give our page: else some of them lie where no block is.
        isWhole = new(() => PageMerge.Of(this.original, this.ours, this.original).Text == ours);
    }

    /// <param name="theirs">What was stored meanwhile: the result is this with our changes.</param>
    public MergeResult Into(string theirs)
    {
        if (ours.Source == original.Source) return new MergeResult(theirs, []);
        if (theirs == original.Source || theirs == ours.Source) return new MergeResult(ours.Source, []);
        return isWhole.Value
            ? PageMerge.Of(original, ours, Side(theirs))
            : new MergeResult(null, [new MergeConflict("", "changes outside the blocks of the page", "another version")]);
    }

    private static MergeSide Side(string storage) => new(storage, StorageModel.Read(StorageDocument.Parse(storage)));
}
