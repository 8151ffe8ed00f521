using Tributary.Markup.Model;
using Tributary.Markup.Wiki;

namespace Tributary.Tests.Markup.Wiki;

internal static class Origins
{
    /// <summary>Every block of the page has a place, within its parent and after the one before.</summary>
    public static void Check(string wiki) => Check(WikiModel.Read(wiki).Blocks, 0, wiki.Length);

    private static void Check(IReadOnlyList<Block> blocks, int start, int end)
    {
        int at = start;
        foreach (Block block in blocks)
        {
            WikiOrigin origin = Assert.IsType<WikiOrigin>(block.Origin);
            Assert.True(at <= origin.Start && origin.Start <= origin.BodyStart && origin.BodyStart <= origin.BodyEnd && origin.BodyEnd <= origin.End && origin.End <= end, $"{block.GetType().Name} {origin} in {at}..{end}");
            if (block is ContainerBlock container) Check(container.Blocks, origin.BodyStart, origin.BodyEnd);
            at = origin.End;
        }
    }
}
