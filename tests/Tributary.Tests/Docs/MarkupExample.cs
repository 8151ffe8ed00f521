using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Tests.Markup.Adf.Schema;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

/// <summary>
/// An example of a page of docs/markup: fences of four backticks with nothing but blank lines between them. <c>storage</c>, <c>adf</c> or <c>wiki</c> is what Confluence or Jira keeps, <c>markdown</c> what a reader of it sees.
/// The word <c>clean</c> says that this is what the Markdown is written as, <c>kept</c> that nothing but the original can say it, and behind <c>markdown</c>, <c>also</c> marks another spelling that is taken.
/// </summary>
internal sealed partial record MarkupExample(string Page, int Line, IReadOnlyList<MarkupFence> Fences)
{
    public string Markdown => Fences.Single(fence => fence is { Kind: "markdown", Word: "" }).Text;

    public IEnumerable<string> OtherSpellings => Fences.Where(fence => fence is { Kind: "markdown", Word: "also" }).Select(fence => fence.Text);

    public IEnumerable<MarkupFence> Sources => Fences.Where(fence => fence.Kind != "markdown");

    public static IEnumerable<string> Pages => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "markup"), "*.md").Select(page => Path.GetFileName(page)!).Order(StringComparer.Ordinal);

    public static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "markup", page));

    public static IEnumerable<MarkupExample> Of(string page)
    {
        string text = Text(page);
        var fences = new List<MarkupFence>();
        int start = 0, end = 0;
        foreach (Match match in Fence().Matches(text))
        {
            if (fences.Count > 0 && !string.IsNullOrWhiteSpace(text[end..match.Index]))
            {
                yield return new MarkupExample(page, LineOf(text, start), fences);
                fences = [];
            }

            if (fences.Count == 0) start = match.Index;
            fences.Add(new MarkupFence(match.Groups["kind"].Value, match.Groups["word"].Value, match.Groups["text"].Value));
            end = match.Index + match.Length;
        }

        if (fences.Count > 0) yield return new MarkupExample(page, LineOf(text, start), fences);
    }

    /// <summary>The page with the Markdown of its examples as it is read today.</summary>
    public static string Rewritten(string page) => Shown().Replace(Text(page), match =>
        $"{match.Groups["source"].Value}````markdown\n{MarkupFormat.Of(match.Groups["kind"].Value).Read(match.Groups["text"].Value).Text}````\n");

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex("^````(?<kind>storage|adf|wiki|markdown)(?: (?<word>[a-z]+))?\n(?<text>.*?)^````\n", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex("(?<source>^````(?<kind>storage|adf|wiki)(?: [a-z]+)?\n(?<text>.*?)^````\n\n)````markdown\n.*?^````\n", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Shown();
}

internal sealed record MarkupFence(string Kind, string Word, string Text);

/// <summary>One of the formats that Markdown is made from and written as.</summary>
internal sealed record MarkupFormat(string Name, Func<string, string?> Fault, Func<string, Conversion> Read, Func<string, Conversion> Write, Func<string, string, Conversion> Change)
{
    public static IReadOnlyList<MarkupFormat> All { get; } =
    [
        new("storage", text => StorageFormat.Validate(text)?.ToString(), text => StorageFormat.ToMarkdown(text), StorageFormat.FromMarkdown, (markdown, source) => StorageFormat.FromMarkdown(markdown, source)),
        new("adf", text => AdfDocument.Validate(text)?.ToString() ?? AdfSchema.Fault(text), text => AdfDocument.ToMarkdown(text), AdfDocument.FromMarkdown, (markdown, source) => AdfDocument.FromMarkdown(markdown, source)),
        new("wiki", _ => null, text => WikiMarkup.ToMarkdown(text), WikiMarkup.FromMarkdown, (markdown, source) => WikiMarkup.FromMarkdown(markdown, source)),
    ];

    public static MarkupFormat Of(string name) => All.Single(format => format.Name == name);
}
