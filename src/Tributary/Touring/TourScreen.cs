using Spectre.Console;
using Tributary.Console;

namespace Tributary.Touring;

/// <summary>Shows a tour step by step: what is done, the call, the real answer, shortened, and the verdict.</summary>
internal sealed class TourScreen(Output output)
{
    private const int MostLines = 9;
    private const int MostLetters = 116;

    private readonly IAnsiConsole console = output.Pretty();
    private int step;

    public void Say(string text) => console.MarkupLine(text.EscapeMarkup());

    public void Begin(string title) => console.MarkupLine($"\n[bold]{++step}. {title.EscapeMarkup()}[/]");

    public void Call(string tool, string arguments) => console.MarkupLine($"   [blue]{tool.EscapeMarkup()}[/] [grey]{Shortened(arguments).EscapeMarkup()}[/]");

    public void Answer(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (string line in lines.Take(MostLines))
            console.MarkupLine($"   [grey]|[/] {Shortened(line).EscapeMarkup()}");
        if (lines.Length > MostLines)
            console.MarkupLine($"   [grey]| … {lines.Length - MostLines} more lines[/]");
    }

    public void Pass(string outcome) => console.MarkupLine($"   [green]✓ {outcome.EscapeMarkup()}[/]");

    public void Fail(string outcome) => console.MarkupLine($"   [red]✗ {outcome.EscapeMarkup()}[/]");

    private static string Shortened(string line) => line.Length <= MostLetters ? line : line[..MostLetters] + "…";
}
