namespace Tributary.Tools.Catalog;

/// <summary>Marks what only callers of a tool's earlier name get: the schema of the listed tool leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AliasOnlyAttribute : Attribute;
