using System.Text;
using Tributary.Markup.Constructs.CodeBlocks;
using Tributary.Markup.Constructs.Maths;
using Tributary.Markup.Constructs.Panels;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Macros;

/// <summary>Any macro as a directive under its own name, unless Markdown has a form for it.</summary>
internal static class MacroConstruct
{
    public static Block Read(StorageElement macro, BlockReader reader)
    {
        if (CodeConstruct.IsCode(macro)) return CodeConstruct.Read(macro);
        if (PanelConstruct.Read(macro, reader) is { } alert) return alert;
        string handle = reader.Handles.Take();
        MacroNotation notation = MacroNotation.Of(macro);
        return new Directive(notation.Name, notation.Label, notation.Attributes, handle, Body(macro, reader)) { Origin = StorageOrigin.Of(macro) };
    }

    public static InlineDirective ReadInline(StorageElement macro, Marks marks, Handles? handles)
    {
        if (MathConstruct.Read(macro, marks) is { } math) return math;
        bool isWhollySaid = Macro.Name(macro) is "status" or "anchor";
        MacroNotation notation = MacroNotation.Of(macro);
        return new InlineDirective(notation.Name, notation.Label, notation.Attributes, isWhollySaid ? null : handles?.Take(), marks) { Origin = StorageOrigin.Of(macro) };
    }

    public static void Write(Directive directive, StorageRenderer renderer, StringBuilder to)
    {
        (string name, IReadOnlyList<DirectiveAttribute> parameters) = MacroNotation.ToMacro(directive.Name, directive.Label, directive.Attributes);
        WriteStart(name, to);
        MacroParameters.Write(name, parameters, to);
        if (directive.Body is { } body) WriteBody(name, body, renderer, to);
        to.Append("</ac:structured-macro>");
    }

    public static void Write(InlineDirective directive, StringBuilder to)
    {
        (string name, IReadOnlyList<DirectiveAttribute> parameters) = MacroNotation.ToMacro(directive.Name, directive.Label, directive.Attributes);
        WriteStart(name, to);
        MacroParameters.Write(name, parameters, to);
        to.Append("</ac:structured-macro>");
    }

    public static void WriteStart(string name, StringBuilder to) => to.Append("<ac:structured-macro").AppendAttribute("ac:name", name).Append(" ac:schema-version=\"1\">");

    /// <summary>One fence alone is plain text, but in the macros that hold blocks.</summary>
    public static void WriteBody(string macro, IReadOnlyList<Block> body, StorageRenderer renderer, StringBuilder to)
    {
        if (body is [CodeBlock { Language: "", Attributes: [] } plain] && !MacroKind.HasRichBody(macro)) CodeConstruct.WritePlainBody(plain.Code, to);
        else WriteRichBody(body, renderer, to);
    }

    public static void WriteRichBody(IReadOnlyList<Block> blocks, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<ac:rich-text-body>");
        renderer.WriteContent(blocks, to);
        to.Append("</ac:rich-text-body>");
    }

    private static IReadOnlyList<Block>? Body(StorageElement macro, BlockReader reader)
    {
        if (Macro.RichBody(macro) is { } rich) return reader.Read(rich.Children);
        return macro.Child("ac:plain-text-body") is { } plain ? [new CodeBlock("", Macro.PlainBody(macro) ?? "", []) { Origin = StorageOrigin.Of(plain) }] : null;
    }
}
