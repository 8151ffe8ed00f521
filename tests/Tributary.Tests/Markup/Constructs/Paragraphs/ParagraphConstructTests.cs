using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Tests.Markup.Constructs.Paragraphs;

public sealed class ParagraphConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p>One</p><p>two</p>", "p One\np two")]
    [InlineData("<p>a<br />b</p>", "p a<br>b")]
    [InlineData("<p>&amp; &lt;b&gt; é&quot;</p>", "p & <b> é\"")]
    public Task Paragraphs_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p>\n  a \t b\n</p>", "p a b")]
    [InlineData("<p>a<strong> b </strong>c</p>", "p a <Strong|b> c")]
    [InlineData("<p>a&nbsp; b</p>", "p a&nbsp; b")]
    [InlineData("<p>a <br/> b<br/></p>", "p a<br>b")]
    [InlineData("<p>a<!-- no --> b</p>", "p a b")]
    [InlineData("<p>a <a href=\"x\"> b </a> c</p>", "p a [b](x) c")]
    [InlineData("<p><strong>a</strong> <strong>b</strong></p>", "p <Strong|a b>")]
    [InlineData("<p>​<br/>a</p>", "p a")]
    public Task White_space_shows_as_a_browser_shows_it(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("loose <b>words</b><p>x</p>\n after", "p loose <Strong|words>\np x\np after")]
    [InlineData("<p></p>\n<p/> <p>&nbsp;</p><p><br/></p><!-- c -->", "")]
    [InlineData("<li>x</li>", ":::opaque[li]\n  p x")]
    public Task What_stands_without_a_paragraph_is_one(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p>See <ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro> there</p>", ":::opaque[p]\n  p See\n  code  \"x\"\n  p there")]
    public Task A_paragraph_around_a_block_keeps_what_it_shows(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p> <ac:structured-macro ac:name=\"html\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro></p>", ":::html\n  code  \"x\"")]
    [InlineData("<p><strong><ul><li>a</li></ul></strong></p>", ":::opaque[strong]\n  list Bullet\n    item\n      p a")]
    [InlineData("<p><span><p>a</p><p>b</p></span></p>", ":::opaque[p]\n  p a\n  p b")]
    public Task A_block_alone_in_a_paragraph_stands_for_the_paragraph(string storage, string model) => Construct.IsRead(storage, model);

    [Fact(Timeout = 10000)]
    public Task A_block_takes_along_the_element_that_only_stands_around_it()
    {
        const string storage = "<p><pre>x</pre></p><ac:inline-comment-marker ac:ref=\"1\"><p>y</p></ac:inline-comment-marker>";
        IReadOnlyList<Block> blocks = StorageModel.Read(StorageDocument.Parse(storage)).Blocks;

        Assert.Equal(["<p><pre>x</pre></p>", "<ac:inline-comment-marker ac:ref=\"1\"><p>y</p></ac:inline-comment-marker>"], blocks.Select(block => storage[block.Origin!.Start..block.Origin.End]));
        Assert.Equal(["pre", "p"], blocks.Select(block => ((StorageOrigin)block.Origin!).Element!.Name));
        return Task.CompletedTask;
    }
}
