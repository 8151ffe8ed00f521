namespace Tributary.Markup;

/// <summary>Why a body is no storage format. Line and column count from 1.</summary>
public sealed record StorageError(int Line, int Column, string Message)
{
    /// <summary>In the manner of Confluence's own answer.</summary>
    public override string ToString() => $"Error parsing xhtml: {Message}\n at [row,col {{unknown-source}}]: [{Line},{Column}]";
}
