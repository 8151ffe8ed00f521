using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Rendering;

namespace Tributary.Tests.Markup.Fuzzing;

/// <summary>A conversion under its name. Each is given texts of every format.</summary>
/// <param name="MostFold">How much longer the result may be. A letter may become an escape, an indented line of a deep list, a cell of a merged table; none of them a page.</param>
internal sealed record FuzzedConversion(string Name, Func<string, string?> Convert, int MostFold = 64)
{
    private const int Free = 20_000;

    // Of 256 headings in one another each is named by the words within; of 256 marks each stands on all texts within, as long as there is room.
    private const int FoldOfDepth = 512;
    private const int FoldOfMarks = 128;

    private static readonly ViewContext View = new();

    public static IReadOnlyList<FuzzedConversion> All { get; } =
    [
        new("StorageFormat.Validate", text => StorageFormat.Validate(text)?.ToString()),
        new("StorageFormat.ToPlainText", StorageFormat.ToPlainText),
        new("StorageFormat.ToView", text => StorageFormat.ToView(text, View), FoldOfDepth),
        new("StorageFormat.Outline", text => string.Join("\n", StorageFormat.Outline(text))),
        new("StorageFormat.Section", text => StorageFormat.Section(text, text.Length < 100 ? text : text[..100]).Source),
        new("StorageFormat.ToMarkdown", text => StorageFormat.ToMarkdown(text).Text),
        new("StorageFormat.FromMarkdown", text => StorageFormat.FromMarkdown(text).Text),
        new("StorageFormat.FromMarkdown onto its base", text => StorageFormat.FromMarkdown(Changed(StorageFormat.ToMarkdown(text).Text), text).Text),
        new("StorageFormat.FromMarkdown onto any base", text => StorageFormat.FromMarkdown(Changed(text), text).Text),
        new("AdfDocument.FromStorage", text => AdfDocument.FromStorage(text, View), FoldOfMarks),
        new("AdfDocument.ToStorage", text => AdfDocument.ToStorage(text).Storage),
        new("AdfDocument.Validate", text => AdfDocument.Validate(text)?.ToString()),
        new("AdfDocument.ToMarkdown", text => AdfDocument.ToMarkdown(text).Text),
        new("AdfDocument.FromMarkdown", text => AdfDocument.FromMarkdown(text).Text),
        new("AdfDocument.FromMarkdown onto its base", text => AdfDocument.FromMarkdown(Changed(AdfDocument.ToMarkdown(text).Text), text).Text),
        new("WikiMarkup.ToMarkdown", text => WikiMarkup.ToMarkdown(text).Text),
        new("WikiMarkup.FromMarkdown", text => WikiMarkup.FromMarkdown(text).Text),
        new("WikiMarkup.FromMarkdown onto its base", text => WikiMarkup.FromMarkdown(Changed(WikiMarkup.ToMarkdown(text).Text), text).Text),
        new("VisibleText.Of", VisibleText.Of),
    ];

    /// <summary>As somebody who edits it would leave it: a word here, a line there.</summary>
    private static string Changed(string markdown)
    {
        string[] lines = markdown.Split('\n');
        for (int line = 0; line < lines.Length; line += 7) lines[line] = line % 2 == 0 ? lines[line] + " more" : "";
        return string.Join('\n', lines);
    }

    public Fault? FaultOf(string text)
    {
        try
        {
            string result = Convert(text) ?? "";
            return result.Length <= (MostFold * text.Length) + Free ? null : new Fault("growth", $"{text.Length} characters became {result.Length}.");
        }
        catch (Exception exception)
        {
            return new Fault(exception.GetType().Name, exception.ToString());
        }
    }
}

/// <param name="Kind">The same for the same fault of a shorter text.</param>
internal sealed record Fault(string Kind, string Message);
