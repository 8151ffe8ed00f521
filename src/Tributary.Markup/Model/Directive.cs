namespace Tributary.Markup.Model;

/// <summary>A key and its value in the braces of a directive.</summary>
internal readonly record struct DirectiveAttribute(string Name, string Value);

/// <summary>
/// What Markdown has no form for: <c>:::expand[Title]{#m3}</c> with a body, or <c>::toc{maxLevel=2 #m1}</c> without. A macro, a layout, a table that Markdown cannot draw, or anything unknown.
/// </summary>
/// <param name="Name">The macro's name, or a word of the notation.</param>
/// <param name="Label">What a reader sees of it; empty for most.</param>
/// <param name="Handle">Names the original among those of its page (<c>m3</c>), so that it may be moved; null for what is wholly said by the directive.</param>
/// <param name="Body">Null where there can be none.</param>
internal sealed record Directive(string Name, string Label, IReadOnlyList<DirectiveAttribute> Attributes, string? Handle, IReadOnlyList<Block>? Body) : ContainerBlock(Body ?? [])
{
    /// <summary>The original holds what the directive does not show, so only its place may change.</summary>
    public bool IsOpaque { get; init; }

    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Body = blocks, Blocks = blocks };
}
