namespace Tributary.Tools.Catalog;

/// <summary>Marks a parameter that carries content: many lines are welcome, and a log shows its length alone.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ProseAttribute : Attribute;

/// <summary>Marks a parameter that names a file of this machine: it exists only where the operator declared roots.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LocalFileAttribute : Attribute;

/// <summary>Marks a tool whose effect cannot be undone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PermanentAttribute : Attribute;
