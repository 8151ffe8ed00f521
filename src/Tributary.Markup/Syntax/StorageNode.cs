namespace Tributary.Markup.Syntax;

/// <summary>A part of a storage body that knows where it stands: <c>source[Start..End]</c> is exactly its text.</summary>
public abstract class StorageNode(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; internal set; } = end;
}

/// <summary>Characters as a reader sees them: entities decoded, line ends as <c>\n</c>.</summary>
public sealed class StorageText(string value, bool isCData, int start, int end) : StorageNode(start, end)
{
    public string Value { get; } = value;

    public bool IsCData { get; } = isCData;
}

/// <summary>What no reader sees: a comment, a processing instruction or a document type.</summary>
public sealed class StorageComment(int start, int end) : StorageNode(start, end);
