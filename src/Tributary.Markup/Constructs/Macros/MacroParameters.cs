using System.Text;
using Tributary.Markup.Constructs.Links;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Macros;

/// <summary>Parameters as attributes of a directive. The one without a name is <c>_</c>; one that holds a link or a resource says its address.</summary>
internal static class MacroParameters
{
    private const string Nameless = "_";

    public static string Shown(string name) => name.Length == 0 ? Nameless : name;

    /// <param name="except">A parameter that is said elsewhere.</param>
    public static IReadOnlyList<DirectiveAttribute> Of(StorageElement macro, string? except)
    {
        List<DirectiveAttribute>? attributes = null;
        foreach (StorageElement parameter in Macro.Parameters(macro))
        {
            string name = parameter["ac:name"] ?? "";
            if (name == except || !CanBeKey(name) || (attributes?.Exists(known => known.Name == Shown(name)) ?? false)) continue;
            (attributes ??= []).Add(new DirectiveAttribute(Shown(name), Value(parameter)));
        }

        return attributes ?? (IReadOnlyList<DirectiveAttribute>)[];
    }

    public static void Write(string macro, IReadOnlyList<DirectiveAttribute> attributes, StringBuilder to)
    {
        foreach (DirectiveAttribute attribute in attributes.DistinctBy(attribute => attribute.Name)) Write(macro, attribute.Name, attribute.Value, to);
    }

    public static void Write(string macro, string name, string value, StringBuilder to)
    {
        to.Append("<ac:parameter").AppendAttribute("ac:name", name == Nameless ? "" : name).Append('>');
        if (IsWebAddress(macro, name, value)) to.Append("<ri:url").AppendAttribute("ri:value", value).Append(" />");
        else if (!IsWords(macro, name) && ResourceWriter.IsResource(value)) ResourceWriter.WriteParameter(value, to);
        else to.AppendEscaped(value);
        to.Append("</ac:parameter>");
    }

    private static string Value(StorageElement parameter)
    {
        foreach (StorageElement child in parameter.Elements())
        {
            LinkTarget? target = child.Name == "ac:link" ? LinkTarget.Of(child) : child.Name.StartsWith("ri:", StringComparison.Ordinal) ? LinkTarget.OfResource(child) : null;
            if (target is not null) return LinkConstruct.Address(target) ?? target.Name;
        }

        return Macro.ParameterText(parameter);
    }

    private static bool IsWebAddress(string macro, string name, string value) =>
        macro is "widget" or "iframe" or "html-include" && name is "url" or "src" && value.Contains("://", StringComparison.Ordinal);

    // Titles and the like say what they say, though it may look like an address.
    private static bool IsWords(string macro, string name) => name is "title" or "body" or "key" or "language" || macro == "anchor";

    // What cannot be shown as it is stays with its origin.
    private static bool CanBeKey(string name) => name != Nameless && !name.Any(char.IsControl) && VisibleText.Of(name).Length == name.Length;
}
