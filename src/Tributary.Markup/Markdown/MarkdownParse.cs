using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <param name="Blocks">For each block of the document the lines of the Markdown that it was read from.</param>
internal sealed record MarkdownParse(Document Document, IReadOnlyList<Range> Blocks)
{
    /// <summary>The structure was given up, and all of the text is words.</summary>
    public bool IsTooDeep { get; init; }
}
