using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

internal sealed partial class Editor
{
    private const string WhereMatchesLie = "A match lies within one paragraph, heading, cell or code block.";
    private const int LongestCandidate = 200;

    /// <summary>Says what on the page holds the words though they are no text of a line, and how that is changed.</summary>
    private EditProblem NoMatch(IReadOnlyList<Block> scope, string find, TextPattern? shown, int number)
    {
        if (shown is { Asked: not null } && TextMatch.Of(scope, shown.WithoutLook()) is { Count: > 0 } same)
        {
            string[] places = [.. same.Take(MostCandidates).Select(match => $"{locator.Map.Of(match.Block).Handle} {MarkdownWriter.Canonical(match.Block)}")];
            return new EditProblem(EditProblemCode.NotFound, number, "`find` matches nothing: its words stand there without the marks or links that it gives.", [.. places.Select(Shorten).Distinct()]);
        }

        HashSet<string> kinds = [.. shown?.Objects.Select(KindOf) ?? []];
        string words = find.Trim();
        var blocks = new HashSet<Block>(Merging.Placeholders.Blocks(scope), ReferenceEqualityComparer.Instance);
        var candidates = new List<string>();
        foreach (Place place in locator.Map.All)
        {
            if (candidates.Count == MostCandidates) break;
            if (place.Inline is not null || !blocks.Contains(place.Block)) continue;
            if (Holder(place, words) is { } holder) candidates.Add(holder);
            if (place.Block is TextBlock line) candidates.AddRange(Objects(line.Inlines).Where(piece => kinds.Contains(KindOf(piece)) || (kinds.Count == 0 && Holds(piece, words))).Select(piece => $"{place.Handle} {TextMatch.Told(piece)}"));
        }

        string message = candidates.Count == 0 ? "" : kinds.Count > 0 ? " What is no text must be written as the page shows it." : " The words stand in what is no text of a line: give that whole as `find`, or use the operation that is named.";
        return new EditProblem(EditProblemCode.NotFound, number, $"`find` matches nothing. {WhereMatchesLie}{message}", [.. candidates.Distinct().Take(MostCandidates)]);
    }

    private static string Shorten(string line) => line.Length <= LongestCandidate ? line : string.Concat(line.AsSpan(0, LongestCandidate), "…");

    private static IEnumerable<Inline> Objects(IReadOnlyList<Inline> line) => line.SelectMany(piece => piece is Link { Inlines.Count: > 0 } link ? [link, .. Objects(link.Inlines)] : piece is Text or Code or Break ? Array.Empty<Inline>() : [piece]);

    private static string KindOf(Inline piece) => piece is InlineDirective directive ? directive.Name : piece.GetType().Name;

    // The name of a person stands in the Markdown alone.
    private static bool Holds(Inline piece, string words) => words.Length > 0 && piece switch
    {
        Mention => words[0] == '@',
        InlineDirective directive => Has(directive.Label, words) || directive.Attributes.Any(attribute => Has(attribute.Value, words)),
        Image image => Has(image.Alt, words) || Has(image.Address, words) || Has(image.Title ?? "", words) || image.Attributes.Any(attribute => Has(attribute.Value, words)),
        Link link => Has(link.Address, words) || Has(link.Title ?? "", words),
        _ => false,
    };

    private static string? Holder(Place place, string words) => words.Length == 0 ? null : place.Block switch
    {
        Alert alert when Has(alert.Title, words) => $"the title of \"> [!{alert.Kind}] {alert.Title}\": replace the section that holds it",
        Directive directive when place.Handle.Length > 0 && (Has(directive.Label, words) || directive.Attributes.Any(attribute => Has(attribute.Value, words))) => $"{place.Handle} {directive.Name}: set_parameter",
        CodeBlock code when Has(code.Language, words) || code.Attributes.Any(attribute => Has(attribute.Value, words)) => $"{place.Handle} code: set_parameter",
        _ => null,
    };

    private static bool Has(string text, string words) => VisibleText.Of(text).Contains(words, StringComparison.Ordinal);
}
