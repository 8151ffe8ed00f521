namespace Tributary.Markup;

/// <summary>The section that a heading path names, or the paths that it could have meant.</summary>
/// <param name="Source">The section's text in the body; null when not found.</param>
/// <param name="Candidates">Empty when found; the equal matches when the path was ambiguous; every path of the body when nothing matched.</param>
public sealed record SectionMatch(OutlineHeading? Heading, string? Source, IReadOnlyList<string> Candidates)
{
    public bool IsFound => Heading is not null;
}
