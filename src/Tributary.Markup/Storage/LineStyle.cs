using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Storage;

/// <summary>How a word looks, and the link that it is in.</summary>
internal readonly record struct LineStyle(Mark Flags, string? Color, string? Highlight, string? Link, bool IsCode = false)
{
    public static LineStyle Of(Marks marks, string? link = null) => new(marks.Flags, marks.Color, marks.Highlight, link);

    /// <summary>Names a link by all but its text.</summary>
    public static string LinkOf(Link link) => MarkdownWriter.Canonical([link with { Inlines = [new Text("x", default)], Marks = default }]);

    public LineStyle With(Marks marks) => this with { Flags = Flags | marks.Flags, Color = marks.Color ?? Color, Highlight = marks.Highlight ?? Highlight };

    public LineStyle Common(LineStyle other) =>
        new(Flags & other.Flags, Color == other.Color ? Color : null, Highlight == other.Highlight ? Highlight : null, Link == other.Link ? Link : null, IsCode && other.IsCode);

    /// <summary>Whether all of it can stand around words of another style that have more.</summary>
    public bool IsWithin(LineStyle other) => Common(other) == this;

    /// <summary>What is left to say inside an element that says <paramref name="said"/>.</summary>
    public Marks Beyond(LineStyle said) => new(Flags & ~said.Flags, Color == said.Color ? null : Color, Highlight == said.Highlight ? null : Highlight);
}
