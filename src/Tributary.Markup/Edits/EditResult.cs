namespace Tributary.Markup.Edits;

/// <summary>A body after an edit.</summary>
/// <param name="Text">The very same text where there are problems, or nothing to change.</param>
/// <param name="Losses">What goes though no operation deletes it.</param>
/// <param name="Notes">What of the new Markdown could not be taken over.</param>
/// <param name="Problems">Empty when the edit was made: all of it, or nothing.</param>
public sealed record EditResult(string Text, IReadOnlyList<Loss> Losses, IReadOnlyList<Loss> Notes, IReadOnlyList<EditProblem> Problems);
