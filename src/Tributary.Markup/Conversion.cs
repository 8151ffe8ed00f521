namespace Tributary.Markup;

/// <summary>A converted text, and what of the original it does not say.</summary>
public sealed record Conversion(string Text, IReadOnlyList<Loss> Losses);

/// <summary>Something that a conversion drops or flattens, by a name that a person understands.</summary>
/// <param name="What">In the singular, and the same for the same kind of thing: <c>macro 'toc'</c>, <c>merged table cell</c>.</param>
/// <param name="Where">The first place: the line of the Markdown, or of a document that cannot be read; empty for what is gone and for what has no line.</param>
public sealed record Loss(string What, string Where, int Count)
{
    public override string ToString() => $"{What}{(Count > 1 ? $" ({Count} times)" : "")}{(Where.Length > 0 ? $", {Where}" : "")}";
}
