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
}
