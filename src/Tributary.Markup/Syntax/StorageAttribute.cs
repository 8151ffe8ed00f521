namespace Tributary.Markup.Syntax;

/// <summary>An attribute with its prefix as written (<c>ac:name</c>) and its decoded value; the range covers name and value.</summary>
public readonly record struct StorageAttribute(string Name, string Value, int Start, int End);
