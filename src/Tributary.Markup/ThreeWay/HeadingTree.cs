using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>Under which heading the blocks of a list stand.</summary>
internal static class HeadingTree
{
    /// <returns>For each block the place of the heading that it stands under, for a heading of a higher one; -1 where there is none.</returns>
    public static int[] Of(IReadOnlyList<Block> blocks)
    {
        int[] headings = new int[blocks.Count];
        for (int i = 0; i < blocks.Count; i++) headings[i] = Above(blocks, headings, i, blocks[i]);
        return headings;
    }

    /// <summary>The heading that a block would stand under at a place of the list.</summary>
    /// <param name="headings">What <see cref="Of"/> gives up to there.</param>
    public static int Above(IReadOnlyList<Block> blocks, int[] headings, int place, Block block)
    {
        int above = place == 0 ? -1 : blocks[place - 1] is Heading ? place - 1 : headings[place - 1];
        while (above >= 0 && !HoldsBelow(blocks[above], block)) above = headings[above];
        return above;
    }

    /// <summary>Whether a heading in front of a block takes it into its section.</summary>
    public static bool HoldsBelow(Block heading, Block block) => heading is Heading above && (block is not Heading below || above.Level < below.Level);
}
