using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Markdown;

public sealed class MarkdownPropertyTests
{
    [Fact(Timeout = 60000)]
    public async Task What_was_written_reads_as_what_is_written_again()
    {
        await Task.CompletedTask;
        Check.One(PropertyCases.Of(1000), Prop.ForAll(RandomDocuments.Documents().ToArbitrary(), document =>
        {
            MarkdownText written = Write(document);
            return Write(Read(written.Text)).Text == written.Text && written.Blocks.Count == document.Blocks.Count;
        }));
    }

    [Fact(Timeout = 60000)]
    public async Task Any_text_is_Markdown_that_is_the_same_from_the_second_writing_on()
    {
        await Task.CompletedTask;
        Gen<string> text = RandomDocuments.Words.ListOf().Select(string.Concat);
        Check.One(PropertyCases.Of(1000), Prop.ForAll(text.ToArbitrary(), markdown =>
        {
            MarkdownParse parse = MarkdownReader.ReadWithLines(markdown, new LossLog());
            string written = Write(parse.Document).Text;
            return parse.Blocks.Count == parse.Document.Blocks.Count && Write(Read(written)).Text == written;
        }));
    }

    // Each would take minutes if anything looked at the text more than a few times.
    [Theory(Timeout = 60000)]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("[a](b")]
    [InlineData("[a](b \"c")]
    [InlineData("::::")]
    [InlineData(":::a\n")]
    [InlineData(":::expand\n")]
    [InlineData(":u[")]
    [InlineData(":u[x]")]
    [InlineData(":a{k=\"")]
    [InlineData("****")]
    [InlineData("*a ")]
    [InlineData("a**b")]
    [InlineData("~~a")]
    [InlineData("`a``b")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("1. > ")]
    [InlineData("[a]: b\n")]
    [InlineData("[a]:\nb\n'c\n'\n")]
    [InlineData("|||")]
    [InlineData("|a|b|\n|-|-|\n")]
    [InlineData("<!--")]
    [InlineData("<a ")]
    [InlineData("<u>")]
    [InlineData("<br>")]
    [InlineData("www.a.b ")]
    [InlineData("`a` www.a.b ")]
    public async Task A_megabyte_of_syntax_is_read_in_time(string pattern)
    {
        await Task.CompletedTask;
        string markdown = string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length));
        Assert.InRange(Write(Read(markdown)).Text.Length, 0, 5_000_000);
    }

    // Few lines are read by Markdig alone.
    [Theory(Timeout = 10000)]
    [InlineData("")]
    [InlineData("words and [a3]\n")]
    [InlineData("[x] is no definition, [a5] is one\n[y]: /foo\n")]
    [InlineData("[z]: /z 'without an end\n[z] [a4]")]
    [InlineData("'title\nof more lines'\n[a7]")]
    [InlineData("[q]:\n/q\n\"t\"\n\n[q]")]
    [InlineData("---\n\n[a1]")]
    [InlineData("> quoted [a1]")]
    [InlineData("[")]
    public async Task However_many_definitions_come_before_it_a_text_reads_the_same(string text)
    {
        await Task.CompletedTask;
        Assert.Equal(Write(Read(Definitions(20) + text)).Text, Write(Read(Definitions(2000) + text)).Text);

        static string Definitions(int count) => string.Concat(Enumerable.Range(0, count).Select(i => i % 2 == 0 ? $"[a{i % 10}]: b{i % 10} 't'\n" : $"  [a{i % 10}]:\n   <b>\n"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("> ")]
    [InlineData("1. ")]
    [InlineData("- > ")]
    public async Task Words_nested_deeper_than_any_page_are_kept(string marker)
    {
        await Task.CompletedTask;
        string written = Write(Read(string.Concat(Enumerable.Repeat(marker, 1000)) + "deep")).Text;
        Assert.Contains("deep", written, StringComparison.Ordinal);
        Assert.Equal(written, Write(Read(written)).Text);
    }

    [Fact(Timeout = 10000)]
    public async Task A_document_nested_deeper_than_any_page_is_flattened()
    {
        await Task.CompletedTask;
        Block block = new Paragraph([new Text("deep", default)]);
        for (int i = 0; i < 1000; i++) block = i % 2 == 0 ? new Quote([block]) : new Directive("expand", "", [], null, [block]);
        string written = Write(new Document([block])).Text;
        Assert.Contains("deep", written, StringComparison.Ordinal);
        Assert.Equal(written, Write(Read(written)).Text);
    }

    private static MarkdownText Write(Document document) => MarkdownWriter.Write(document, new MarkdownOptions());

    private static Document Read(string markdown) => MarkdownReader.Read(markdown, new LossLog());
}
