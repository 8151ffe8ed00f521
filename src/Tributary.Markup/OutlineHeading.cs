namespace Tributary.Markup;

/// <summary>A heading and its section: <c>storage[Start..End]</c> goes to the next heading of the same or a higher level in the same container.</summary>
/// <param name="Path">The headings above it and its own text, joined by <c> &gt; </c>; a path that several headings share ends in <c>[1]</c>, <c>[2]</c> and so on.</param>
/// <param name="Handle">Names the heading in edits: <c>h1</c>, <c>h2</c> and so on.</param>
public sealed record OutlineHeading(int Level, string Text, string Path, string Handle, int Start, int End);
