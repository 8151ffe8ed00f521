using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A piece of a line as ADF has it: marks and links lie flat on it.</summary>
/// <param name="Inline">A link only where it is a card.</param>
internal readonly record struct AdfLeaf(Inline Inline, Marks Marks, AdfLink? Link)
{
    private const string Card = "card";

    public static List<AdfLeaf> Of(IReadOnlyList<Inline> line)
    {
        var leaves = new List<AdfLeaf>(line.Count);
        Add(line, default, null, leaves);
        return leaves;
    }

    /// <summary><c>inline</c>, <c>block</c> or <c>embed</c> for a smart link; null for any other.</summary>
    public static string? CardOf(Inline inline) => inline is Link link ? link.Attributes.FirstOrDefault(attribute => attribute.Name == Card).Value : null;

    private static void Add(IReadOnlyList<Inline> line, Marks outer, AdfLink? link, List<AdfLeaf> leaves)
    {
        foreach (Inline inline in line)
        {
            Marks marks = Union(inline.Marks, outer);
            if (inline is Link target && CardOf(target) is null) Add(target.Inlines, marks, link ?? new AdfLink(target.Address, target.Title), leaves);
            else leaves.Add(new AdfLeaf(inline, marks, inline is Break ? null : link));
        }
    }

    private static Marks Union(Marks inner, Marks outer) => new(inner.Flags | outer.Flags, inner.Color ?? outer.Color, inner.Highlight ?? outer.Highlight);
}
