using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>What both sides made of the columns of a table, as its first row tells.</summary>
/// <param name="Mine">Null where we left the columns as they were.</param>
/// <param name="Theirs">Null where they did.</param>
internal sealed record TableColumns(SideAlignment? Mine, SideAlignment? Theirs)
{
    /// <returns>What became of the columns of a table; null where each is where it was.</returns>
    public static SideAlignment? Changed(MergeSide original, Block was, MergeSide side, Block now)
    {
        IReadOnlyList<Block> before = ((TableRow)was).Blocks, after = ((TableRow)now).Blocks;
        return before.Count == after.Count && !HaveOtherOrder([.. before.Select(original.TextOf)], [.. after.Select(side.TextOf)]) ? null : new SideAlignment(original, before, side, after);
    }

    /// <summary>Whether a row fits into the table of the other side, which changed the columns.</summary>
    /// <param name="isNew">Whether the row is; else its cells are changed.</param>
    public static bool Fits(SideAlignment? columns, bool isNew) => columns is null || (!isNew && !columns.IsReordering);

    private static bool HaveOtherOrder(string[] before, string[] after) =>
        before.Index().Any(cell => after[cell.Index] != cell.Item && before.Count(text => text == cell.Item) == 1 && after.Contains(cell.Item));
}
