namespace Tributary.Markup.Model;

/// <summary>A part of a page that stands on lines of its own.</summary>
internal abstract record Block
{
    /// <summary>Null for what is new.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The block, or something in it, says another thing than its origin. What has an origin and is not altered is copied byte for byte.</summary>
    public bool IsAltered { get; init; }

    /// <summary>Of what Markdown says: the line of it where the block begins, from 1; 0 where nobody knows.</summary>
    public int Line { get; init; }

    /// <summary>Of what an edit puts in or moves: the block that it stands next to. Null where nobody said.</summary>
    public Side? Beside { get; init; }

    public bool IsUntouched => Origin is not null && !IsAltered;
}

internal enum Side
{
    /// <summary>In front of the next block that stays.</summary>
    Before,

    /// <summary>Behind the last one.</summary>
    After,
}

/// <summary>A block that holds a line of text.</summary>
internal abstract record TextBlock(IReadOnlyList<Inline> Inlines) : Block;

/// <summary>A block that holds blocks.</summary>
internal abstract record ContainerBlock(IReadOnlyList<Block> Blocks) : Block
{
    /// <summary>The same block around other blocks.</summary>
    public abstract ContainerBlock WithBlocks(IReadOnlyList<Block> blocks);
}

internal sealed record Paragraph(IReadOnlyList<Inline> Inlines) : TextBlock(Inlines);

/// <param name="Level">1 to 6.</param>
internal sealed record Heading(int Level, IReadOnlyList<Inline> Inlines) : TextBlock(Inlines);

internal sealed record Rule : Block;

internal sealed record Quote(IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}

/// <param name="Kind">Markdown's own word in capitals: <c>NOTE TIP WARNING CAUTION</c>.</param>
internal sealed record Alert(string Kind, string Title, IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}

/// <param name="Language">Empty where none is named.</param>
/// <param name="Attributes">What Confluence knows besides: <c>title</c>, <c>linenumbers</c>, <c>theme</c>, <c>firstline</c>, <c>collapse</c>.</param>
internal sealed record CodeBlock(string Language, string Code, IReadOnlyList<DirectiveAttribute> Attributes) : Block;

internal enum ListKind
{
    Bullet,
    Ordered,
    Task,
}

/// <param name="Start">The first number of an ordered list; 1 elsewhere.</param>
internal sealed record ListBlock(ListKind Kind, int Start, IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}

/// <param name="IsDone">Of a task; null in other lists.</param>
internal sealed record ListItem(bool? IsDone, IReadOnlyList<Block> Blocks) : ContainerBlock(Blocks)
{
    public override ContainerBlock WithBlocks(IReadOnlyList<Block> blocks) => this with { Blocks = blocks };
}
