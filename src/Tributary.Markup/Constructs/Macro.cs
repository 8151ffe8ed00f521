using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs;

/// <summary>The parts of <c>ac:structured-macro</c> and of its older form <c>ac:macro</c>.</summary>
internal static class Macro
{
    public static bool IsMacro(StorageElement element) => element.Name is "ac:structured-macro" or "ac:macro";

    public static string Name(StorageElement macro) => macro["ac:name"] ?? "";

    /// <summary>The text of a parameter; the default one has an empty name. Null where there is none.</summary>
    public static string? Parameter(StorageElement macro, string name)
    {
        foreach (StorageElement child in macro.Elements())
        {
            if (child.Name == "ac:parameter" && (child["ac:name"] ?? "") == name) return ParameterText(child);
            if (child.Name == "ac:default-parameter" && name.Length == 0) return ParameterText(child);
        }

        return null;
    }

    public static IEnumerable<StorageElement> Parameters(StorageElement macro) => macro.Elements().Where(child => child.Name is "ac:parameter" or "ac:default-parameter");

    /// <summary>What a parameter says: its text, or the thing that a link or reference in it names.</summary>
    public static string ParameterText(StorageElement parameter)
    {
        foreach (StorageElement child in parameter.Elements())
        {
            if (child.Name == "ac:link") return LinkTarget.Of(child).Name;
            if (child.Name.StartsWith("ri:", StringComparison.Ordinal)) return LinkTarget.OfResource(child).Name;
        }

        return string.Concat(parameter.Children.OfType<StorageText>().Select(text => text.Value));
    }

    public static StorageElement? RichBody(StorageElement macro) => macro.Child("ac:rich-text-body");

    /// <summary>The characters of the plain-text body, however many CDATA sections hold them; null where there is none.</summary>
    public static string? PlainBody(StorageElement macro) => macro.Child("ac:plain-text-body") is { } body ? VerbatimText.Of(body) : null;
}
