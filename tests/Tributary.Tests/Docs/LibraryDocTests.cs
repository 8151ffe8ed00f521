using Tributary.Markup;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

/// <summary>The example of docs/markup/library.md stands here, so that it compiles and holds; the page shows it word for word.</summary>
public sealed class LibraryDocTests
{
    [Fact(Timeout = 10000)]
    public Task The_example_of_the_library_does_what_the_page_says()
    {
        // <example>
        string page = """<h2>Roll-out</h2><p local-id="7">Starts on <time datetime="2026-03-02" />, see <ac:link><ri:page ri:content-title="Plan" /></ac:link>.</p>""";

        string markdown = StorageFormat.ToMarkdown(page).Text;
        // ## Roll-out
        //
        // Starts on :date[2026-03-02], see [Plan](page:Plan).

        Conversion changed = StorageFormat.FromMarkdown(markdown.Replace("Starts", "Ends", StringComparison.Ordinal), page);
        // changed.Text is the page with one word changed: the paragraph keeps its id, the link its target.
        // changed.Losses is empty: nothing of the page is gone.
        // </example>

        Assert.Equal("## Roll-out\n\nStarts on :date[2026-03-02], see [Plan](page:Plan).\n", markdown);
        Assert.Empty(changed.Losses);
        Assert.Equal(page.Replace("Starts", "Ends", StringComparison.Ordinal), changed.Text);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public async Task The_page_about_the_library_shows_the_example_as_it_is_tested()
    {
        string[] source = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests/Tributary.Tests/Docs/LibraryDocTests.cs"), TestContext.Current.CancellationToken);
        IEnumerable<string> example = source.SkipWhile(line => line.Trim() != "// <example>").Skip(1).TakeWhile(line => line.Trim() != "// </example>");
        string shown = string.Join("\n", example.Select(line => line.Length > 8 ? line[8..] : ""));

        string page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/markup/library.md"), TestContext.Current.CancellationToken);

        Assert.Contains($"```csharp\nusing Tributary.Markup;\n\n{shown}\n```", page, StringComparison.Ordinal);
    }
}
