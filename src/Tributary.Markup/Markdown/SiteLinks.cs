using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>
/// Links of a page that begin with a slash, and so lead to its own site: Markdown shows them whole, and what it says of them is taken back to the page's spelling.
/// </summary>
internal sealed class SiteLinks
{
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);

    private SiteLinks(HashSet<string> addresses, Uri site)
    {
        foreach (string address in addresses.Where(IsRooted))
        {
            // Where the page says the same address in both ways, Markdown has to say which one it means.
            string whole = (address.StartsWith("//", StringComparison.Ordinal) ? $"{site.Scheme}:" : site.GetLeftPart(UriPartial.Authority)) + address;
            if (!addresses.Contains(whole) && kept.TryAdd(whole, address)) shown.Add(address, whole);
        }
    }

    /// <summary>Null where nothing is to be said in another way.</summary>
    public static SiteLinks? Of(Document page, Uri? site)
    {
        if (site is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) return null;
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (Block block in page.Blocks) Find(block, addresses);
        var links = new SiteLinks(addresses, site);
        return links.shown.Count > 0 ? links : null;
    }

    public string Shown(string address) => shown.GetValueOrDefault(address, address);

    /// <summary>What was read from Markdown, with addresses as the page has them.</summary>
    public IReadOnlyList<Block> Kept(IReadOnlyList<Block> blocks) => [.. blocks.Select(Kept)];

    private Block Kept(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Inlines = Kept(paragraph.Inlines) },
        Heading heading => heading with { Inlines = Kept(heading.Inlines) },
        ContainerBlock { Blocks.Count: > 0 } container => container.WithBlocks(Kept(container.Blocks)),
        _ => block,
    };

    private IReadOnlyList<Inline> Kept(IReadOnlyList<Inline> line) => [.. line.Select(piece => piece switch
    {
        Link link => link with { Address = Kept(link.Address), Inlines = Kept(link.Inlines) },
        Image image => image with { Address = Kept(image.Address) },
        _ => piece,
    })];

    private string Kept(string address) => kept.GetValueOrDefault(address, address);

    private static void Find(Block block, HashSet<string> addresses)
    {
        if (block is TextBlock text) Find(text.Inlines, addresses);
        if (block is not ContainerBlock container) return;
        foreach (Block child in container.Blocks) Find(child, addresses);
    }

    private static void Find(IReadOnlyList<Inline> line, HashSet<string> addresses)
    {
        foreach (Inline piece in line)
        {
            if (piece is Image image) addresses.Add(image.Address);
            if (piece is not Link link) continue;
            addresses.Add(link.Address);
            Find(link.Inlines, addresses);
        }
    }

    // What is not shown letter for letter could not be taken back.
    private static bool IsRooted(string address) => address.StartsWith('/') && !address.Any(char.IsWhiteSpace) && VisibleText.Of(address).Length == address.Length;
}
