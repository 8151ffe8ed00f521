using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;

namespace Tributary.Tests.Markup.Storage;

public sealed class StorageRendererTests
{
    [Theory]
    [InlineData("# Title\n\nText", "<h1>Title</h1><p>Text</p>")]
    [InlineData("**bold** *em* ~~gone~~ `a<b`", "<p><strong>bold</strong> <em>em</em> <del>gone</del> <code>a&lt;b</code></p>")]
    [InlineData("one\ntwo  \nthree", "<p>one two<br />three</p>")]
    [InlineData("- a\n- b\n  - c", "<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>")]
    [InlineData("- [ ] open\n- [x] done", "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>open</ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>done</ac:task-body></ac:task></ac:task-list>")]
    [InlineData("```java\nif (a[b[0]]>c) {}\n```", "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[if (a[b[0]]]]><![CDATA[>c) {}]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("> said", "<blockquote><p>said</p></blockquote>")]
    [InlineData("> [!WARNING]\n> Mind the gap", "<ac:structured-macro ac:name=\"note\" ac:schema-version=\"1\"><ac:rich-text-body><p>Mind the gap</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("---", "<hr />")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |", "<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: right;\">b</p></th></tr><tr><td><p>1</p></td><td><p style=\"text-align: right;\">2</p></td></tr></tbody></table>")]
    [InlineData("[text](https://example.com/?a=1&b=2 \"T\")", "<p><a href=\"https://example.com/?a=1&amp;b=2\" title=\"T\">text</a></p>")]
    [InlineData("[text](page:ENG/Some%20Page)", "<p><ac:link><ri:page ri:space-key=\"ENG\" ri:content-title=\"Some Page\" /><ac:link-body>text</ac:link-body></ac:link></p>")]
    [InlineData("![Alt](attachment:a.png)", "<p><ac:image ac:alt=\"Alt\"><ri:attachment ri:filename=\"a.png\" /></ac:image></p>")]
    [InlineData("![Alt](https://example.com/a.png)", "<p><ac:image ac:alt=\"Alt\"><ri:url ri:value=\"https://example.com/a.png\" /></ac:image></p>")]
    [InlineData("&copy; &lt;x&gt;", "<p>© &lt;x&gt;</p>")]
    [InlineData("", "")]
    public void Markdown_becomes_what_the_editor_would_store(string markdown, string storage)
    {
        Conversion conversion = StorageFormat.FromMarkdown(markdown);

        Assert.Equal(storage, conversion.Text);
        Assert.Empty(conversion.Losses);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "raw HTML, kept as text")]
    [InlineData("a <kbd>c</kbd>", "raw HTML, kept as text")]
    [InlineData("[x](javascript:alert(1))", "link to a script, kept as text")]
    [InlineData("![x](data:image/png;base64,AAAA)", "image without a usable address, kept as text")]
    public void What_is_not_taken_over_is_kept_as_text_and_told(string markdown, string loss)
    {
        Conversion conversion = StorageFormat.FromMarkdown(markdown);

        Assert.Contains(conversion.Losses, each => each.What == loss);
        Assert.DoesNotContain("<script", conversion.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", conversion.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Null(StorageFormat.Validate(conversion.Text));
    }

    [Fact]
    public void A_nesting_that_no_page_has_keeps_its_words()
    {
        Conversion conversion = StorageFormat.FromMarkdown(new string('>', 5000) + " deep");

        Assert.Contains("deep", conversion.Text, StringComparison.Ordinal);
        Assert.NotEmpty(conversion.Losses);
        Assert.Null(StorageFormat.Validate(conversion.Text));
    }

    [Fact]
    public void Whatever_is_written_Confluence_accepts()
    {
        string[] parts = ["# ", "- ", "1. ", "> ", "```\n", "| a |\n|---|\n", "[x](y)", "![", "](", "**", "_", "`", "<b>", "</b>", "&amp;", "&", "]]>", "\n", "\n\n", "  ", "\u0000", "\ud800", "😀", "- [ ] ", "~~", "> [!NOTE]\n", "text"];
        Gen<string> markdown = Gen.Elements(parts).ListOf().Select(string.Concat);

        Check.One(PropertyCases.Of(2000), Prop.ForAll(markdown.ToArbitrary(), text => StorageFormat.Validate(StorageFormat.FromMarkdown(text).Text) is null));
    }
}
