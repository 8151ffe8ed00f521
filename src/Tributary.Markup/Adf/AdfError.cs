namespace Tributary.Markup.Adf;

/// <summary>Why a text is no Atlassian Document Format. Line and column count from 1.</summary>
public sealed record AdfError(int Line, int Column, string Message)
{
    public override string ToString() => $"Line {Line}, column {Column}: {Message}";
}
