using System.Text;
using Tributary.Markup.Constructs.CodeBlocks;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Maths;

/// <summary>A formula within a line: the macro <c>mathinline</c>. On lines of its own it is a fence, see <see cref="FenceMacros"/>.</summary>
internal static class MathConstruct
{
    public const string Name = "math";

    public static InlineDirective? Read(StorageElement macro, Marks marks)
    {
        if (!MacroKind.IsInlineMath(macro) || Formula(macro) is not { } formula || !Notation.CanBeLabel(formula)) return null;
        return new InlineDirective(Name, formula, [], Handle: null, marks) { Origin = StorageOrigin.Of(macro) };
    }

    public static void Write(InlineDirective math, StringBuilder to)
    {
        MacroConstruct.WriteStart("mathinline", to);
        MacroParameters.Write("mathinline", "body", math.Label, to);
        to.Append("</ac:structured-macro>");
    }

    private static string? Formula(StorageElement macro) => Macro.Parameter(macro, "body") ?? Macro.PlainBody(macro);
}
