using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>Text that stands without a paragraph takes what comes to stand beside it into its line.</summary>
internal sealed class LooseLines(StorageDocument source)
{
    private BlockNature? nature;

    /// <summary>Whether what is written would be part of a line, and has to be a paragraph to be a block.</summary>
    /// <param name="isBesideText">Whether it comes to stand beside text.</param>
    public static bool IsInLine(string written, Lazy<bool> isBesideText)
    {
        if (written.StartsWith("<p>", StringComparison.Ordinal)) return false;
        StorageDocument fresh = StorageDocument.Parse(written);
        var own = BlockNature.Of(fresh.Root);
        if (fresh.Root.Children.Any(own.IsBlock)) return false;
        return !fresh.Root.Children.All(BlockReader.StandsByItself) || isBesideText.Value;
    }

    /// <param name="isGone">Whether what stands at a place of the source goes.</param>
    public bool IsBesideText(int at, Func<int, bool> isGone)
    {
        nature ??= BlockNature.Of(source.Root);
        StorageElement around = source.Root;
        while (around.Elements().FirstOrDefault(child => child.ContentStart <= at && at <= child.ContentEnd && child.ContentStart < child.End) is { } inner) around = inner;
        IReadOnlyList<StorageNode> nodes = around.Children;
        int next = 0, last = nodes.Count;
        while (next < last)
        {
            int middle = (next + last) / 2;
            if (nodes[middle].Start < at) next = middle + 1;
            else last = middle;
        }

        for (int i = next - 1; i >= 0 && !nature.IsBlock(nodes[i]); i--)
        {
            if (IsText(nodes[i])) return true;
        }

        for (int i = next; i < nodes.Count && !nature.IsBlock(nodes[i]); i++)
        {
            if (IsText(nodes[i])) return true;
        }

        return false;

        bool IsText(StorageNode node) => !BlockReader.StandsByItself(node) && !isGone(node.Start);
    }
}
