using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.CodeBlocks;
using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

internal sealed partial class StorageEmitter
{
    private void AlterContainer(StorageElement? element, Origin origin, ContainerBlock was, ContainerBlock now)
    {
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
                if (before.ColumnSpan != after.ColumnSpan) SetAttribute(element, "colspan", Span(after.ColumnSpan));
                if (before.RowSpan != after.RowSpan) SetAttribute(element, "rowspan", Span(after.RowSpan));
                break;
            case (Directive before, Directive after):
                AlterDirective(element, before, after);
                break;
        }

        if (!ReferenceEquals(was.Blocks, now.Blocks)) Content(element is null ? null : Holder(element, was.Blocks), was.Blocks, now.Blocks, origin.End);
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
        else if (Macro.IsMacro(element)) patches.Insert(element.ContentEnd, text.Append("<ac:plain-text-body>").AppendCData(now).Append("</ac:plain-text-body>").ToString());
        else SetContent(element, text.AppendEscaped(now).ToString());
    }

    private void SetDone(StorageElement task, bool isDone)
    {
        if (task.Child("ac:task-status") is { } status) SetContent(status, isDone ? "complete" : "incomplete");
        else losses.Add("the state of a task that has none");
    }

    private void AlterCode(StorageElement element, CodeBlock was, CodeBlock now)
    {
        if (was.Code != now.Code) AlterText(element, was.Code, now.Code);
        if (!Macro.IsMacro(element)) return;
        if (was.Language != now.Language)
        {
            string macro = FenceMacros.Macro(now.Language) ?? "code";
            if (macro != Macro.Name(element)) SetAttribute(element, "ac:name", macro);
            if (macro == "code" || Macro.Name(element) == "code") SetParameter(element, "language", macro == "code" ? now.Language : null);
        }

        SetParameters(element, was.Attributes, now.Attributes);
    }

    private void AlterDirective(StorageElement? element, Directive was, Directive now)
    {
        if (element is null || (was.Label == now.Label && was.Attributes.SequenceEqual(now.Attributes))) return;
        if (Macro.IsMacro(element)) SetParameters(element, MacroNotation.ToMacro(was.Name, was.Label, was.Attributes).Parameters, MacroNotation.ToMacro(now.Name, now.Label, now.Attributes).Parameters);
        else if (LayoutConstruct.IsLayout(was)) SetLayout(element, was.Attributes, now.Attributes);
    }

    private void SetLayout(StorageElement element, IReadOnlyList<DirectiveAttribute> was, IReadOnlyList<DirectiveAttribute> now)
    {
        foreach (string name in was.Concat(now).Select(attribute => attribute.Name).Distinct())
        {
            string? before = was.FirstOrDefault(attribute => attribute.Name == name).Value, after = now.FirstOrDefault(attribute => attribute.Name == name).Value;
            if (before != after) SetAttribute(element, $"ac:{name}", after);
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

    /// <summary>Changes, adds or, with null, removes an attribute.</summary>
    private void SetAttribute(StorageElement element, string name, string? value)
    {
        StorageAttribute? attribute = element.Attributes.Where(candidate => candidate.Name == name).Cast<StorageAttribute?>().FirstOrDefault();
        string text = value is null ? "" : new StringBuilder().AppendAttribute(name, value).ToString();
        if (attribute is { } present) patches.Replace(present.Start - 1, present.End, text);
        else if (value is not null) patches.Insert(element.Start + 1 + element.Name.Length, text);
    }
}
