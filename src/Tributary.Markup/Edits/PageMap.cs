using System.Globalization;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>Where a node stands.</summary>
/// <param name="Block">The node, or the line that it stands in.</param>
/// <param name="Inline">Null unless the node stands within a line.</param>
/// <param name="Parent">Null at the top of the page.</param>
internal sealed record Place(string Handle, Block Block, Inline? Inline, ContainerBlock? Parent, IReadOnlyList<Block> Siblings, int Index);

/// <summary>
/// Every node of a page by its handle, in document order: <c>h1</c> headings, <c>t1</c> tables, <c>c1</c> code, <c>i1</c> images, <c>k1</c> tasks, <c>l1</c> lists, <c>p1</c> paragraphs,
/// and <c>m1</c> what Markdown shows as a directive. They are the same for every read of the same version.
/// </summary>
internal sealed class PageMap
{
    private readonly Dictionary<string, Place> byHandle = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Block, Place> byBlock = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<char, int> last = [];
    private readonly List<Place> places = [];

    public PageMap(Document page)
    {
        Page = page;
        Walk(page.Blocks, null);
    }

    public Document Page { get; }

    /// <summary>Blocks without a handle of their own too, theirs being empty.</summary>
    public IReadOnlyList<Place> All => places;

    public Place? Find(string handle) => byHandle.GetValueOrDefault(handle.TrimStart('#'));

    public Place Of(Block block) => byBlock[block];

    /// <summary>The last handle of its kind, for who asked for one that is not there.</summary>
    public string? LastLike(string handle) =>
        handle.TrimStart('#') is [var kind, ..] && last.TryGetValue(char.ToLowerInvariant(kind), out int count) ? Handle(char.ToLowerInvariant(kind), count) : null;

    private static string Handle(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");

    private void Walk(IReadOnlyList<Block> blocks, ContainerBlock? parent)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            var place = new Place(HandleOf(block), block, null, parent, blocks, i);
            places.Add(place);
            byBlock.TryAdd(block, place);
            if (place.Handle.Length > 0) byHandle.TryAdd(place.Handle, place);
            if (block is TextBlock line) Walk(line.Inlines, place);
            if (block is ContainerBlock container) Walk(container.Blocks, container);
        }
    }

    private void Walk(IReadOnlyList<Inline> inlines, Place line)
    {
        foreach (Inline inline in inlines)
        {
            string handle = inline switch
            {
                Image => Next('i'),
                InlineDirective { Handle: { } given } => given,
                _ => "",
            };
            if (handle.Length > 0)
            {
                Place place = line with { Handle = handle, Inline = inline };
                places.Add(place);
                byHandle.TryAdd(handle, place);
                if (handle[0] == 'm') Count(handle);
            }

            if (inline is Link link) Walk(link.Inlines, line);
        }
    }

    private string HandleOf(Block block)
    {
        switch (block)
        {
            case Directive { Handle: { } given }:
                Count(given);
                return given;
            case Heading: return Next('h');
            case Table: return Next('t');
            case CodeBlock: return Next('c');
            case ListItem { IsDone: not null }: return Next('k');
            case ListBlock: return Next('l');
            case Paragraph: return Next('p');
            default: return "";
        }
    }

    private string Next(char kind) => Handle(kind, last[kind] = last.GetValueOrDefault(kind) + 1);

    private void Count(string handle)
    {
        if (handle is ['m', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int given))
            last['m'] = Math.Max(last.GetValueOrDefault('m'), given);
    }
}
