using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.AdfExtensions;
using Tributary.Markup.Constructs.CodeBlocks;
using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

internal sealed partial class StorageEmitter
{
    private void AlterContainer(StorageElement? element, Origin origin, ContainerBlock was, ContainerBlock now)
    {
        if (was is Directive { IsOpaque: true, Body: not null } opaque)
        {
            if (!ReferenceEquals(was.Blocks, now.Blocks)) losses.Add($"a change to '{opaque.Name}' (#{opaque.Handle}), of which only the place can change");
            return;
        }

        // A list of no decisions is none.
        if (now.Blocks.Count == 0 && was.Blocks.Any(block => DecisionConstruct.IsDecision(block.Origin)))
        {
            patches.Remove(origin.Start, origin.End);
            return;
        }

        if (was is Directive shaped && now is Directive layout && LayoutConstruct.IsLayout(shaped)) now = LayoutShape.Fit(shaped, layout, losses);
        switch (was, now)
        {
            case var _ when element is null:
                break;
            case (Alert before, Alert after):
                if (before.Kind != after.Kind) SetAttribute(element, "ac:name", Alerts.ToMacro(after.Kind) ?? "info");
                if (before.Title != after.Title) SetParameter(element, "title", after.Title);
                break;
            case (ListBlock before, ListBlock after) when before.Start != after.Start:
                SetAttribute(element, "start", after.Start.ToString(CultureInfo.InvariantCulture));
                break;
            case (ListItem before, ListItem after) when before.IsDone != after.IsDone:
                SetDone(element, after.IsDone == true);
                break;
            case (TableCell before, TableCell after):
                if (before.IsHeader != after.IsHeader) Rename(element, after.IsHeader ? "th" : "td");
                if (before.Alignment != after.Alignment) SetAlignment(element, after);
                if (before.ColumnSpan != after.ColumnSpan) SetAttribute(element, "colspan", Span(after.ColumnSpan));
                if (before.RowSpan != after.RowSpan) SetAttribute(element, "rowspan", Span(after.RowSpan));
                break;
            case (Directive before, Directive after):
                AlterDirective(element, before, after);
                break;
        }

        if (ReferenceEquals(was.Blocks, now.Blocks) || (element is not null && Macro.IsMacro(element) && AlterBody(element, now))) return;
        if (element is { Name: "ac:task" } && element.Child("ac:task-body") is null)
        {
            var body = new StringBuilder("<ac:task-body>");
            renderer.WriteBlocks(now.Blocks, body);
            Add(element, body.Append("</ac:task-body>").ToString());
            return;
        }

        Content(element is null ? null : Holder(element, was.Blocks), was.Blocks, now.Blocks, origin.End);
    }

    /// <summary>On the paragraphs, as the newer editor has it; on the cell where there are none, or new ones come.</summary>
    private void SetAlignment(StorageElement cell, TableCell now)
    {
        StorageElement[] paragraphs = [.. cell.Elements().Where(child => child.Name == "p")];
        bool isOfCell = paragraphs.Length == 0 || now.Blocks.Any(block => block.Origin is null) || StyleText.Value(cell["style"], "text-align") is not null;
        foreach (StorageElement element in isOfCell ? [.. paragraphs, cell] : paragraphs)
            SetAttribute(element, "style", StyleText.With(element["style"], "text-align", now.Alignment == CellAlignment.None ? null : now.Alignment.ToString().ToLowerInvariant()));
    }

    /// <summary>Puts a body into a macro that has none, and keeps plain text plain. False where the body holds blocks.</summary>
    private bool AlterBody(StorageElement macro, ContainerBlock now)
    {
        if (Macro.RichBody(macro) is not null) return false;
        if (macro.Child("ac:plain-text-body") is { } plain)
        {
            if (now.Blocks is [CodeBlock { Origin: not null }]) return false;
            string name = Macro.Name(macro);
            if (now.Blocks is not ([] or [CodeBlock])) losses.Add($"the look of the body of macro '{name}', which is plain text");
            AlterText(plain, Macro.PlainBody(macro) ?? "", now.Blocks is [CodeBlock code] ? code.Code : PlainLines.Of(now.Blocks));
            return true;
        }

        var body = new StringBuilder();
        MacroConstruct.WriteBody(Macro.Name(macro), now.Blocks, renderer, body);
        Add(macro, body.ToString());
        return true;
    }

    private static string? Span(int cells) => cells == 1 ? null : cells.ToString(CultureInfo.InvariantCulture);

    /// <summary>The element that holds the blocks: the innermost one around all of them.</summary>
    private static StorageElement Holder(StorageElement element, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0)
        {
            string? body = element.Name switch
            {
                "ac:structured-macro" or "ac:macro" => element.Child("ac:rich-text-body")?.Name ?? "ac:plain-text-body",
                "ac:task" => "ac:task-body",
                _ => null,
            };
            return body is null ? element : element.Child(body) ?? element;
        }

        int start = blocks.Min(block => block.Origin!.Start), end = blocks.Max(block => block.Origin!.End);
        while (element.Elements().FirstOrDefault(child => child.ContentStart <= start && end <= child.ContentEnd) is { } inner) element = inner;
        return element;
    }

    private void AlterText(StorageElement element, string was, string now)
    {
        StorageElement? body = element.Name == "ac:plain-text-body" ? element : element.Child("ac:plain-text-body");
        var text = new StringBuilder();
        if (CodeLines.TryPatch(source.Source, patches, body ?? element, was, now)) return;
        if (body is not null) SetContent(body, text.AppendCData(now).ToString());
        else if (!Macro.IsMacro(element)) SetContent(element, text.AppendEscaped(now).ToString());
        else Add(element, text.Append("<ac:plain-text-body>").AppendCData(now).Append("</ac:plain-text-body>").ToString());
    }

    /// <summary>Behind all that an element holds.</summary>
    private void Add(StorageElement element, string content)
    {
        if (IsEmptyTag(element)) Expand(element, content);
        else patches.Insert(element.ContentEnd, content);
    }

    private void SetDone(StorageElement task, bool isDone)
    {
        string state = isDone ? "complete" : "incomplete";
        if (task.Child("ac:task-status") is { } status) SetContent(status, state);
        else if (task.Child("ac:task-body") is { } body) patches.Insert(body.Start, $"<ac:task-status>{state}</ac:task-status>");
        else Add(task, $"<ac:task-status>{state}</ac:task-status>");
    }

    private void AlterCode(StorageElement element, CodeBlock was, CodeBlock now)
    {
        if (!Macro.IsMacro(element))
        {
            if (was.Code != now.Code) AlterText(element, was.Code, now.Code);
            if (was.Language == now.Language && was.Attributes.SequenceEqual(now.Attributes)) return;
            if (element.Name == "pre") Rewrite(element, now);
            else losses.Add("the language of the body of a macro, which is plain text");
            return;
        }

        if (was.Language != now.Language)
        {
            string macro = FenceMacros.Macro(now.Language) ?? "code";
            if (macro != Macro.Name(element)) SetAttribute(element, "ac:name", macro);
            if (macro == "code" || Macro.Name(element) == "code") SetParameter(element, "language", macro == "code" ? now.Language : null);
        }

        SetParameters(element, was.Attributes, now.Attributes);
        if (was.Code != now.Code) AlterText(element, was.Code, now.Code);
    }

    private void Rewrite(StorageElement element, Block now)
    {
        var text = new StringBuilder();
        renderer.Write(now with { Origin = null }, text);
        patches.Replace(element.Start, element.End, text.ToString());
    }

    private void AlterDirective(StorageElement? element, Directive was, Directive now)
    {
        if (element is null || (was.Name == now.Name && was.Label == now.Label && was.Attributes.SequenceEqual(now.Attributes))) return;
        bool isLayout = LayoutConstruct.IsLayout(was);
        if (Macro.IsMacro(element) && Notation.CanBeMacro(now.Name)) SetMacro(element, MacroNotation.ToMacro(was.Name, was.Label, was.Attributes), MacroNotation.ToMacro(now.Name, now.Label, now.Attributes));
        else if (isLayout) SetValues(element, was.Name, was.Attributes, now.Attributes, LayoutConstruct.Values(was));
        if (isLayout ? was.Name != now.Name || now.Label.Length > 0 : !Macro.IsMacro(element) || !Notation.CanBeMacro(now.Name)) losses.Add($"a change to '{was.Name}' (#{was.Handle}), of which only the place and the content can change");
    }

    private void SetMacro(StorageElement macro, (string Name, IReadOnlyList<DirectiveAttribute> Parameters) was, (string Name, IReadOnlyList<DirectiveAttribute> Parameters) now)
    {
        if (was.Name != now.Name) SetAttribute(macro, "ac:name", now.Name);
        SetParameters(macro, was.Parameters, now.Parameters);
    }

    /// <summary>Values that are attributes of Confluence's element under their own names.</summary>
    private void SetValues(StorageElement element, string what, IReadOnlyList<DirectiveAttribute> was, IReadOnlyList<DirectiveAttribute> now, IReadOnlyList<string> known)
    {
        foreach (string name in was.Concat(now).Select(attribute => attribute.Name).Distinct())
        {
            string? before = was.FirstOrDefault(attribute => attribute.Name == name).Value, after = now.FirstOrDefault(attribute => attribute.Name == name).Value;
            if (before == after) continue;
            if (known.Contains(name)) SetAttribute(element, $"ac:{name}", after);
            else losses.Add($"value '{name}' of '{what}', which has none of that name");
        }
    }

    private void SetParameters(StorageElement macro, IReadOnlyList<DirectiveAttribute> was, IReadOnlyList<DirectiveAttribute> now)
    {
        foreach (DirectiveAttribute attribute in now)
        {
            if (!was.Contains(attribute)) SetParameter(macro, attribute.Name, attribute.Value);
        }

        foreach (DirectiveAttribute gone in was)
        {
            if (!now.Any(attribute => attribute.Name == gone.Name)) SetParameter(macro, gone.Name, null);
        }
    }

    /// <summary>Changes, adds or, with null or nothing, removes a parameter of a macro.</summary>
    private void SetParameter(StorageElement macro, string name, string? value)
    {
        StorageElement? parameter = Macro.Parameters(macro).FirstOrDefault(child => MacroParameters.Shown(child["ac:name"] ?? "") == name);
        if (string.IsNullOrEmpty(value))
        {
            if (parameter is not null) patches.Remove(parameter.Start, parameter.End);
            return;
        }

        var text = new StringBuilder();
        MacroParameters.Write(Macro.Name(macro), name, value, text);
        string written = text.ToString();
        if (parameter is not null)
        {
            string content = written[(written.IndexOf('>', StringComparison.Ordinal) + 1)..written.LastIndexOf("</", StringComparison.Ordinal)];
            bool areWords = !content.StartsWith('<') && !parameter.Elements().Any();
            if (!areWords || !TextPatch.TryReplace(source.Source, patches, parameter, Macro.ParameterText(parameter), value)) SetContent(parameter, content);
            return;
        }

        StorageElement? body = macro.Child("ac:rich-text-body") ?? macro.Child("ac:plain-text-body");
        if (IsEmptyTag(macro)) Expand(macro, written);
        else patches.Insert(body?.Start ?? macro.ContentEnd, written);
    }

    private void SetAttribute(StorageElement element, string name, string? value) => TagPatch.Set(patches, element, name, value);
}
