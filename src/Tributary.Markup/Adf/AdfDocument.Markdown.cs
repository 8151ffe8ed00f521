using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Edits;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>ADF to Markdown and back.</summary>
public static partial class AdfDocument
{
    /// <summary>Null where the text is a document that can be read, else its first fault: no JSON, a name given twice, nested too deep, too long, or no node of type <c>doc</c>.</summary>
    public static AdfError? Validate(string adf) => AdfTree.Read(adf).Error;

    /// <summary>Markdown that shows everything a reader of the document sees. What Markdown cannot say stands as a directive, see docs/markup/notation.md.</summary>
    /// <returns>Nothing but a loss where <see cref="Validate"/> finds a fault.</returns>
    public static Conversion ToMarkdown(string adf, MarkdownOptions? options = null) => MarkupPage.OfAdf(adf).ToMarkdown(options);

    /// <summary>Markdown as a new document, valid by ADF's schema.</summary>
    public static Conversion FromMarkdown(string markdown)
    {
        var losses = new LossLog();
        return new Conversion(new AdfRenderer(losses).Write(MarkdownReader.Read(markdown, losses)), losses.ToList());
    }

    /// <summary>
    /// A document that was read with <see cref="ToMarkdown"/>, as the changed Markdown says it: every block and word that is the same keeps its JSON text, and only what differs is written.
    /// </summary>
    /// <param name="baseAdf">The document that the Markdown was made from. Where <see cref="Validate"/> finds a fault in it, it is told as a loss and the Markdown becomes a new document.</param>
    /// <param name="options">Those that it was made with.</param>
    /// <returns>The new document; among the losses, the placeholders that are gone by name and handle, and comments whose words are gone.</returns>
    public static Conversion FromMarkdown(string markdown, string baseAdf, MarkdownOptions? options = null)
    {
        AdfTree tree = AdfTree.Read(baseAdf);
        if (tree.Error is { } error)
        {
            Conversion fresh = FromMarkdown(markdown);
            return fresh with { Losses = [Loss(error), .. fresh.Losses] };
        }

        Document page = AdfModel.Read(tree);
        var losses = new LossLog();
        IReadOnlyList<Block> altered = PageAlignment.Of(page, MarkdownWriter.Write(page, WithNames(options, tree)), markdown, losses, options?.Site);
        if (ReferenceEquals(altered, page.Blocks)) return new Conversion(baseAdf, losses.ToList());
        string text = AdfEmitter.Emit(tree, page, altered, losses).Apply();
        AdfLost.Find(tree, page, AdfTree.Read(text), altered, losses);
        return new Conversion(text, losses.ToList());
    }

    internal static Document Read(AdfTree tree) => tree.Error is null ? AdfModel.Read(tree) : new Document([]);

    internal static Loss Loss(AdfError error) => new($"document that is no ADF ({error.Message})", $"line {error.Line}", 1);

    /// <summary>Carries out operations on a document, all or none. JSON outside of what they name stays as it is.</summary>
    /// <param name="options">Those that the document was read with.</param>
    public static EditResult Edit(string adf, IReadOnlyList<EditOperation> operations, MarkdownOptions? options = null)
    {
        AdfTree tree = AdfTree.Read(adf);
        if (tree.Error is { } error) return new EditResult(adf, [], [], [new EditProblem(EditProblemCode.Invalid, 1, $"The body is no ADF that can be edited: {error}", [])]);

        Document page = AdfModel.Read(tree);
        LossLog losses = new(), notes = new();
        (IReadOnlyList<Block> blocks, GivenUp givenUp, IReadOnlyList<EditProblem> problems) = Editor.Apply(page, operations, losses, notes, options?.Site);
        if (problems.Count > 0 || ReferenceEquals(blocks, page.Blocks)) return new EditResult(adf, [], notes.ToList(), problems);

        string edited = AdfEmitter.Emit(tree, page, blocks, losses).Apply();
        AdfLost.Find(tree, page, AdfTree.Read(edited), blocks, losses, givenUp);
        return new EditResult(edited, losses.ToList(), notes.ToList(), []);
    }

    /// <summary>Where nobody knows better, people are called as the document calls them.</summary>
    internal static MarkdownOptions WithNames(MarkdownOptions? options, AdfTree tree)
    {
        options ??= new MarkdownOptions();
        Func<string, string?> known = options.UserName;
        Lazy<IReadOnlyDictionary<string, string>> names = new(() => tree.Root is null ? new Dictionary<string, string>() : AdfPeople.Names(tree.Root));
        return options with { UserName = id => known(id) ?? names.Value.GetValueOrDefault(id) };
    }
}
