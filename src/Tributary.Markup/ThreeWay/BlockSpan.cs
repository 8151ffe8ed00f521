using System.Text;
using System.Text.RegularExpressions;
using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>What a side has between two blocks: other blocks, and what is none around them.</summary>
internal sealed partial class BlockSpan
{
    private readonly MergeSide side;
    private readonly IReadOnlyList<Block> blocks;

    /// <param name="from">The place of the block in front; -1 for the beginning of the list.</param>
    /// <param name="to">The place of the block behind; the number of blocks for the end.</param>
    public BlockSpan(MergeSide side, IReadOnlyList<Block> blocks, int from, int to, bool isPage)
    {
        (this.side, this.blocks, First, Last) = (side, blocks, from + 1, to);
        Start = from >= 0 ? side.EndOf(blocks[from]) : isPage ? 0 : side.StartOf(blocks[0]);
        End = to < blocks.Count ? side.StartOf(blocks[to]) : isPage ? side.Source.Length : side.EndOf(blocks[^1]);
        Text = side.Source[Start..End];
    }

    public int Start { get; }

    public int End { get; }

    public int First { get; }

    /// <summary>Behind the last.</summary>
    public int Last { get; }

    public string Text { get; }

    /// <summary>The text without what the blocks say: their number, and what stands around them.</summary>
    public string Frame => string.Join('\0', Enumerable.Range(First, Last - First + 1).Select(i => side.Source[(i == First ? Start : side.EndOf(blocks[i - 1]))..(i == Last ? End : side.StartOf(blocks[i]))]));

    /// <summary>What is no block, without the blanks: comments and empty paragraphs.</summary>
    /// <param name="isOneRun">Blocks in a row of whom each is such a one take along what stands between them.</param>
    public string Loose(Func<int, bool> isOneRun)
    {
        var loose = new StringBuilder();
        int at = Start;
        for (int i = First; i <= Last; i++)
        {
            int next = i < Last ? side.StartOf(blocks[i]) : End;
            bool isWithin = i > First && i < Last && isOneRun(i - 1) && isOneRun(i);
            if (!isWithin) loose.Append(side.Source.AsSpan(at, next - at).Trim());
            if (i < Last) at = side.EndOf(blocks[i]);
        }

        string text = Blanks().Replace(loose.ToString(), "><");
        return side.IsJson ? JsonCommas.Compact(text).Replace(",", "", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@">\s+<", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
