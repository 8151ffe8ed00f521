using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Macros;

/// <summary>How a macro is called in a directive: by its own name where that may stand there, and with what a reader sees of it as the label.</summary>
internal readonly record struct MacroNotation(string Name, string Label, IReadOnlyList<DirectiveAttribute> Attributes)
{
    private const string AnyMacro = "macro";
    private const int LongestName = 64;

    public static MacroNotation Of(StorageElement macro)
    {
        string name = Macro.Name(macro);
        string labelled = LabelParameter(name);
        string? label = Macro.Parameter(macro, labelled);
        bool isLabel = label is not null && CanBeLabel(label);
        IReadOnlyList<DirectiveAttribute> parameters = MacroParameters.Of(macro, except: isLabel ? labelled : null);
        return CanBeName(name)
            ? new MacroNotation(name, isLabel ? label! : "", parameters)
            : new MacroNotation(AnyMacro, isLabel ? label! : "", [new DirectiveAttribute("name", name), .. parameters]);
    }

    /// <summary>The macro's own name and its parameters, the label among them.</summary>
    public static (string Name, IReadOnlyList<DirectiveAttribute> Parameters) ToMacro(string name, string label, IReadOnlyList<DirectiveAttribute> attributes)
    {
        int named = name == AnyMacro ? attributes.TakeWhile(attribute => attribute.Name != "name").Count() : attributes.Count;
        if (named < attributes.Count)
        {
            if (attributes[named].Value.Length > 0) name = attributes[named].Value;
            attributes = [.. attributes.Where((_, index) => index != named)];
        }

        if (label.Length == 0) return (name, attributes);
        string labelled = MacroParameters.Shown(LabelParameter(name));
        return (name, [new DirectiveAttribute(labelled, label), .. attributes.Where(attribute => attribute.Name != labelled)]);
    }

    /// <summary>The parameter that a reader sees as the macro's title.</summary>
    public static string LabelParameter(string macro) => macro switch
    {
        "jira" => "key",
        "anchor" => "",
        "excerpt" => "name",
        _ => "title",
    };

    public static bool CanBeLabel(string text) => text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Any(char.IsControl);

    private static bool CanBeName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] is >= 'a' and <= 'z' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && !IsReserved(name);

    private static bool IsReserved(string name) => name is "u" or "sub" or "sup" or "strong" or "em" or "del" or "color" or "highlight" or "date" or "mention" or "emoji" or "math" or "opaque" or "macro" or "table" or "row" or "cell"
        or "layout" or "layout-section" or "layout-cell" or "task" or "placeholder" or "var";
}
