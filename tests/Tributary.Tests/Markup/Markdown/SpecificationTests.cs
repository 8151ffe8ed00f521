using System.Text.Json;
using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Tests.Clients;
using Tributary.Tests.Rules;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Markdown;

[Trait("Requires", "Node")]
public sealed partial class SpecificationTests
{
    [Fact(Timeout = 180_000)]
    public async Task Every_example_of_the_specifications_is_the_same_from_the_second_writing_on()
    {
        using JsonDocument examples = JsonDocument.Parse(await NodeClients.RunAsync("specifications.mjs", [], TestContext.Current.CancellationToken));
        List<string> changed = [];
        foreach (JsonElement example in examples.RootElement.EnumerateArray())
        {
            string first = Again(example.GetProperty("markdown").GetString()!);
            if (Again(first) != first) changed.Add(example.GetProperty("name").GetString()!);
        }

        string limits = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "markup", "limits.md"), TestContext.Current.CancellationToken);
        Assert.InRange(examples.RootElement.GetArrayLength(), 1300, int.MaxValue);
        Assert.Equal(Exceptions().Matches(limits).Select(match => match.Groups[1].Value), changed);
    }

    /// <summary>A line of limits.md that names an example and the reason why it changes.</summary>
    [GeneratedRegex(@"^- ((?:CommonMark|GFM) \d+): \S", RegexOptions.Multiline)]
    private static partial Regex Exceptions();

    private static string Again(string markdown) => MarkdownWriter.Write(MarkdownReader.Read(markdown, new LossLog()), new MarkdownOptions()).Text;
}
