using System.Text.Json;
using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Markdown;
using Tributary.Tests.Clients;
using Tributary.Tests.Markup.Adf.Schema;
using Tributary.Tests.Rules;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Markdown;

/// <summary>Every example of CommonMark and of GitHub's specification, with the exceptions that docs/markup/limits.md lists under the title of each test.</summary>
[Trait("Requires", "Node")]
public sealed partial class SpecificationTests
{
    private static readonly Lazy<Task<(string Name, string Markdown)[]>> Examples = new(ReadAsync);

    [Fact(Timeout = 180_000)]
    public Task As_Markdown_alone_every_example_is_the_same_from_the_second_writing_on() =>
        HoldsAsync("Markdown alone", markdown => Rewritten(markdown) is var once && Rewritten(once) == once);

    [Fact(Timeout = 180_000)]
    public Task As_storage_format_every_example_is_valid_and_the_same_from_the_second_reading_on() => HoldsAsync("Storage format", markdown =>
    {
        string storage = StorageFormat.FromMarkdown(markdown).Text;
        string once = StorageFormat.ToMarkdown(storage).Text;
        string again = StorageFormat.FromMarkdown(once).Text;
        return StorageFormat.Validate(storage) is null && StorageFormat.Validate(again) is null && StorageFormat.ToMarkdown(again).Text == once;
    });

    [Fact(Timeout = 180_000)]
    public Task As_ADF_every_example_is_valid_and_the_same_from_the_second_reading_on() => HoldsAsync("ADF", markdown =>
    {
        string adf = AdfDocument.FromMarkdown(markdown).Text;
        string once = AdfDocument.ToMarkdown(adf).Text;
        string again = AdfDocument.FromMarkdown(once).Text;
        return IsAdf(adf) && IsAdf(again) && AdfDocument.ToMarkdown(again).Text == once;
    });

    [Fact(Timeout = 180_000)]
    public Task As_wiki_markup_every_example_is_the_same_from_the_second_reading_on() => HoldsAsync("Wiki markup", markdown =>
    {
        string once = WikiMarkup.ToMarkdown(WikiMarkup.FromMarkdown(markdown).Text).Text;
        return WikiMarkup.ToMarkdown(WikiMarkup.FromMarkdown(once).Text).Text == once;
    });

    [Fact(Timeout = 180_000)]
    public Task Storage_format_says_all_that_the_Markdown_says() =>
        HoldsAsync("Storage format at once", markdown => StorageFormat.ToMarkdown(StorageFormat.FromMarkdown(markdown).Text).Text == Rewritten(markdown));

    private static async Task HoldsAsync(string title, Func<string, bool> holds)
    {
        (string Name, string Markdown)[] examples = await Examples.Value;
        Assert.InRange(examples.Length, 1300, int.MaxValue);
        string limits = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "markup", "limits.md"), TestContext.Current.CancellationToken);
        string section = limits.Split($"\n### {title}\n")[1].Split("\n#")[0];
        string[] exceptions = [.. Exception().Matches(section).SelectMany(match => match.Groups["number"].Captures.Select(number => $"{match.Groups["specification"].Value} {number.Value}"))];
        Assert.Equal(exceptions.Order(StringComparer.Ordinal), examples.Where(example => !holds(example.Markdown)).Select(example => example.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>A line that names examples of a specification and the reason why they are exceptions.</summary>
    [GeneratedRegex(@"^- (?<specification>CommonMark|GFM) (?<number>\d+)(?:, (?<number>\d+))*: \S", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Exception();

    private static async Task<(string Name, string Markdown)[]> ReadAsync()
    {
        using JsonDocument examples = JsonDocument.Parse(await NodeClients.RunAsync("specifications.mjs", [], CancellationToken.None));
        return [.. examples.RootElement.EnumerateArray().Select(example => (example.GetProperty("name").GetString()!, example.GetProperty("markdown").GetString()!))];
    }

    private static string Rewritten(string markdown) => MarkdownWriter.Write(MarkdownReader.Read(markdown, new LossLog()), new MarkdownOptions()).Text;

    private static bool IsAdf(string adf) => AdfDocument.Validate(adf) is null && AdfSchema.Fault(adf) is null;
}
