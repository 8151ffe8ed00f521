namespace Tributary.Tools.Catalog;

/// <summary>Marks a parameter that names a file of this machine: it exists only where the operator declared roots.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LocalFileAttribute : Attribute;
