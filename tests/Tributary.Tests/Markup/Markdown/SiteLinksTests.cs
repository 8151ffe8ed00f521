using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Markdown;

public sealed class SiteLinksTests
{
    private const string Page = "<p>See <a href=\"/wiki/x?a=1&amp;b=2\">x</a> and <a href='https://site.example/wiki/y'>y</a></p><p><ac:image><ri:url ri:value=\"/logo.png\" /></ac:image></p><p>end</p>";
    private const string Shown = "See [x](https://site.example/wiki/x?a=1&b=2) and [y](https://site.example/wiki/y)\n\n![](https://site.example/logo.png)\n\nend\n";

    private static readonly MarkdownOptions Site = new() { Site = new Uri("https://site.example/wiki/spaces/ENG/pages/1") };

    [Fact(Timeout = 10000)]
    public Task Addresses_from_the_root_are_shown_with_their_site_and_go_back_as_they_were()
    {
        Assert.Equal(Shown, StorageFormat.ToMarkdown(Page, Site).Text);
        Assert.Equal(Page, StorageFormat.FromMarkdown(Shown, Page, Site).Text);
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("end", "End")]
    [InlineData("See ", "Look at ")]
    [InlineData("and [y]", "or [y]")]
    public Task A_change_beside_a_link_leaves_its_bytes(string old, string fresh)
    {
        string markdown = "# New\n\n" + Shown.Replace(old, fresh, StringComparison.Ordinal) + "\nlast\n";

        Assert.Equal("<h1>New</h1>" + Page.Replace(old.Replace("[y]", "<a href='", StringComparison.Ordinal), fresh.Replace("[y]", "<a href='", StringComparison.Ordinal), StringComparison.Ordinal) + "<p>last</p>", StorageFormat.FromMarkdown(markdown, Page, Site).Text);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task A_new_link_to_the_site_stays_as_it_is_written()
    {
        string changed = StorageFormat.FromMarkdown(Shown + "\n[z](https://site.example/wiki/z)\n", Page, Site).Text;

        Assert.Equal(Page + "<p><a href=\"https://site.example/wiki/z\">z</a></p>", changed);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task What_the_page_says_in_both_ways_is_shown_in_both_ways()
    {
        const string both = "<p><a href=\"/x\">x</a> <a href=\"https://site.example/x\">x</a></p>";

        string markdown = StorageFormat.ToMarkdown(both, Site).Text;

        Assert.Equal("[x](/x) [x](https://site.example/x)\n", markdown);
        Assert.Equal(both + "<p>new</p>", StorageFormat.FromMarkdown(markdown + "\nnew\n", both, Site).Text);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task An_edit_takes_them_back_as_well()
    {
        EditResult edited = StorageFormat.Edit("<h2>A</h2>" + Page, [new EditOperation(EditAction.Replace) { Section = "A", Content = "## A\n\n" + Shown.Replace("end", "End", StringComparison.Ordinal) }], Site);

        Assert.Equal("<h2>A</h2>" + Page.Replace("end", "End", StringComparison.Ordinal), edited.Text);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task ADF_and_wiki_markup_do_the_same()
    {
        const string adf = """{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"/wiki/x"}}]}]}]}""";

        Assert.Equal("[x](https://site.example/wiki/x)\n", AdfDocument.ToMarkdown(adf, Site).Text);
        Assert.Equal(adf[..^2] + ",{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"y\"}]}]}", AdfDocument.FromMarkdown("[x](https://site.example/wiki/x)\n\ny\n", adf, Site).Text);
        Assert.Equal("[x](https://site.example/wiki/x)\n", WikiMarkup.ToMarkdown("[x|/wiki/x]", Site).Text);
        Assert.Equal("[x|/wiki/x]\n\ny", WikiMarkup.FromMarkdown("[x](https://site.example/wiki/x)\n\ny\n", "[x|/wiki/x]", Site).Text);
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("file:///etc/")]
    [InlineData("/wiki")]
    [InlineData(null)]
    public Task Other_sites_than_those_of_the_web_are_none(string? site)
    {
        Assert.Equal("[x](/x)\n", StorageFormat.ToMarkdown("<p><a href=\"/x\">x</a></p>", new MarkdownOptions { Site = site is null ? null : new Uri(site, UriKind.RelativeOrAbsolute) }).Text);
        return Task.CompletedTask;
    }
}
