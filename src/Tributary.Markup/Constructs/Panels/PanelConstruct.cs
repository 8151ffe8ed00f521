using System.Text;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Notation = Tributary.Markup.Markdown.Notation;

namespace Tributary.Markup.Constructs.Panels;

/// <summary>The macros info, tip, note and warning that say no more than Markdown's alerts do.</summary>
internal static class PanelConstruct
{
    public static Alert? Read(StorageElement macro, BlockReader reader)
    {
        if (Alerts.OfMacro(Macro.Name(macro)) is not { } kind || Macro.RichBody(macro) is not { } body) return null;
        string title = "";
        foreach (DirectiveAttribute parameter in MacroParameters.Of(macro, except: null))
        {
            if (parameter.Name != "title" || !Notation.CanBeLabel(parameter.Value)) return null;
            title = parameter.Value;
        }

        return new Alert(kind, title, reader.Read(body.Children)) { Origin = StorageOrigin.Of(macro) };
    }

    public static void Write(Alert alert, StorageRenderer renderer, StringBuilder to)
    {
        string macro = Alerts.ToMacro(alert.Kind) ?? "info";
        MacroConstruct.WriteStart(macro, to);
        if (alert.Title.Length > 0) MacroParameters.Write(macro, "title", alert.Title, to);
        MacroConstruct.WriteRichBody(alert.Blocks, renderer, to);
        to.Append("</ac:structured-macro>");
    }
}
