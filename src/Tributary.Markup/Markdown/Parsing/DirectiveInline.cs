using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary><c>:status[Done]{colour=Green}</c>.</summary>
internal sealed class DirectiveInline(DirectiveHead head) : LeafInline
{
    public DirectiveHead Head { get; } = head;
}

/// <summary><c>:u[words]</c>: a directive whose label is Markdown.</summary>
internal sealed class MarkInline(string name) : ContainerInline
{
    public string Name { get; } = name;

    /// <summary>Of <c>color</c> and <c>highlight</c>.</summary>
    public string Color { get; set; } = "";
}

/// <summary>The box at the start of a task.</summary>
internal sealed class BoxInline(bool isDone) : LeafInline
{
    public bool IsDone { get; } = isDone;
}

/// <summary><c>[!NOTE] Title</c>, the first line of a quote.</summary>
internal sealed class AlertInline(string kind, string title) : LeafInline
{
    public string Title { get; } = title;

    public string Kind { get; } = kind;
}
