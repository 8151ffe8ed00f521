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
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(RandomDocuments.Documents().ToArbitrary(), document =>
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
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(text.ToArbitrary(), markdown =>
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
    [InlineData("|||")]
    [InlineData("|a|b|\n|-|-|\n")]
    [InlineData("<!--")]
    [InlineData("<a ")]
    [InlineData("<u>")]
    [InlineData("www.a.b ")]
    public async Task A_megabyte_of_syntax_is_read_in_time(string pattern)
    {
        await Task.CompletedTask;
        string markdown = string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length));
        Assert.InRange(Write(Read(markdown)).Text.Length, 0, 5_000_000);
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
