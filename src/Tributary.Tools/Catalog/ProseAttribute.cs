namespace Tributary.Tools.Catalog;

/// <summary>Marks a parameter that carries content: a log shows its length alone.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ProseAttribute : Attribute;
