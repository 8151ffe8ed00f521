using Tributary.Markup.FromMarkdown;
using Tributary.Markup.Reading;
using Tributary.Markup.Rendering;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup;

/// <summary>
/// Confluence storage format: checked, read, rendered and converted. Total: no text makes it throw, and its time is linear in the size of the text.
/// </summary>
public static class StorageFormat
{
    /// <summary>Null when Confluence would accept the body, else its first fault.</summary>
    public static StorageError? Validate(string storage) => new StorageValidator(storage).Validate();

    /// <summary>The words alone, a block a line: for an index and for excerpts.</summary>
    public static string ToPlainText(string storage) => PlainText.Of(StorageDocument.Parse(storage));

    /// <summary>Safe HTML as Confluence's <c>body.view</c> gives it.</summary>
    public static string ToView(string storage, ViewContext context) => new ViewWriter(StorageDocument.Parse(storage), context).Write();

    /// <summary>Every heading in document order.</summary>
    public static IReadOnlyList<OutlineHeading> Outline(string storage) => OutlineReader.Read(StorageDocument.Parse(storage));

    /// <summary>The section under a heading, named by its text or its path (<c>Install &gt; Linux</c>), upper and lower case alike.</summary>
    public static SectionMatch Section(string storage, string headingPath) => OutlineReader.Find(StorageDocument.Parse(storage), headingPath);

    /// <summary>Markdown that shows everything a reader of the page sees, and names what it cannot say.</summary>
    public static Conversion ToMarkdown(string storage, MarkdownOptions? options = null) => MarkdownWriter.Convert(StorageDocument.Parse(storage), options ?? new MarkdownOptions());

    /// <summary>Markdown as clean storage format, which <see cref="Validate"/> always accepts. HTML in it stays text, and is told among the losses.</summary>
    public static Conversion FromMarkdown(string markdown) => new StorageWriter().Write(markdown);

    /// <summary>What would be lost if the body were read as Markdown and written back. Errs on the side of telling too much.</summary>
    public static IReadOnlyList<Loss> Losses(string storage)
    {
        Conversion shown = ToMarkdown(storage);
        if (shown.Losses.Count > 0) return shown.Losses;

        // What has no name yet still shows: Markdown that is not the same after a round trip did not say everything.
        return ToMarkdown(FromMarkdown(shown.Text).Text).Text == shown.Text ? [] : [new Loss("formatting that Markdown cannot keep", "", 1)];
    }
}
