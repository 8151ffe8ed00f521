using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Edits;
using Tributary.Markup.ThreeWay;

namespace Tributary.Tools.Reading;

/// <summary>The format that Confluence keeps a page's body in: storage format, or ADF for a page of Cloud that has only that.</summary>
/// <param name="Change">Markdown onto the body that it was made from.</param>
/// <param name="FaultOf">Why Confluence would refuse a body, and where.</param>
internal sealed record PageMarkup(
    string Name,
    Func<string, MarkupPage> Read,
    Func<string, Conversion> Create,
    Func<string, string, MarkdownOptions, Conversion> Change,
    Func<string, IReadOnlyList<EditOperation>, MarkdownOptions, EditResult> Edit,
    Func<string, string, BodyMerge> Merge,
    Func<string, string?> FaultOf)
{
    public static readonly PageMarkup Storage = new(
        "storage format", MarkupPage.OfStorage, StorageFormat.FromMarkdown, StorageFormat.FromMarkdown, StorageFormat.Edit, BodyMerge.OfStorage,
        body => StorageFormat.Validate(body) is { } fault ? $"{fault.Message} (line {fault.Line}, column {fault.Column})" : null);

    private static readonly PageMarkup Adf = new(
        "ADF", MarkupPage.OfAdf, AdfDocument.FromMarkdown, AdfDocument.FromMarkdown, AdfDocument.Edit, BodyMerge.OfAdf,
        body => AdfDocument.Validate(body) is { } fault ? $"{fault.Message} (line {fault.Line}, column {fault.Column})" : null);

    /// <param name="url">Where the body is read.</param>
    public static MarkdownOptions OptionsAt(string url) => new() { Site = Uri.TryCreate(url, UriKind.Absolute, out Uri? site) ? site : null };

    public static PageMarkup Of(Page page) => page.Body?.Format == BodyFormat.AtlasDocFormat ? Adf : Storage;
}
