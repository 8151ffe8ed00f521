using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.ThreeWay;

/// <summary>A page as one of the three has it: its source, and the blocks that were read from it.</summary>
/// <param name="IsJson">Whether blocks are members of JSON arrays, with commas between them.</param>
internal sealed record MergeSide(string Source, Document Page, bool IsJson)
{
    private const int MostWords = 2_000;

    public string TextOf(Block block) => Source[StartOf(block)..EndOf(block)];

    /// <summary>Whether another text says the same: blanks between the tokens of JSON are nobody's change.</summary>
    public bool IsAlike(string other) => Source == other || (IsJson && JsonCommas.Compact(Source) == JsonCommas.Compact(other));

    // Loose text stands as a paragraph together with the blanks around it, which are nobody's change.
    public int StartOf(Block block)
    {
        int start = block.Origin!.Start;
        while (start < block.Origin.End && char.IsWhiteSpace(Source[start])) start++;
        return start;
    }

    public int EndOf(Block block)
    {
        int start = StartOf(block), end = block.Origin!.End;
        while (end > start && char.IsWhiteSpace(Source[end - 1])) end--;
        return end;
    }

    /// <summary>The words that a block is known by: of a line those that it says, else those of the source, its tags among them.</summary>
    public HashSet<string> WordsOf(Block block)
    {
        string text = block is TextBlock line ? MarkdownWriter.Canonical(line.Inlines) : TextOf(block);
        return [.. Words.Of(text).Where(word => !Words.IsSpace(text.AsSpan(word.Start, word.End - word.Start))).Take(MostWords).Select(word => text[word.Start..word.End])];
    }
}
