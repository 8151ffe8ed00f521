namespace Tributary.Markup.ThreeWay;

/// <summary>A page with the changes of both sides, or where they contradict each other.</summary>
/// <param name="Text">Null when there are conflicts.</param>
public sealed record MergeResult(string? Text, IReadOnlyList<MergeConflict> Conflicts);

/// <summary>What both sides changed, as Markdown.</summary>
/// <param name="Where">The heading above; empty at the top of the page.</param>
public sealed record MergeConflict(string Where, string Ours, string Theirs);
