using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Converting;

/// <summary>A format that bodies are written in. Markdown stands between any two others.</summary>
/// <param name="FaultOf">Why a text is not of this format at all; null where it can be read.</param>
/// <param name="Change">Markdown onto the text that it was made from: what it says alike keeps its characters.</param>
internal sealed record TextFormat(
    string Name,
    Func<string, string?> FaultOf,
    Func<string, Conversion> ToMarkdown,
    Func<string, Conversion> FromMarkdown,
    Func<string, string, Conversion> Change)
{
    public static readonly TextFormat Markdown = new("markdown", NoFault, Same, Same, (markdown, _) => Same(markdown));

    public static IReadOnlyList<TextFormat> All { get; } =
    [
        new("storage", NoFault, text => StorageFormat.ToMarkdown(text), StorageFormat.FromMarkdown, (markdown, source) => StorageFormat.FromMarkdown(markdown, source)),
        Markdown,
        new("adf", text => AdfDocument.Validate(text)?.ToString(), text => AdfDocument.ToMarkdown(text), AdfDocument.FromMarkdown, (markdown, source) => AdfDocument.FromMarkdown(markdown, source)),
        new("wiki", NoFault, text => WikiMarkup.ToMarkdown(text), WikiMarkup.FromMarkdown, (markdown, source) => WikiMarkup.FromMarkdown(markdown, source)),
    ];

    public static TextFormat Named(string name) => All.First(format => format.Name == name);

    private static string? NoFault(string text) => null;

    private static Conversion Same(string text) => new(text, []);
}
