namespace Tributary.Tools.Catalog;

/// <summary>Marks a tool whose effect cannot be undone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PermanentAttribute : Attribute;
