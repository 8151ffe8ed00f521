using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Where a piece of text leads to.</summary>
internal readonly record struct AdfLink(string Address, string? Title);

/// <summary>A piece of a line and the node it was read from.</summary>
/// <param name="Inline">Never an ordinary link: its pieces stand one by one, under <paramref name="Link"/>.</param>
internal readonly record struct AdfPiece(Inline Inline, AdfLink? Link, AdfObject Node);
