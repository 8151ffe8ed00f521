using System.Text.RegularExpressions;
using Tributary.Markup;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

/// <summary>Converts every example of the page about wiki markup in both directions.</summary>
public sealed partial class WikiDocTests
{
    private static string File => Path.Combine(Repository.Root, "docs/markup/wiki.md");

    [Fact]
    public void Every_example_of_the_page_is_what_it_says()
    {
        string page = System.IO.File.ReadAllText(File);
        string written = Example().Replace(page, example => $"````jira\n{example.Groups[1].Value}````\n\n````markdown\n{WikiMarkup.ToMarkdown(example.Groups[1].Value).Text}````\n");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") System.IO.File.WriteAllText(File, written);
        else Assert.True(page == written, "docs/markup/wiki.md is not what the code says: run ./dev docs, look at the difference and commit it.");

        MatchCollection examples = Example().Matches(written);
        Assert.True(examples.Count > 10);
        foreach (Match example in examples)
        {
            (string wiki, string markdown) = (example.Groups[1].Value, example.Groups[2].Value);
            Assert.Equal(wiki, WikiMarkup.FromMarkdown(markdown, wiki).Text);
            Conversion anew = WikiMarkup.FromMarkdown(markdown);
            Assert.Equal(markdown, WikiMarkup.ToMarkdown(anew.Text).Text);
            Assert.Empty(anew.Losses);
        }
    }

    [GeneratedRegex("````jira\n(.*?)````\n\n````markdown\n(.*?)````\n", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Example();
}
