using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Where a piece of text leads to.</summary>
internal sealed record AdfLink(string Address, string? Title)
{
    // Each word of a link is looked up by it, however long it is.
    private readonly int hash = HashCode.Combine(Address, Title);

    public override int GetHashCode() => hash;
}

/// <summary>A piece of a line and the node it was read from.</summary>
/// <param name="Inline">Never an ordinary link: its pieces stand one by one, under <paramref name="Link"/>.</param>
internal readonly record struct AdfPiece(Inline Inline, AdfLink? Link, AdfObject Node);
