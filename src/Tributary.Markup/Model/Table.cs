namespace Tributary.Markup.Model;

/// <param name="Blocks">Its rows, all of them <see cref="TableRow"/>.</param>
internal sealed record Table(IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}

/// <param name="Blocks">Its cells, all of them <see cref="TableCell"/>, without the places that a merged cell covers.</param>
internal sealed record TableRow(IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}

internal enum CellAlignment
{
    None,
    Left,
    Center,
    Right,
}

/// <param name="ColumnSpan">1 unless cells are merged; so is <paramref name="RowSpan"/>.</param>
internal sealed record TableCell(bool IsHeader, int ColumnSpan, int RowSpan, CellAlignment Alignment, IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}
