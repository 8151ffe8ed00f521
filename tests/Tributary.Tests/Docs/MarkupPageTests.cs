using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

/// <summary>The pages of docs/markup are the tests of the conversions: every example holds in every direction.</summary>
public sealed partial class MarkupPageTests
{
    public static TheoryData<string, int> Examples => [.. MarkupExample.Pages.SelectMany(MarkupExample.Of).Select(example => (example.Page, example.Line))];

    [Fact(Timeout = 10000)]
    public Task The_Markdown_of_the_pages_is_what_the_code_reads()
    {
        foreach (string page in MarkupExample.Pages.Where(page => MarkupExample.Of(page).Any())) GeneratedFile.Matches($"docs/markup/{page}", MarkupExample.Rewritten(page));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Examples))]
    public Task What_is_read_is_the_Markdown_and_goes_back_as_it_was(string page, int line)
    {
        MarkupExample example = Example(page, line);
        foreach (MarkupFence source in example.Sources)
        {
            MarkupFormat format = MarkupFormat.Of(source.Kind);
            Conversion read = format.Read(source.Text);
            Assert.Null(format.Fault(source.Text));
            Assert.Equal(example.Markdown, read.Text);
            Assert.Empty(read.Losses);
            Assert.Equal(source.Text, format.Change(example.Markdown, source.Text).Text);
        }

        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Examples))]
    public Task New_Markdown_is_written_so_that_it_reads_the_same(string page, int line)
    {
        MarkupExample example = Example(page, line);
        foreach (string kind in example.Sources.Select(source => source.Kind).DefaultIfEmpty("storage").Distinct())
        {
            MarkupFormat format = MarkupFormat.Of(kind);
            MarkupFence[] sources = [.. example.Sources.Where(source => source.Kind == kind)];
            bool isKept = sources.Any(source => source.Word == "kept");
            Conversion written = format.Write(example.Markdown);

            Assert.Null(format.Fault(written.Text));
            Assert.Equal(isKept, written.Losses.Count > 0);
            if (!isKept) Assert.Equal(Said(example.Markdown), Said(format.Read(written.Text).Text));
            Assert.All(sources.Where(source => source.Word == "clean"), source => Assert.Equal(Bare(source), Bare(source with { Text = written.Text })));
            Assert.All(example.OtherSpellings, other => Assert.Equal(written.Text, format.Write(other).Text));
        }

        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Examples))]
    public Task Every_format_takes_the_Markdown_and_says_the_same_from_the_second_writing_on(string page, int line)
    {
        MarkupExample example = Example(page, line);
        foreach (MarkupFormat format in MarkupFormat.All)
        {
            string written = format.Write(example.Markdown).Text;
            string read = format.Read(written).Text;
            string again = format.Write(read).Text;

            Assert.Null(format.Fault(written));
            Assert.Null(format.Fault(again));
            Assert.Equal(read, format.Read(again).Text);
        }

        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Every_construct_has_a_page_with_examples_and_the_index_names_every_page()
    {
        IEnumerable<string> constructs = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Tributary.Markup/Constructs")).Select(folder => $"{Words().Replace(Path.GetFileName(folder), "-").ToLowerInvariant()}.md");
        Assert.All(constructs, page => Assert.Contains(MarkupExample.Of(page), example => example.Sources.Any()));

        string index = MarkupExample.Text("README.md");
        Assert.All(MarkupExample.Pages.Where(page => page != "README.md"), page => Assert.Contains($"({page})", index, StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    private static MarkupExample Example(string page, int line) => MarkupExample.Of(page).Single(example => example.Line == line);

    /// <summary>Without handles, which only originals have, and without names of people, which new text does not hold.</summary>
    private static string Said(string markdown) => OfOriginals().Replace(markdown, "");

    /// <summary>Without the line breaks that only help readers of the page.</summary>
    private static string Bare(MarkupFence fence) => fence.Kind switch
    {
        "storage" => Indents().Replace(fence.Text.Trim(), "><"),
        "adf" => JsonNode.Parse(fence.Text)!.ToJsonString(),
        _ => fence.Text,
    };

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{#m\d+\}| #m\d+(?=\})|(?<=\[@)[^\]]+(?=\]\(user:)")]
    private static partial Regex OfOriginals();

    [GeneratedRegex(">\n *<", RegexOptions.NonBacktracking)]
    private static partial Regex Indents();
}
