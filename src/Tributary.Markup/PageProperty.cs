namespace Tributary.Markup;

/// <summary>A row of a page's properties, as the page properties macro (<c>details</c>) holds them.</summary>
/// <param name="Value">Markdown.</param>
public sealed record PageProperty(string Name, string Value);
