using System.Text;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.CodeBlocks;

/// <summary>What Markdown fences: the code macro, noformat, diagrams and formulas, and <c>pre</c>.</summary>
internal static class CodeConstruct
{
    public static bool IsCode(StorageElement macro) =>
        Macro.RichBody(macro) is null && (Macro.Name(macro) == "code" || (FenceMacros.Language(Macro.Name(macro)) is not null && macro.Child("ac:plain-text-body") is not null));

    public static CodeBlock Read(StorageElement macro)
    {
        string? word = FenceMacros.Language(Macro.Name(macro));
        string language = word ?? Macro.Parameter(macro, "language") ?? "";
        IReadOnlyList<DirectiveAttribute> attributes = MacroParameters.Of(macro, except: word is null ? "language" : null);
        return new CodeBlock(language, Macro.PlainBody(macro) ?? "", attributes) { Origin = StorageOrigin.Of(macro) };
    }

    public static Block? ReadPreformatted(StorageElement element, BlockReader reader)
    {
        if (!IsPlain(element)) return OpaqueConstruct.ReadContainer(element, reader);
        string text = VerbatimText.Of(element);
        return Whitespace.IsBlank(text) ? null : new CodeBlock("", text, []) { Origin = StorageOrigin.Of(element) };
    }

    public static void Write(CodeBlock code, StringBuilder to)
    {
        string macro = FenceMacros.Macro(code.Language) ?? "code";
        MacroConstruct.WriteStart(macro, to);
        if (macro == "code" && code.Language.Length > 0) MacroParameters.Write("code", "language", code.Language, to);
        MacroParameters.Write(macro, code.Attributes, to);
        WritePlainBody(code.Code, to);
        to.Append("</ac:structured-macro>");
    }

    public static void WritePlainBody(string text, StringBuilder to) => to.Append("<ac:plain-text-body>").AppendCData(text).Append("</ac:plain-text-body>");

    private static bool IsPlain(StorageElement element) => element.Elements().All(child => (child.Name is "br" || IsFormatting(child.Name)) && IsPlain(child));

    private static bool IsFormatting(string name) => name is "span" or "strong" or "b" or "em" or "i" or "u" or "code" or "ac:inline-comment-marker";
}
