using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Tests.Markup.Storage;

/// <summary>Real pages: whatever is changed through Markdown, the bytes of all else stay.</summary>
public sealed partial class UntouchedBytesTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "../../../../../src/Tributary.Emulator/Seeds/Data/demo");

    [Theory(Timeout = 60000), MemberData(nameof(Pages))]
    public async Task A_word_that_changes_is_the_only_thing_that_changes(string page)
    {
        string storage = await File.ReadAllTextAsync(Path.Combine(Folder, page), TestContext.Current.CancellationToken);
        string markdown = StorageFormat.ToMarkdown(storage).Text;
        Assert.Equal(storage, StorageFormat.FromMarkdown(markdown, storage).Text);
        string braces = string.Concat(Braces().Matches(markdown).Select(match => match.Value)), tags = string.Concat(Tags().Matches(storage).Select(match => match.Value));
        foreach (string word in Word().Matches(markdown).Select(match => match.Value).Distinct().Where(word => IsOnce(word, markdown) && IsOnce(word, storage)).Take(60))
        {
            // Names of attributes, and what stands in a tag, are no words of the page.
            if (braces.Contains(word, StringComparison.Ordinal) || tags.Contains(word, StringComparison.Ordinal)) continue;
            Conversion written = StorageFormat.FromMarkdown(markdown.Replace(word, "Qx7", StringComparison.Ordinal), storage);
            Assert.Equal(storage.Replace(word, "Qx7", StringComparison.Ordinal), written.Text);
        }
    }

    [Theory(Timeout = 60000), MemberData(nameof(Pages))]
    public async Task A_paragraph_that_comes_or_a_block_that_goes_touches_no_other(string page)
    {
        string storage = await File.ReadAllTextAsync(Path.Combine(Folder, page), TestContext.Current.CancellationToken);
        Document model = StorageModel.Read(StorageDocument.Parse(storage));
        MarkdownText shown = MarkdownWriter.Write(model, new MarkdownOptions());
        for (int i = 0; i < shown.Blocks.Count; i++)
        {
            Range block = shown.Blocks[i];
            string before = shown.Text[..block.Start.Value];
            string after = shown.Text[block.Start.Value..];
            string more = StorageFormat.FromMarkdown($"{before}Something new\n\n{after}", storage).Text;
            int at = more.IndexOf("<p>Something new</p>", StringComparison.Ordinal);
            Assert.True(at >= 0);
            Assert.Equal(storage, more.Remove(at, "<p>Something new</p>".Length));

            // Two lists that become neighbours are one list to Markdown.
            if (i > 0 && i + 1 < shown.Blocks.Count && model.Blocks[i - 1] is ListBlock && model.Blocks[i + 1] is ListBlock) continue;
            string fewer = StorageFormat.FromMarkdown(before + shown.Text[block.End.Value..].TrimStart('\n'), storage).Text;
            int head = storage.AsSpan().CommonPrefixLength(fewer);
            Assert.EndsWith(fewer[head..], storage, StringComparison.Ordinal);
            Assert.True(fewer.Length < storage.Length);
        }
    }

    private static bool IsOnce(string word, string text) => text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var first && text.IndexOf(word, first + 1, StringComparison.Ordinal) < 0;

    [GeneratedRegex(@"(?<![\w:.@#/-])\p{L}{4,}(?![\w:.@#/-])")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex("<[^!][^>]*>")]
    private static partial Regex Tags();
}
