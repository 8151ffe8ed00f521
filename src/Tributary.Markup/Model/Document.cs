namespace Tributary.Markup.Model;

/// <summary>What a page says, in words that storage format, ADF, wiki markup and Markdown share. Every part that was read knows where in its source it stands.</summary>
internal sealed record Document(IReadOnlyList<Block> Blocks);

/// <summary>
/// The place a part was read from: <c>source[Start..End]</c> is exactly its text. Each format adds what it needs to write the part again in place.
/// </summary>
internal abstract record Origin(int Start, int End);
