namespace Tributary.Markup.Markdown;

/// <param name="Blocks">For each block of the document its lines: <c>Text[Blocks[i]]</c>. Empty for a block that shows nothing.</param>
internal sealed record MarkdownText(string Text, IReadOnlyList<Range> Blocks);
