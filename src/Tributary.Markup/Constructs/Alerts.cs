namespace Tributary.Markup.Constructs;

/// <summary>
/// The panels of Confluence and the alerts of Markdown, matched by colour: Confluence's "note" is the yellow panel, which Markdown calls a warning,
/// and its "warning" is the red one, which Markdown calls a caution.
/// </summary>
internal static class Alerts
{
    public static string? OfMacro(string macro) => macro switch
    {
        "info" => "NOTE",
        "tip" => "TIP",
        "note" => "WARNING",
        "warning" => "CAUTION",
        _ => null,
    };

    public static string? ToMacro(string kind) => kind.ToUpperInvariant() switch
    {
        "NOTE" or "INFO" => "info",
        "TIP" => "tip",
        "WARNING" or "IMPORTANT" => "note",
        "CAUTION" => "warning",
        _ => null,
    };
}
