using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Rendering;

namespace Tributary.Bench;

/// <summary>Elements in one another, far more than any page has: every conversion answers at once.</summary>
internal static class Depth
{
    private const int Levels = 200_000;

    private static readonly ViewContext View = new();

    private static readonly (string Format, string What, string Open, string Close)[] Nests =
    [
        ("storage", "div", "<div>", "</div>"),
        ("storage", "list", "<ul><li>", "</li></ul>"),
        ("storage", "mark", "<strong>", "</strong>"),
        ("storage", "macro", "<ac:structured-macro ac:name=\"panel\"><ac:rich-text-body>", "</ac:rich-text-body></ac:structured-macro>"),
        ("storage", "table", "<table><tbody><tr><td>", "</td></tr></tbody></table>"),
        ("ADF", "quote", "{\"type\":\"blockquote\",\"content\":[", "]}"),
        ("ADF", "list", "[", "]"),
        ("Markdown", "quote", "> ", ""),
        ("Markdown", "list", "1. ", ""),
        ("Markdown", "quotes and lists", "- > ", ""),
        ("Markdown", "directive", ":::expand\n", ":::\n"),
        ("Markdown", "link", "[", "](x)"),
        ("Markdown", "image", "![", "](x)"),
        ("Markdown", "mark", ":u[", "]"),
        ("Markdown", "emphasis", "*a ", "*"),
        ("Markdown", "strong", "**a ", "**"),
        ("Markdown", "tag", "<u>", "</u>"),
        ("wiki markup", "expand", "{expand:x}\n", "{expand}\n"),
        ("wiki markup", "panel", "{panel:x}\n", "{panel}\n"),
        ("wiki markup", "colour", "{color:red}", "{color}"),
        ("wiki markup", "list", "*", ""),
        ("wiki markup", "bold and emphasis", "*_", "_*"),
        ("wiki markup", "link", "[", "]"),
    ];

    public static void Show()
    {
        Console.WriteLine($"{Levels:N0} elements in one another, ms of the processor (MB allocated):");
        foreach ((string format, string what, string open, string close) in Nests)
        {
            string text = string.Concat(Enumerable.Repeat(open, Levels)) + "x" + string.Concat(Enumerable.Repeat(close, Levels));
            Console.WriteLine($"  {format + ": " + what,-32} {string.Join(", ", Conversions(format).Select(conversion => $"{conversion.Name} {Shown(Measure.ByTurns(1, () => conversion.Convert(text))[0])}"))}");
        }
    }

    private static (string Name, Action<string> Convert)[] Conversions(string format) => format switch
    {
        "storage" =>
        [
            ("checked", text => StorageFormat.Validate(text)),
            ("to Markdown", text => StorageFormat.ToMarkdown(text)),
            ("words", text => StorageFormat.ToPlainText(text)),
            ("to view", text => StorageFormat.ToView(text, View)),
            ("to ADF", text => AdfDocument.FromStorage(text, View)),
            ("base of an edit", text => StorageFormat.FromMarkdown("y", text)),
        ],
        "ADF" =>
        [
            ("checked", text => AdfDocument.Validate(text)),
            ("to Markdown", text => AdfDocument.ToMarkdown(text)),
            ("to storage", text => AdfDocument.ToStorage(text)),
            ("base of an edit", text => AdfDocument.FromMarkdown("y", text)),
        ],
        "Markdown" =>
        [
            ("to storage", text => StorageFormat.FromMarkdown(text)),
            ("onto a base", text => StorageFormat.FromMarkdown(text, "<p>y</p>")),
            ("to ADF", text => AdfDocument.FromMarkdown(text)),
            ("to wiki markup", text => WikiMarkup.FromMarkdown(text)),
        ],
        _ =>
        [
            ("to Markdown", text => WikiMarkup.ToMarkdown(text)),
            ("base of an edit", text => WikiMarkup.FromMarkdown("y", text)),
        ],
    };

    private static string Shown(Timing timing) => $"{timing.Milliseconds:F0} ({timing.AllocatedBytes / 1_000_000})";
}
