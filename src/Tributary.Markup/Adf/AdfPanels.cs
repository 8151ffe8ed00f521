namespace Tributary.Markup.Adf;

/// <summary>Panels by their two names. The editor's success, warning and error are stored as the macros tip, note and warning; its purple note has no macro.</summary>
internal static class AdfPanels
{
    public static string? OfMacro(string macro) => macro switch
    {
        "info" => "info",
        "tip" => "success",
        "note" => "warning",
        "warning" => "error",
        _ => null,
    };

    /// <summary>Null where storage format needs an <c>ac:adf-extension</c>.</summary>
    public static string? ToMacro(string panelType) => panelType switch
    {
        "info" => "info",
        "success" or "tip" => "tip",
        "warning" => "note",
        "error" => "warning",
        _ => null,
    };

    public static bool IsKnown(string panelType) => panelType is "info" or "note" or "tip" or "warning" or "error" or "success" or "custom";
}
