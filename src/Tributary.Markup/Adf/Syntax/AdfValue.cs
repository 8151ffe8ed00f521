namespace Tributary.Markup.Adf.Syntax;

/// <summary>A JSON value that knows where it stands: <c>source[Start..End]</c> is exactly its text.</summary>
internal abstract class AdfValue(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;
}

/// <param name="Start">Where the name begins.</param>
internal readonly record struct AdfMember(string Name, int Start, AdfValue Value);

internal sealed class AdfObject(AdfMember[] members, int start, int end) : AdfValue(start, end)
{
    public IReadOnlyList<AdfMember> Members => members;

    public AdfValue? this[string name]
    {
        get
        {
            foreach (AdfMember member in members)
            {
                if (member.Name == name) return member.Value;
            }

            return null;
        }
    }

    /// <summary>Of a node or mark; empty where it has none.</summary>
    public string Type => (this["type"] as AdfScalar)?.String ?? "";

    /// <summary>Of a text node; empty where it has none.</summary>
    public string Text => (this["text"] as AdfScalar)?.String ?? "";

    public AdfArray? Content => this["content"] as AdfArray;

    public AdfObject? Attributes => this["attrs"] as AdfObject;

    public IEnumerable<AdfObject> Marks => (this["marks"] as AdfArray)?.Items.OfType<AdfObject>() ?? [];

    /// <summary>The nodes within, without what is none.</summary>
    public IEnumerable<AdfObject> Nodes => Content?.Items.OfType<AdfObject>() ?? [];

    /// <summary>An attribute as text, a number or truth value as JSON writes it; null where there is none.</summary>
    public string? Attribute(string name) => (Attributes?[name] as AdfScalar)?.Value;
}

internal sealed class AdfArray(AdfValue[] items, int start, int end) : AdfValue(start, end)
{
    public IReadOnlyList<AdfValue> Items => items;
}

/// <param name="value">A string without its quotes and escapes, a number or a truth value as written; null for <c>null</c>.</param>
internal sealed class AdfScalar(string? value, bool isString, int start, int end) : AdfValue(start, end)
{
    public string? Value { get; } = value;

    /// <summary>Null where the value is no string.</summary>
    public string? String => isString ? Value : null;
}
