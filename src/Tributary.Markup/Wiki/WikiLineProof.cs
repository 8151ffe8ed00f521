using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Whether a line that was put together of old and new parts says what it shall: signs mean what they mean by what stands beside them, so it is read again.
/// </summary>
internal static class WikiLineProof
{
    public static bool SaysTheSame(string spliced, string written, WikiLine kind, WikiPlace place) =>
        Line(spliced, kind, place) is { } one && Line(written, kind, place) is { } other && MarkdownWriter.Canonical(one) == MarkdownWriter.Canonical(other);

    /// <summary>The line as it is read in its block; null where it is no longer one line of text.</summary>
    private static IReadOnlyList<Inline>? Line(string text, WikiLine kind, WikiPlace place)
    {
        string wiki = (kind, place) switch
        {
            (WikiLine.Heading, _) => $"h1. {text}",
            (WikiLine.Quote, _) => $"bq. {text}",
            (_, WikiPlace.Item) => $"# {text}",
            (_, WikiPlace.Cell) => $"|{text}|",
            _ => text,
        };
        return WikiModel.Read(wiki).Blocks is [var only] ? Inner(only) : null;
    }

    private static IReadOnlyList<Inline>? Inner(Block block) => block switch
    {
        TextBlock line => line.Inlines,
        ContainerBlock { Blocks: [var only] } and (Quote or ListBlock or ListItem or Table or TableRow or TableCell) => Inner(only),
        _ => null,
    };
}
