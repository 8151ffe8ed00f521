using System.Text;
using Tributary.Markup.Constructs.Headings;
using Tributary.Markup.Constructs.Mentions;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Rendering;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup;

/// <summary>
/// Confluence storage format: checked, read, rendered and converted. Total: no text makes it throw, and its time is linear in the size of the text.
/// </summary>
public static partial class StorageFormat
{
    /// <summary>Null when Confluence would accept the body, else its first fault.</summary>
    public static StorageError? Validate(string storage) => new StorageValidator(storage).Validate();

    /// <summary>The words alone, a block a line: for an index and for excerpts.</summary>
    public static string ToPlainText(string storage) => PlainText.Of(StorageDocument.Parse(storage));

    /// <summary>Safe HTML as Confluence's <c>body.view</c> gives it.</summary>
    public static string ToView(string storage, ViewContext context) => new ViewWriter(StorageDocument.Parse(storage), context).Write();

    /// <summary>Every heading in document order.</summary>
    public static IReadOnlyList<OutlineHeading> Outline(string storage) => MarkupPage.OfStorage(storage).Outline();

    /// <summary>The section under a heading, named by its text or its path (<c>Install &gt; Linux</c>), upper and lower case alike.</summary>
    public static SectionMatch Section(string storage, string headingPath) => MarkupPage.OfStorage(storage).Section(headingPath);

    /// <summary>Markdown that shows everything a reader of the page sees. What Markdown cannot say stands as a directive, see docs/markup/notation.md.</summary>
    public static Conversion ToMarkdown(string storage, MarkdownOptions? options = null) => MarkupPage.OfStorage(storage).ToMarkdown(options);

    /// <summary>Markdown as clean storage format, which <see cref="Validate"/> always accepts. HTML in it stays text, and is told among the losses.</summary>
    public static Conversion FromMarkdown(string markdown) => FromMarkdown(markdown, new StorageOptions());

    /// <summary>The same, with what a new page may have besides.</summary>
    public static Conversion FromMarkdown(string markdown, StorageOptions options)
    {
        var losses = new LossLog();
        var storage = new StringBuilder();
        IReadOnlyList<Block> blocks = MarkdownReader.Read(markdown, losses).Blocks;
        if (options.HeadingAnchors) blocks = HeadingAnchors.Add(blocks);
        new StorageRenderer(losses) { TableLayout = options.TableLayout }.WriteBlocks(blocks, storage);
        return new Conversion(storage.ToString(), losses.ToList());
    }

    /// <summary>
    /// A page that was read with <see cref="ToMarkdown"/>, as the changed Markdown says it: every block and word that is the same keeps its bytes, and only what differs is written.
    /// </summary>
    /// <param name="baseStorage">The body that the Markdown was made from.</param>
    /// <param name="options">Those that it was made with.</param>
    /// <returns>The new body; among the losses, the placeholders that are gone by name and handle, and comments whose words are gone.</returns>
    public static Conversion FromMarkdown(string markdown, string baseStorage, MarkdownOptions? options = null)
    {
        StorageDocument source = StorageDocument.Parse(baseStorage);
        Document page = StorageModel.Read(source);
        var losses = new LossLog();
        IReadOnlyList<Block> altered = PageAlignment.Of(page, MarkdownWriter.Write(page, ByPlainId(options)), markdown, losses, options?.Site);
        if (ReferenceEquals(altered, page.Blocks)) return new Conversion(baseStorage, losses.ToList());
        string text = StorageEmitter.Emit(source, page, altered, losses).Apply();
        LostParts.Find(source, page, text, altered, losses);
        return new Conversion(text, losses.ToList());
    }

    /// <summary>The comments on words of a body that stand on none in another one.</summary>
    public static IReadOnlyList<Loss> CommentsGone(string before, string after)
    {
        var losses = new LossLog();
        LostParts.FindMarkers(StorageDocument.Parse(before), StorageDocument.Parse(after), losses);
        return losses.ToList();
    }

    // A caller knows people by the id alone; the model says what kind of id it is.
    internal static MarkdownOptions ByPlainId(MarkdownOptions? options) =>
        options is null ? new MarkdownOptions() : options with { UserName = id => options.UserName(UserReference.PlainId(id)) };
}
