using System.Buffers;
using Tributary.Markup.Constructs;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

internal sealed partial class MarkdownWriter
{
    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#._-");

    private void WriteMacro(StorageElement macro)
    {
        string name = Macro.Name(macro);
        if (name == "code" && macro.Child("ac:plain-text-body") is not null)
        {
            ExpectMacro(macro, "language", "ac:plain-text-body");
            WriteFence(Language(macro), Macro.PlainBody(macro) ?? "");
        }
        else if (Alerts.OfMacro(name) is { } kind && Macro.RichBody(macro) is { } panel)
        {
            ExpectMacro(macro, "", "ac:rich-text-body");
            WriteAlert(kind, Macro.Parameter(macro, "title"), panel);
        }
        else
        {
            WriteOpaque(macro, name);
        }
    }

    /// <summary>Logs all of a macro but one parameter and the body.</summary>
    private void ExpectMacro(StorageElement macro, string understoodParameter, string bodyName)
    {
        string name = Macro.Name(macro);
        if (macro.Name != "ac:structured-macro") losses.Add($"older form of macro '{name}'");
        Expect(macro, "ac:name", "ac:schema-version");
        int understood = 0;
        foreach (StorageElement child in macro.Elements())
        {
            string parameter = child["ac:name"] ?? "";
            if (child.Name == bodyName) Expect(child);
            else if (child.Name != "ac:parameter") losses.Add(LossNames.Of(child));
            else if (parameter != understoodParameter || parameter.Length == 0 || understood++ > 0) losses.Add($"parameter '{parameter}' of macro '{name}'");
        }
    }

    private string Language(StorageElement macro)
    {
        string language = Macro.Parameter(macro, "language") ?? "";
        if (!language.AsSpan().ContainsAnyExcept(LanguageCharacters)) return language;
        losses.Add("language of a code block");
        return string.Concat(language.Where(c => LanguageCharacters.Contains(c)));
    }

    private void WriteAlert(string kind, string? title, StorageElement body)
    {
        lines.StartBlock();
        lines.Open("> ", "> ");
        lines.Text.Append("[!").Append(kind).Append(']');
        lines.StartContent();
        if (!string.IsNullOrEmpty(title))
        {
            lines.StartBlock();
            inlineWriter.Write([new Inline(InlineKind.Text, VisibleText.Of(title).ReplaceLineEndings(" "), Marks.Strong)], EscapeContext.LineStart, lines.LineBreak);
        }

        WriteBlocks(body);
        lines.Close();
    }

    /// <summary>A macro that Markdown has nothing for: its name and parameters, and its body between two marks.</summary>
    private void WriteOpaque(StorageElement macro, string name)
    {
        losses.Add(MacroText.LossName(macro));
        WriteShown(MacroText.Of(macro));
        if (Macro.RichBody(macro) is { } body)
        {
            WriteBlocks(body);
            WriteShown(name == "expand" ? "[/expand]" : $"[/macro: {name}]");
        }
        else if (Macro.PlainBody(macro) is { } plain)
        {
            WriteFence("", plain);
        }
    }

    private void WriteShown(string text)
    {
        lines.StartBlock();
        inlineWriter.Write([new Inline(InlineKind.Shown, VisibleText.Of(text).ReplaceLineEndings(" "), Marks.None)], EscapeContext.LineStart, lines.LineBreak);
    }
}
