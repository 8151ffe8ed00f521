namespace Tributary.Markup.Writing;

[Flags]
internal enum Marks
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Strike = 4,
    All = Strong | Emphasis | Strike,
}

internal enum InlineKind
{
    Text,
    Code,
    Break,
    Link,
    Image,

    /// <summary>Readable text for something that Markdown cannot say; it is written as it is.</summary>
    Shown,
}

/// <summary>A piece of a line. White space at the edges of marked text has been moved out of the marks, where Markdown needs it.</summary>
internal sealed class Inline(InlineKind kind, string text, Marks marks)
{
    public InlineKind Kind { get; } = kind;

    public string Text { get; } = text;

    public Marks Marks { get; set; } = marks;

    public string Address { get; init; } = "";

    public string? Title { get; init; }

    public IReadOnlyList<Inline> Children { get; init; } = [];

    public bool IsSpace => Kind == InlineKind.Text && Text == " ";
}
