namespace Tributary.Markup.Edits;

public enum EditProblemCode
{
    /// <summary>The operation lacks something, or asks for what its place cannot hold.</summary>
    Invalid,
    NotFound,
    Ambiguous,

    /// <summary>Two operations want the same place.</summary>
    Overlap,

    /// <summary>The node holds what the page's Markdown does not show; it can be moved or deleted.</summary>
    Opaque,
}

/// <summary>Why an edit was not made.</summary>
/// <param name="Operation">Its number in the edit, from 1.</param>
/// <param name="Candidates">What could have been meant; empty where nothing comes near.</param>
public sealed record EditProblem(EditProblemCode Code, int Operation, string Message, IReadOnlyList<string> Candidates);
