using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Model;
using Tributary.Markup.Wiki;
using Tributary.Markup.Writing;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiModelLimitsTests
{
    public static TheoryData<string, string> Repetitions => WikiFuzz.Repetitions;

    [Fact]
    public void Any_text_is_a_page_whose_blocks_know_their_places() => Check.One(PropertyCases.Of(3000).WithEndSize(60), Prop.ForAll(WikiFuzz.Texts, text =>
    {
        Origins.Check(text);
        return true;
    }));

    [Theory]
    [InlineData("]\n|!{expand:}!|{expand}")]
    [InlineData("|[a{expand:}|b]|{expand}")]
    public void A_macro_that_begins_where_a_picture_or_link_of_a_cell_would_be_stays_in_its_cell(string wiki)
    {
        Origins.Check(wiki);
        Assert.Contains("more", WikiMarkup.FromMarkdown(WikiMarkup.ToMarkdown(wiki).Text + "\nmore\n", wiki).Text, StringComparison.Ordinal);
        Assert.Contains("more", WikiMarkup.FromMarkdown(WikiMarkup.ToMarkdown(wiki).Text.Replace("!\n", "more\n", StringComparison.Ordinal).Replace("a\n", "more\n", StringComparison.Ordinal), wiki).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void Two_hundred_thousand_or_a_megabyte_of_anything_is_read_and_written_at_once(string opening, string closing)
    {
        int count = Math.Min(200_000, 1_000_000 / (opening.Length + closing.Length));
        string wiki = string.Concat(Enumerable.Repeat(opening, count)) + "x" + string.Concat(Enumerable.Repeat(closing, count));
        var clock = Stopwatch.StartNew();

        Document page = WikiModel.Read(wiki);
        long reading = clock.ElapsedMilliseconds;
        new WikiRenderer(new LossLog(), "\n").Write(page.Blocks, new StringBuilder(), WikiPlace.Page);

        // Under a second for each; a square would take hours.
        Assert.True(clock.ElapsedMilliseconds < 20_000, $"read in {reading} ms, written in {clock.ElapsedMilliseconds - reading} ms");
    }
}
