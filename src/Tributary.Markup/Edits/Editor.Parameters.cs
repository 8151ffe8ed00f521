using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

internal sealed partial class Editor
{
    private EditProblem? SetParameter(EditOperation operation, int number)
    {
        if (operation.Node is null) return Invalid(number, "`node` is missing: the handle of a macro, such as m1.");
        if (string.IsNullOrWhiteSpace(operation.Name)) return Invalid(number, "`name` is missing: which parameter.");
        if (locator.FindNode(operation.Node, number, out EditProblem? problem) is not { } target) return problem;
        (string name, string? value) = (operation.Name.Trim(), operation.Content);
        if (value is not null && !IsName(name) && !AttributesOf(target.Place).Any(attribute => attribute.Name == name)) return Invalid(number, "`name` is no name of a parameter: letters, digits, `_`, `.`, `:` and `-`.");
        switch (target.Place)
        {
            case { Inline: null, Block: Directive { IsOpaque: true } } or { Inline: InlineDirective { IsOpaque: true } }:
                return new EditProblem(EditProblemCode.Opaque, number, $"{target.Place.Handle} cannot be changed in Markdown; it can be moved or deleted.", []);
            case { Inline: null, Block: Directive directive }:
                plan.Rewrite(number, directive, block => With((Directive)block, name, value));
                return null;
            case { Inline: null, Block: CodeBlock code }:
                plan.Rewrite(number, code, block => name is "language"
                    ? (CodeBlock)block with { Language = value ?? "" }
                    : (CodeBlock)block with { Attributes = With(((CodeBlock)block).Attributes, name, value) });
                return null;
            case { Inline: InlineDirective macro, Block: TextBlock line }:
                return SpliceInline(line, macro, [With(macro, name, value)], number);
            case { Inline: Image image, Block: TextBlock line }:
                return SpliceInline(line, image, [image with { Attributes = With(image.Attributes, name, value) }], number);
            default:
                return Invalid(number, $"{target.Place.Handle} has no parameters.");
        }
    }

    private static bool IsName(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or ':' or '-');

    private static IReadOnlyList<DirectiveAttribute> AttributesOf(Place place) => place switch
    {
        { Inline: InlineDirective directive } => directive.Attributes,
        { Inline: Image image } => image.Attributes,
        { Inline: null, Block: Directive directive } => directive.Attributes,
        { Inline: null, Block: CodeBlock code } => code.Attributes,
        _ => [],
    };

    private static Directive With(Directive directive, string name, string? value) => IsLabel(directive.Name, directive.Label, directive.Attributes, name)
        ? directive with { Label = value ?? "" }
        : directive with { Attributes = With(directive.Attributes, name, value) };

    private static InlineDirective With(InlineDirective directive, string name, string? value) => IsLabel(directive.Name, directive.Label, directive.Attributes, name)
        ? directive with { Label = value ?? "" }
        : directive with { Attributes = With(directive.Attributes, name, value) };

    // The parameter that a reader sees as the title stands before the braces, unless it could not.
    private static bool IsLabel(string macro, string label, IReadOnlyList<DirectiveAttribute> attributes, string name) =>
        MacroParameters.Shown(Notation.LabelParameter(macro)) == name && (label.Length > 0 || attributes.All(attribute => attribute.Name != name));

    private static IReadOnlyList<DirectiveAttribute> With(IReadOnlyList<DirectiveAttribute> attributes, string name, string? value)
    {
        bool known = attributes.Any(attribute => attribute.Name == name);
        return value is null ? [.. attributes.Where(attribute => attribute.Name != name)]
            : known ? [.. attributes.Select(attribute => attribute.Name == name ? new DirectiveAttribute(name, value) : attribute)]
            : [.. attributes, new DirectiveAttribute(name, value)];
    }
}
