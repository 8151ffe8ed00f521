using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <param name="Blocks">For each block of the document the lines of the Markdown that it was read from.</param>
internal sealed record MarkdownParse(Document Document, IReadOnlyList<Range> Blocks);
