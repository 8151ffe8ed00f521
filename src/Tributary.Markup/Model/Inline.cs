namespace Tributary.Markup.Model;

[Flags]
internal enum Mark
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Strike = 4,
    Underline = 8,
    Subscript = 16,
    Superscript = 32,
}

/// <summary>How a piece of text looks. Colours are as Confluence writes them: <c>#ff5630</c> or <c>rgb(255,86,48)</c>.</summary>
internal readonly record struct Marks(Mark Flags, string? Color = null, string? Highlight = null);

/// <summary>A piece of a line. Marks lie flat on the pieces; only a link holds pieces of its own.</summary>
internal abstract record Inline(Marks Marks)
{
    /// <summary>Null for what is new, and for text: where letters stand is found when a line is written again.</summary>
    public Origin? Origin { get; init; }
}

internal sealed record Text(string Value, Marks Marks) : Inline(Marks);

internal sealed record Code(string Value, Marks Marks) : Inline(Marks);

/// <summary>A line break that a reader sees.</summary>
internal sealed record Break() : Inline(default(Marks));

/// <param name="Address">A web address, or one of Confluence's own as <c>LinkAddress</c> writes it: <c>page:ENG/Title</c>, <c>attachment:a.pdf</c>.</param>
internal sealed record Link(string Address, string? Title, IReadOnlyList<Inline> Inlines, Marks Marks) : Inline(Marks)
{
    /// <summary>What else is known: <c>card</c> (inline, block, embed) of a smart link. Written after the link in braces.</summary>
    public IReadOnlyList<DirectiveAttribute> Attributes { get; init; } = [];
}

/// <param name="Attributes">What Markdown has no place for: <c>width</c>, <c>height</c>, <c>align</c>, <c>border</c>, <c>caption</c>... Written after the image in braces.</param>
internal sealed record Image(string Address, string Alt, string? Title, IReadOnlyList<DirectiveAttribute> Attributes, Marks Marks) : Inline(Marks);

/// <summary>A person, written <c>[@Name](user:ID)</c>. The name is for readers: only the id counts.</summary>
internal sealed record Mention(string UserId, Marks Marks) : Inline(Marks);

/// <summary>The same as <see cref="Directive"/> within a line: <c>:status[Done]{colour=Green}</c>.</summary>
internal sealed record InlineDirective(string Name, string Label, IReadOnlyList<DirectiveAttribute> Attributes, string? Handle, Marks Marks) : Inline(Marks)
{
    public bool IsOpaque { get; init; }
}
