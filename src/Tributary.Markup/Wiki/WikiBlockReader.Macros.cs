using System.Globalization;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Wiki;

internal sealed partial class WikiBlockReader
{
    private Block Macro(WikiMacro macro)
    {
        if (!macro.HasBody) return Directive(macro, WikiMacro.Read(macro.Parameters), hasTitle: false);
        if (WikiMacroScanner.IsVerbatim(macro.Name)) return Code(macro);
        List<DirectiveAttribute> parameters = WikiMacro.Read(macro.Parameters);
        if (macro.Name == "quote") return new Quote(Body(macro)) { Origin = Origin(macro) };
        if (WikiPanel.AlertOf(macro.Name, parameters) is { } kind) return new Alert(kind, WikiPanel.Title(macro.Name, parameters), Body(macro)) { Origin = Origin(macro) };
        return Directive(macro, parameters, hasTitle: macro.Name is "panel" or "expand" or "info" or "tip" or "note" or "warning");
    }

    private Directive Directive(WikiMacro macro, List<DirectiveAttribute> parameters, bool hasTitle)
    {
        string label = "";
        if (hasTitle)
        {
            label = WikiPanel.Title(macro.Name, parameters);
            parameters.RemoveAll(parameter => WikiPanel.IsTitle(macro.Name, parameter));
        }

        string name = macro.Name;
        if (!Notation.CanNameMacro(name))
        {
            parameters.Insert(0, new DirectiveAttribute("name", name));
            name = "macro";
        }

        string handle = string.Create(CultureInfo.InvariantCulture, $"m{++handles}");
        return new Directive(name, label, parameters, handle, macro.HasBody ? Body(macro) : null) { Origin = Origin(macro) };
    }

    private List<Block> Body(WikiMacro macro) => Blocks(macro.OpenEnd, macro.CloseStart, macro.Within, WikiPlace.Page);

    private CodeBlock Code(WikiMacro macro)
    {
        (int start, int end) = (macro.OpenEnd, macro.CloseStart);
        int first = WikiSyntax.SkipBlanks(source, start, end);
        if (first < end && WikiSyntax.IsLineEnd(source[first])) start = first + WikiSyntax.LineEndLength(source, first);
        if (end > start && WikiSyntax.IsLineEnd(source[end - 1])) end -= end - 2 >= start && source[end - 1] == '\n' && source[end - 2] == '\r' ? 2 : 1;
        List<DirectiveAttribute> parameters = WikiMacro.Read(macro.Parameters);
        string language = macro.Name == "noformat" ? "noformat" : parameters.Find(parameter => parameter.Name is "_" or "language" or "lang").Value ?? "";
        if (macro.Name == "code") parameters.RemoveAll(parameter => parameter.Name is "_" or "language" or "lang");
        return new CodeBlock(language, WikiSyntax.Plain(Entities.NormalizeLineEnds(source.AsSpan(start, end - start))), parameters) { Origin = new WikiOrigin(macro.Start, macro.End, start, end) };
    }

    private static WikiOrigin Origin(WikiMacro macro) => new(macro.Start, macro.End, macro.OpenEnd, macro.HasBody ? macro.CloseStart : macro.End);
}
