using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>
/// Markdown's alerts as Jira's panels: one of a colour that Atlassian gives to information, success, warning and error, with a title at most. Confluence's own names for them
/// are read too, as Jira shows them where an app brings them.
/// </summary>
internal static class WikiPanel
{
    public const string Background = "bgColor";

    /// <summary>Whether Jira's panel has a parameter of this name.</summary>
    public static bool IsKnown(string parameter) => parameter is "title" or Background or "titleBGColor" or "titleColor" or "borderStyle" or "borderColor" or "borderWidth";

    /// <summary>Null where the macro is no alert, or has more to it than a title.</summary>
    public static string? AlertOf(string macro, List<DirectiveAttribute> parameters)
    {
        if (macro == "panel")
        {
            string? color = parameters.Find(parameter => parameter.Name == Background).Value;
            return parameters.TrueForAll(parameter => parameter.Name is Background or "title") ? AlertOf(color?.ToLowerInvariant()) : null;
        }

        return parameters.TrueForAll(parameter => parameter.Name == "title") ? Alerts.OfMacro(macro) : null;
    }

    public static string ColorOf(string alert) => Alerts.ToMacro(alert) switch
    {
        "tip" => "#e3fcef",
        "note" => "#fffae6",
        "warning" => "#ffebe6",
        _ => "#deebff",
    };

    /// <summary>Whether the label of the block says this parameter.</summary>
    public static bool IsTitle(string macro, DirectiveAttribute parameter) => parameter.Name == "title" || (macro == "expand" && parameter.Name == "_");

    public static string Title(string macro, List<DirectiveAttribute> parameters) => parameters.Find(parameter => IsTitle(macro, parameter)).Value ?? "";

    private static string? AlertOf(string? color) => color switch
    {
        "#deebff" => "NOTE",
        "#e3fcef" => "TIP",
        "#fffae6" => "WARNING",
        "#ffebe6" => "CAUTION",
        _ => null,
    };
}
