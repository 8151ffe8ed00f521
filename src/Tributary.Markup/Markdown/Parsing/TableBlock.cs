using Markdig.Parsers;
using Markdig.Syntax;
using CellAlignment = Tributary.Markup.Model.CellAlignment;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>A table of bars. Its lines are cut into paragraphs, a cell each, when all are read.</summary>
internal sealed class TableBlock(BlockParser parser, IReadOnlyList<CellAlignment> alignments) : ContainerBlock(parser)
{
    public IReadOnlyList<CellAlignment> Alignments { get; } = alignments;

    public List<string> Lines { get; } = [];
}

/// <summary>One line of a table; its children are paragraphs, one for each column.</summary>
/// <param name="cellsBeyond">How many more cells the line has, which are dropped as GitHub drops them.</param>
internal sealed class TableRowBlock(BlockParser parser, int cellsBeyond) : ContainerBlock(parser)
{
    public int CellsBeyond { get; } = cellsBeyond;
}

/// <param name="text">What stands between the bars.</param>
internal sealed class CellBlock(BlockParser parser, string text) : ParagraphBlock(parser)
{
    public string Text { get; } = text;
}
