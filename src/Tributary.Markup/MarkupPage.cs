using System.Text;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Edits;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup;

/// <summary>A body of a page read once, to be looked at in several ways. Handles are those of the whole page in all of them.</summary>
public sealed class MarkupPage
{
    private readonly string source;
    private readonly Loss? fault;
    private readonly Func<MarkdownOptions?, MarkdownOptions> complete;
    private readonly Lazy<Document> page;
    private readonly Lazy<PageMap> map;
    private readonly Lazy<IReadOnlyList<Section>> sections;
    private readonly Dictionary<Block, int> sizes = new(ReferenceEqualityComparer.Instance);

    /// <param name="fault">Why the source cannot be read as a whole.</param>
    /// <param name="complete">Adds to the caller's options what the format itself knows.</param>
    private MarkupPage(string source, Loss? fault, Func<MarkdownOptions?, MarkdownOptions> complete, Func<Document> read)
    {
        (this.source, this.fault, this.complete) = (source, fault, complete);
        page = new(read, LazyThreadSafetyMode.None);
        map = new(() => new PageMap(page.Value), LazyThreadSafetyMode.None);
        sections = new(() => Headings.Of(map.Value), LazyThreadSafetyMode.None);
    }

    /// <summary>Reads any text as storage format.</summary>
    public static MarkupPage OfStorage(string storage)
    {
        StorageDocument source = StorageDocument.Parse(storage);
        Loss? fault = source.IsComplete ? null : new Loss("markup that is not well-formed, or nested too deep", "", 1);
        return new MarkupPage(storage, fault, StorageFormat.ByPlainId, () => StorageModel.Read(source));
    }

    /// <summary>Reads ADF; a text that is none is a page without contents, and the fault is a loss of its Markdown.</summary>
    public static MarkupPage OfAdf(string adf)
    {
        AdfTree tree = AdfTree.Read(adf);
        return new MarkupPage(adf, tree.Error is { } error ? AdfDocument.Loss(error) : null, options => AdfDocument.WithNames(options, tree), () => AdfDocument.Read(tree));
    }

    /// <summary>Every heading in document order.</summary>
    public IReadOnlyList<OutlineHeading> Outline() => [.. sections.Value.Select(Shown)];

    /// <summary>The section under a heading, named by its text, its path (<c>Install &gt; Linux</c>) or its handle, upper and lower case alike.</summary>
    public SectionMatch Section(string heading) => Headings.Find(sections.Value, heading) switch
    {
        [var only] => new SectionMatch(Shown(only), source[StartOf(only)..EndOf(only)], []),
        [] => new SectionMatch(null, null, [.. sections.Value.Select(section => section.Path)]),
        var several => new SectionMatch(null, null, [.. several.Select(section => section.Path)]),
    };

    /// <summary>Markdown that shows everything a reader of the page sees, and names what it cannot say.</summary>
    /// <param name="section">Only this part of the page.</param>
    public Conversion ToMarkdown(MarkdownOptions? options = null, OutlineHeading? section = null)
    {
        Document shown = section is null ? page.Value : new Document([.. SectionOf(section).Blocks]);
        return new Conversion(MarkdownWriter.Write(shown, complete(options)).Text, fault is null ? [] : [fault]);
    }

    /// <summary>How long a section is as Markdown, in UTF-8 bytes.</summary>
    public int MarkdownBytes(OutlineHeading heading) => SectionOf(heading).Blocks.Sum(SizeOf);

    /// <summary>
    /// The handles that can be edited under a heading and above the next one, such as <c>t1 m2-m4</c>: tables, code, images, tasks, and what Markdown shows as a directive.
    /// </summary>
    /// <param name="heading">Null for what stands above the first heading.</param>
    public string Nodes(OutlineHeading? heading)
    {
        IReadOnlyList<Place> places = map.Value.All;
        int start = 0;
        while (heading is not null && places[start].Handle != heading.Handle) start++;
        IEnumerable<string> handles = places.Skip(heading is null ? 0 : start + 1).TakeWhile(place => place is not { Block: Heading, Inline: null }).Select(place => place.Handle);
        return HandleRanges.Of(handles.Where(handle => handle is ['t' or 'c' or 'i' or 'k' or 'm', ..]));
    }

    /// <summary>What the page's own properties say, in document order.</summary>
    public IReadOnlyList<PageProperty> Properties(MarkdownOptions? options = null) => PageProperties.Of(page.Value, complete(options));

    private Section SectionOf(OutlineHeading heading) => sections.Value.First(section => section.Place.Handle == heading.Handle);

    private int SizeOf(Block block)
    {
        if (!sizes.TryGetValue(block, out int size)) sizes.Add(block, size = Encoding.UTF8.GetByteCount(MarkdownWriter.Canonical(block)) + 2);
        return size;
    }

    private OutlineHeading Shown(Section section) => new(section.Heading.Level, section.Text, section.Path, section.Place.Handle, StartOf(section), EndOf(section));

    private static int StartOf(Section section) => section.Heading.Origin!.Start;

    private static int EndOf(Section section) => section.End < section.Place.Siblings.Count ? section.Place.Siblings[section.End].Origin!.Start : section.Place.Siblings[section.End - 1].Origin!.End;
}
