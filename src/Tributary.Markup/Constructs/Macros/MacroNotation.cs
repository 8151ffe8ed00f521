using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Macros;

/// <summary>How a macro is called in a directive: by its own name where that may stand there, and with what a reader sees of it as the label.</summary>
internal readonly record struct MacroNotation(string Name, string Label, IReadOnlyList<DirectiveAttribute> Attributes)
{
    public static MacroNotation Of(StorageElement macro)
    {
        string name = Macro.Name(macro);
        string labelled = Notation.LabelParameter(name);
        string? label = Macro.Parameter(macro, labelled);
        bool isLabel = label is not null && Notation.CanBeLabel(label);
        IReadOnlyList<DirectiveAttribute> parameters = MacroParameters.Of(macro, except: isLabel ? labelled : null);
        return Notation.CanNameMacro(name)
            ? new MacroNotation(name, isLabel ? label! : "", parameters)
            : new MacroNotation(Notation.AnyMacro, isLabel ? label! : "", [new DirectiveAttribute("name", name), .. parameters]);
    }

    /// <summary>The macro's own name and its parameters, the label among them.</summary>
    public static (string Name, IReadOnlyList<DirectiveAttribute> Parameters) ToMacro(string name, string label, IReadOnlyList<DirectiveAttribute> attributes)
    {
        int named = name == Notation.AnyMacro ? attributes.TakeWhile(attribute => attribute.Name != "name").Count() : attributes.Count;
        if (named < attributes.Count)
        {
            if (attributes[named].Value.Length > 0) name = attributes[named].Value;
            attributes = [.. attributes.Where((_, index) => index != named)];
        }

        if (label.Length == 0) return (name, attributes);
        string labelled = MacroParameters.Shown(Notation.LabelParameter(name));
        return (name, [new DirectiveAttribute(labelled, label), .. attributes.Where(attribute => attribute.Name != labelled)]);
    }
}
