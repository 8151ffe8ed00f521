using System.Buffers;
using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

internal sealed partial class WikiRenderer
{
    /// <summary>The macros around what is written.</summary>
    public List<string> Names { get; } = [];

    private static readonly SearchValues<char> NotInName = SearchValues.Create("=|{}\r\n");

    /// <summary>Whether <c>bq.</c> says it all.</summary>
    private static bool IsShort(Quote quote, WikiPlace place) => place == WikiPlace.Page && quote.Blocks is [Paragraph { Inlines: var line }] && HasText(line) && !line.Any(inline => inline is Break);

    private void Quote(Quote quote, StringBuilder to)
    {
        if (Names.Contains("quote"))
        {
            to.Append("bq. ");
            Line(((Paragraph)quote.Blocks[0]).Inlines, to, WikiPlace.Item, guardStart: false);
            return;
        }

        Body("quote", "{quote}", quote.Blocks, to);
    }

    private void Macro(ContainerBlock macro, StringBuilder to)
    {
        string tag = OpeningTag(macro);
        if (macro is Directive { Body: null }) to.Append(tag);
        else Body(Parts(macro).Name, tag, macro.Blocks, to);
    }

    /// <summary>The tag that begins an alert, a macro or a block of code.</summary>
    public string OpeningTag(Block block)
    {
        (string name, List<DirectiveAttribute> parameters) = Parts(block);
        if (block is Directive && name == "panel")
        {
            foreach (DirectiveAttribute unknown in parameters.Where(parameter => !WikiPanel.IsKnown(parameter.Name))) losses.Add($"value '{unknown.Name}' of a panel, which Jira does not have");
        }

        // Without parameters it would close the macro around it, or be closed by a later one.
        bool needsColon = Names.Contains(name) || (block is Directive { Body: null } && parameters.Count == 0);
        if (WikiTag.Write(name, Parameters(parameters), needsColon) is { } tag) return tag;
        losses.Add("parameters of a macro, too long");
        return WikiTag.Write(name, "", needsColon)!;
    }

    private void Body(string name, string tag, IReadOnlyList<Block> blocks, StringBuilder to)
    {
        to.Append(tag).Append(newLine);
        // Without an empty line a colour would be one of a line of text.
        if (name == "color") to.Append(newLine);
        int start = to.Length;
        Names.Add(name);
        depth++;
        bool wasInCell = InCell;
        InCell = false;
        Write(blocks, to, WikiPlace.Page);
        InCell = wasInCell;
        depth--;
        Names.RemoveAt(Names.Count - 1);
        if (to.Length > start) to.Append(newLine);
        to.Append('{').Append(name).Append('}');
    }

    private void Code(CodeBlock code, StringBuilder to)
    {
        (string name, _) = Parts(code);
        to.Append(OpeningTag(code)).Append(newLine).Append(CodeText(code, name)).Append(newLine).Append('{').Append(name).Append('}');
    }

    public string CodeText(CodeBlock code, string name)
    {
        string text = code.Code;
        string closing = $"{{{name}}}";
        if (text.Contains(closing, StringComparison.Ordinal))
        {
            losses.Add($"code that holds {closing}, parted by a blank");
            text = text.Replace(closing, $"{{{name} }}", StringComparison.Ordinal);
        }

        return newLine == "\n" ? text : text.Replace("\n", newLine, StringComparison.Ordinal);
    }

    /// <summary>The macro that a block is written as.</summary>
    public static (string Name, List<DirectiveAttribute> Parameters) Parts(Block block)
    {
        var parameters = new List<DirectiveAttribute>();
        switch (block)
        {
            case CodeBlock { Language: "noformat" } plain:
                return ("noformat", [.. plain.Attributes]);
            case CodeBlock code:
                if (code.Language.Length > 0) parameters.Add(new DirectiveAttribute("_", code.Language));
                parameters.AddRange(code.Attributes);
                return ("code", parameters);
            case Alert alert:
                if (alert.Title.Length > 0) parameters.Add(new DirectiveAttribute("title", alert.Title));
                parameters.Add(new DirectiveAttribute(WikiPanel.Background, WikiPanel.ColorOf(alert.Kind)));
                return ("panel", parameters);
            case Directive directive:
                if (directive.Label.Length > 0) parameters.Add(new DirectiveAttribute("title", directive.Label));
                parameters.AddRange(directive.Attributes);
                int named = directive.Name == "macro" ? parameters.FindIndex(parameter => parameter.Name == "name") : -1;
                string name = directive.Name;
                if (named >= 0)
                {
                    name = parameters[named].Value;
                    parameters.RemoveAt(named);
                }

                return (name, parameters);
            default:
                return ("quote", parameters);
        }
    }

    private static string Parameters(List<DirectiveAttribute> parameters) => string.Join('|', parameters
        .Where(parameter => !parameter.Name.AsSpan().ContainsAny(NotInName))
        .Select(parameter => IsUnnamed(parameter.Name) ? WikiEscape.Parameter(parameter.Value, "|=") : $"{parameter.Name}={WikiEscape.Parameter(parameter.Value, "|")}"));

    private static bool IsUnnamed(string name) => name.StartsWith('_') && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Why a directive cannot be written as a macro; null where it can.</summary>
    private static string? LossOf(Directive directive, WikiPlace place)
    {
        string name = Parts(directive).Name;
        bool isOwn = name is "opaque" or "layout" or "layout-section" or "layout-cell" or "macro" or "task" or "row" or "cell" or "table" or "date" or "mention" or "emoji" or "math" or "quote" or "anchor";
        bool isSaid = WikiTag.IsName(name) && !isOwn && !WikiMacroScanner.IsVerbatim(name) && (name != "color" || directive.Name == "macro");
        if (!isSaid || (place == WikiPlace.Cell && !WikiMacroScanner.IsKnown(name))) return $"{(isOwn ? name : $"macro '{name}'")}{(directive.Body is null ? "" : ", its contents kept")}";
        return directive.Body is null && WikiMacroScanner.IsKnown(name) ? $"macro '{name}'" : null;
    }
}
