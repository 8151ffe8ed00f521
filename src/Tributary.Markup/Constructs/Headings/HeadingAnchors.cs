using System.Globalization;
using System.Text;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Constructs.Headings;

/// <summary>Anchors for the headings that links lead to, under the names that Markdown files give them: <c>Open points!</c> is <c>open-points</c>, and a second one <c>open-points-1</c>.</summary>
internal sealed class HeadingAnchors
{
    private const string Macro = "anchor";

    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    private HeadingAnchors()
    {
    }

    public static IReadOnlyList<Block> Add(IReadOnlyList<Block> blocks)
    {
        var anchors = new HeadingAnchors();
        foreach (Block block in blocks) anchors.Find(block);
        return anchors.wanted.Count == 0 ? blocks : [.. blocks.Select(anchors.With)];
    }

    private void Find(Block block)
    {
        if (block is TextBlock text)
        {
            foreach (Link link in text.Inlines.OfType<Link>())
            {
                if (LinkAddress.Read(link.Address) is { Kind: LinkKind.Anchor } target) wanted.Add(target.Name);
            }
        }

        if (block is not ContainerBlock container) return;
        foreach (Block child in container.Blocks) Find(child);
    }

    private Block With(Block block)
    {
        if (block is ContainerBlock { Blocks.Count: > 0 } container) return container.WithBlocks([.. container.Blocks.Select(With)]);
        if (block is not Heading heading) return block;
        string name = NameOf(heading);
        bool hasOne = heading.Inlines is [InlineDirective { Name: Macro } first, ..] && first.Label == name;
        return wanted.Contains(name) && !hasOne ? heading with { Inlines = [new InlineDirective(Macro, name, [], null, default), .. heading.Inlines] } : heading;
    }

    private string NameOf(Heading heading)
    {
        var name = new StringBuilder();
        foreach (char c in LinePlainText.Of([.. heading.Inlines.Where(piece => piece is not InlineDirective { Name: Macro })]).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_') name.Append(c);
            else if (c == ' ') name.Append('-');
        }

        string plain = name.ToString();
        int before = counts.GetValueOrDefault(plain);
        counts[plain] = before + 1;
        return before == 0 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}-{before}");
    }
}
