using Tributary.Markup;

namespace Tributary.Tests.Markup.Markdown;

public sealed class MarkdownWriterTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<h1>Title &amp; more</h1><p>a</p><h3>C#</h3><h2>x #</h2>", "# Title & more\n\na\n\n### C#\n\n## x \\#\n")]
    [InlineData("<p><strong>bold </strong>text <em>it</em><strong>b</strong> <s>gone</s></p>", "**bold** text *it*:strong[b] ~~gone~~\n")]
    [InlineData("<p><code>a</code> <code>b`c</code></p>", "`a` ``b`c``\n")]
    [InlineData("<p>snake_case _x_ * [1] &amp;amp; &lt;b&gt; C:\\dir</p>", "snake_case \\_x\\_ \\* [1] \\&amp; \\<b> C:\\dir\n")]
    [InlineData("<p># a</p><p>- b</p><p>1. c</p><p>2026. </p>", "\\# a\n\n\\- b\n\n1\\. c\n\n2026\\.\n")]
    [InlineData("<p>one<br/>two</p>", "one\\\ntwo\n")]
    [InlineData("<p><a href=\"https://example.com/a(b)\" title=\"T\">l[i]nk</a> <a href=\"https://example.com\">https://example.com</a></p>",
        "[l\\[i\\]nk](<https://example.com/a(b)> \"T\") <https://example.com>\n")]
    [InlineData("<ul><li>a<ol><li>b</li><li><p>c</p></li></ol></li><li>d</li></ul><ul><li>e</li></ul>", "- a\n  1. b\n  2. c\n- d\n\n* e\n")]
    [InlineData("<ol start=\"9\"><li><p>x</p><p>y</p></li><li>z</li></ol>", "9. x\n\n   y\n\n10. z\n")]
    [InlineData("<blockquote><p>a</p><blockquote>b</blockquote></blockquote><hr/>", "> a\n>\n> > b\n\n___\n")]
    [InlineData("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1|2</td><td><p>x<br/>y</p></td></tr></tbody></table>", "| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |\n")]
    [InlineData("<table><tbody><tr><td>1</td></tr></tbody></table>", "| |\n| --- |\n| 1 |\n")]
    [InlineData("<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do</ac:task-body></ac:task></ac:task-list>", "- [x] do\n")]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">c#</ac:parameter><ac:plain-text-body><![CDATA[a\n\n ```b]]></ac:plain-text-body></ac:structured-macro>", "````c#\na\n\n ```b\n````\n")]
    [InlineData("<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\"><ac:rich-text-body><p>a</p><p>b</p></ac:rich-text-body></ac:structured-macro>", "> [!NOTE]\n> a\n>\n> b\n")]
    [InlineData("<p><ac:image ac:alt=\"A\"><ri:attachment ri:filename=\"a b.png\" /></ac:image> <ac:image><ri:url ri:value=\"https://example.com/x.png\" /></ac:image></p>", "![A](attachment:a%20b.png) ![](https://example.com/x.png)\n")]
    [InlineData("<p><ac:link><ri:page ri:space-key=\"ENG\" ri:content-title=\"My/Plan\" /></ac:link> <ac:link ac:anchor=\"x\"><ri:page ri:content-title=\"P\" /><ac:link-body>the <em>p</em></ac:link-body></ac:link></p>", "[My/Plan](page:ENG/My%2FPlan) [the *p*](page:P#x)\n")]
    [InlineData("<p><ac:link><ri:attachment ri:filename=\"a.pdf\" /></ac:link> <ac:link ac:anchor=\"top\"><ac:plain-text-link-body><![CDATA[up]]></ac:plain-text-link-body></ac:link></p>", "[a.pdf](attachment:a.pdf) [up](#top)\n")]
    public Task What_Markdown_can_say_is_said_without_a_loss(string storage, string markdown)
    {
        Conversion conversion = StorageFormat.ToMarkdown(storage);

        Assert.Equal(markdown, conversion.Text);
        Assert.Empty(conversion.Losses);
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"toc\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>", "::toc{maxLevel=2 #m1}\n")]
    [InlineData("<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\">More</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::expand[More]{#m1}\nx\n:::\n")]
    [InlineData("<p>is <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">DONE</ac:parameter></ac:structured-macro></p>", "is :status[DONE]\n")]
    [InlineData("<p>by <ac:link><ri:user ri:account-id=\"u1\" /></ac:link> <ac:link><ri:user ri:account-id=\"u2\" /></ac:link></p>", "by [@Alice](user:u1) [@u2](user:u2)\n")]
    [InlineData("<p><ac:inline-comment-marker ac:ref=\"r\">some words</ac:inline-comment-marker></p>", "some words\n")]
    [InlineData("<p><span style=\"color: red;\">a</span> <u>b</u><sub>c</sub></p>", ":color[a]{red} :u[b]:sub[c]\n")]
    [InlineData("<table><tbody><tr><th>A</th><th>B</th></tr><tr><td colspan=\"2\">x</td></tr></tbody></table>", "| A | B |\n| --- | --- |\n| x | < |\n")]
    [InlineData("<table><tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>", "| | |\n| --- | --- |\n| a | b |\n| ^ | c |\n")]
    [InlineData("<p local-id=\"1\">a</p><p local-id=\"2\">b</p>", "a\n\nb\n")]
    [InlineData("<p>on <time datetime=\"2026-01-31\" /></p>", "on :date[2026-01-31]\n")]
    [InlineData("<p><ac:image ac:width=\"10\"><ri:attachment ri:filename=\"a.png\" /><ac:caption><p>C</p></ac:caption></ac:image></p>", "![](attachment:a.png){width=10 caption=C}\n")]
    [InlineData("<p>a\u200Bb</p>", "ab\n")]
    [InlineData("<p><a href=\"javascript:x()\">a</a></p>", "a\n")]
    [InlineData("<p>a</p><p /><p>b<br/></p>", "a\n\nb\n")]
    [InlineData("<div><p>a</p></div>", ":::opaque[div]{#m1}\na\n:::\n")]
    public Task What_Markdown_has_no_form_for_is_a_directive_or_stays_with_the_page(string storage, string markdown)
    {
        Conversion conversion = StorageFormat.ToMarkdown(storage, new MarkdownOptions { UserName = id => id == "u1" ? "Alice" : null });

        Assert.Equal(markdown, conversion.Text);
        Assert.Equal(storage, StorageFormat.FromMarkdown(conversion.Text, storage).Text);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Nothing_in_a_name_or_parameter_becomes_a_link()
    {
        Conversion conversion = StorageFormat.ToMarkdown(
            "<p><ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">x](https://evil.example)</ac:parameter></ac:structured-macro>(https://evil.example)</p>");

        Assert.DoesNotContain("<a ", StorageFormat.FromMarkdown(conversion.Text).Text, StringComparison.Ordinal);
        Assert.Equal(conversion.Text, StorageFormat.ToMarkdown(StorageFormat.FromMarkdown(conversion.Text).Text).Text);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task A_deep_nest_of_quotes_does_not_multiply_the_text()
    {
        string storage = string.Concat(Enumerable.Repeat("<blockquote>", 250)) + string.Concat(Enumerable.Repeat("<br/>", 20_000)) + string.Concat(Enumerable.Repeat("</blockquote>", 250));

        Assert.InRange(StorageFormat.ToMarkdown(storage).Text.Length, 0, 6 * storage.Length + 200_000);
        return Task.CompletedTask;
    }
}
