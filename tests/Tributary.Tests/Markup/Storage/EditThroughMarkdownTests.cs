using Tributary.Markup;

namespace Tributary.Tests.Markup.Storage;

/// <summary>A page is read as Markdown, something is changed in it, and it is written back: only that may change.</summary>
public sealed class EditThroughMarkdownTests
{
    [Theory(Timeout = 30000)]
    [InlineData("<p>One</p><p>Two</p>", "Two", "Three", "<p>One</p><p>Three</p>")]
    [InlineData("<p local-id=\"a\">One &amp; two &mdash; three</p>", "two", "2", "<p local-id=\"a\">One &amp; 2 &mdash; three</p>")]
    [InlineData("<p>In <strong class=\"x\">progress</strong> now</p>", "progress", "review", "<p>In <strong class=\"x\">review</strong> now</p>")]
    [InlineData("<p>A <ac:inline-comment-marker ac:ref=\"1\">marked word</ac:inline-comment-marker> stays</p>", "stays", "remains", "<p>A <ac:inline-comment-marker ac:ref=\"1\">marked word</ac:inline-comment-marker> remains</p>")]
    [InlineData("<p>A <ac:inline-comment-marker ac:ref=\"1\">marked word</ac:inline-comment-marker> stays</p>", "marked word", "marked long word", "<p>A <ac:inline-comment-marker ac:ref=\"1\">marked long word</ac:inline-comment-marker> stays</p>")]
    [InlineData("<p>half<em>way</em> there</p>", "there", "here", "<p>half<em>way</em> here</p>")]
    [InlineData("<ul class=\"x\"><li>a</li><li><p>b</p></li></ul>", "- b", "- c", "<ul class=\"x\"><li>a</li><li><p>c</p></li></ul>")]
    [InlineData("<h2 local-id=\"h\">Old</h2><p>x</p>", "## Old", "### New", "<h3 local-id=\"h\">New</h3><p>x</p>")]
    [InlineData("<table data-layout=\"wide\"><colgroup><col /></colgroup><tbody><tr><th>H</th></tr><tr><td class=\"c\">v</td></tr></tbody></table>", "| v |", "| w |", "<table data-layout=\"wide\"><colgroup><col /></colgroup><tbody><tr><th>H</th></tr><tr><td class=\"c\">w</td></tr></tbody></table>")]
    [InlineData("<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task></ac:task-list>", "[ ]", "[x]", "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task></ac:task-list>")]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:macro-id=\"i\"><ac:parameter ac:name=\"language\">sh</ac:parameter><ac:plain-text-body><![CDATA[ls]]></ac:plain-text-body></ac:structured-macro>", "ls", "ls -l", "<ac:structured-macro ac:name=\"code\" ac:macro-id=\"i\"><ac:parameter ac:name=\"language\">sh</ac:parameter><ac:plain-text-body><![CDATA[ls -l]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("<ac:structured-macro ac:name=\"info\" ac:macro-id=\"i\"><ac:rich-text-body><p>Old</p></ac:rich-text-body></ac:structured-macro>", "Old", "New", "<ac:structured-macro ac:name=\"info\" ac:macro-id=\"i\"><ac:rich-text-body><p>New</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("<p><a href=\"https://a.example/\" data-x=\"1\">the docs</a> say</p>", "the docs", "these docs", "<p><a href=\"https://a.example/\" data-x=\"1\">these docs</a> say</p>")]
    [InlineData("<p>see <ac:link ac:card-appearance=\"inline\"><ri:page ri:content-title=\"Home\" /><ac:link-body>home page</ac:link-body></ac:link></p>", "home page", "start page", "<p>see <ac:link ac:card-appearance=\"inline\"><ri:page ri:content-title=\"Home\" /><ac:link-body>start page</ac:link-body></ac:link></p>")]
    [InlineData("<p><ac:link><ri:page ri:content-title=\"Home\" /><ac:plain-text-link-body>home page</ac:plain-text-link-body></ac:link></p>", "home page", "start page", "<p><ac:link><ri:page ri:content-title=\"Home\" /><ac:plain-text-link-body>start page</ac:plain-text-link-body></ac:link></p>")]
    [InlineData("<p><code>a <b>c</b></code> d</p>", "c", "e", "<p><code>a <b>e</b></code> d</p>")]
    [InlineData("<p><code>run <a href=\"https://a.example/\">it</a> now</code></p>", "now", "later", "<p><code>run <a href=\"https://a.example/\">it</a> later</code></p>")]
    [InlineData("<p><code>a<ac:inline-comment-marker ac:ref=\"1\">b</ac:inline-comment-marker></code> c</p>", "c", "d", "<p><code>a<ac:inline-comment-marker ac:ref=\"1\">b</ac:inline-comment-marker></code> d</p>")]
    [InlineData("<p><![CDATA[a < b]]> c</p>", "b", "d & e", "<p><![CDATA[a < d & e]]> c</p>")]
    [InlineData("<p><ac:link><ri:page ri:content-title=\"Home\" /><ac:plain-text-link-body> <![CDATA[home page]]> </ac:plain-text-link-body></ac:link></p>", "home page", "start & page", "<p><ac:link><ri:page ri:content-title=\"Home\" /><ac:plain-text-link-body> <![CDATA[start & page]]> </ac:plain-text-link-body></ac:link></p>")]
    [InlineData("<p><ac:image ac:border=\"true\"><ri:attachment ri:filename=\"a.png\" ri:version-at-save=\"2\" /><ac:caption><p>How <em>it</em> flows</p></ac:caption></ac:image></p>", "it", "water", "<p><ac:image ac:border=\"true\"><ri:attachment ri:filename=\"a.png\" ri:version-at-save=\"2\" /><ac:caption><p>How <em>water</em> flows</p></ac:caption></ac:image></p>")]
    [InlineData("<p><ac:image ac:width=\"300\" ac:custom-width=\"true\"><ri:attachment ri:filename=\"a.png\" /></ac:image></p>", "attachment:a.png", "attachment:b.png", "<p><ac:image ac:width=\"300\" ac:custom-width=\"true\"><ri:attachment ri:filename=\"b.png\" /></ac:image></p>")]
    [InlineData("<p>x <ac:image><ri:page ri:content-title=\"No picture\" /><ac:caption><p>How</p></ac:caption></ac:image></p>", "How", "Why", "<p>x <ac:image><ri:page ri:content-title=\"No picture\" /><ac:caption><p>Why</p></ac:caption></ac:image></p>")]
    [InlineData("<p><foo:bar xmlns:foo=\"urn:foo\"></foo:bar>one two</p>", "one", "three", "<p><foo:bar xmlns:foo=\"urn:foo\"></foo:bar>three two</p>")]
    [InlineData("<p><ac:link><ri:user ri:account-id=\"a1\" /><ac:link-body><br /></ac:link-body></ac:link> asks</p>", "asks", "says", "<p><ac:link><ri:user ri:account-id=\"a1\" /><ac:link-body><br /></ac:link-body></ac:link> says</p>")]
    [InlineData("<table><tbody><tr><td><p local-id=\"a\">one<br/><br/>two</p><p local-id=\"b\">three</p></td></tr></tbody></table>", "three", "four", "<table><tbody><tr><td><p local-id=\"a\">one<br/><br/>two</p><p local-id=\"b\">four</p></td></tr></tbody></table>")]
    [InlineData("<table><tbody><tr><td><p local-id=\"a\">one<br/><br/>two</p></td></tr></tbody></table>", "two", "2", "<table><tbody><tr><td><p local-id=\"a\">one<br/><br/>2</p></td></tr></tbody></table>")]
    [InlineData("<table><tbody><tr><td><p local-id=\"a\">one<br/><br/>two</p></td></tr></tbody></table>", "two", "two<br><br>three", "<table><tbody><tr><td><p local-id=\"a\">one<br/><br/>two</p><p>three</p></td></tr></tbody></table>")]
    [InlineData("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body>a(&quot;b&quot;); &#62; c</ac:plain-text-body></ac:structured-macro>", "c", "d", "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body>a(&quot;b&quot;); &#62; d</ac:plain-text-body></ac:structured-macro>")]
    [InlineData("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a b\r\nc\r\n]]></ac:plain-text-body></ac:structured-macro>", "b", "d", "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a d\r\nc\r\n]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("<p><code><ac:link><ri:page ri:content-title=\"Home\" /></ac:link></code> now</p>", "now", "then", "<p><code><ac:link><ri:page ri:content-title=\"Home\" /></ac:link></code> then</p>")]
    [InlineData("<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"icon\">\u2139\uFE0F</ac:parameter><ac:rich-text-body><p>now</p></ac:rich-text-body></ac:structured-macro>", "now", "then", "<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"icon\">\u2139\uFE0F</ac:parameter><ac:rich-text-body><p>then</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a\u200B\nb\u2028c]]></ac:plain-text-body></ac:structured-macro>", "c", "d", "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a\u200B\nb\u2028d]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("<p><code>a </code><code> b</code> c</p>", "c", "d", "<p><code>a </code><code> b</code> d</p>")]
    [InlineData("<p>word<ac:inline-comment-marker ac:ref=\"1\">s</ac:inline-comment-marker> and <strong>others</strong> here</p>", "here", "there", "<p>word<ac:inline-comment-marker ac:ref=\"1\">s</ac:inline-comment-marker> and <strong>others</strong> there</p>")]
    [InlineData("<p>word<ac:inline-comment-marker ac:ref=\"1\">s</ac:inline-comment-marker> and <strong>others</strong> here</p>", "others", "more", "<p>word<ac:inline-comment-marker ac:ref=\"1\">s</ac:inline-comment-marker> and <strong>more</strong> here</p>")]
    [InlineData("<p>one\u2028two</p><p>c</p>", "c", "d", "<p>one\u2028two</p><p>d</p>")]
    [InlineData("<p>a<!-- note -->b</p><!-- between --><p /><p>c</p>", "c", "d", "<p>a<!-- note -->b</p><!-- between --><p /><p>d</p>")]
    [InlineData("<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:rich-text-body><p>old <em>home</em></p></ac:rich-text-body></ac:structured-macro> page</ac:link-body></ac:link> now</p>", "now", "then", "<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:rich-text-body><p>old <em>home</em></p></ac:rich-text-body></ac:structured-macro> page</ac:link-body></ac:link> then</p>")]
    [InlineData("<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:rich-text-body><p>old <em>home</em></p></ac:rich-text-body></ac:structured-macro> page</ac:link-body></ac:link> now</p>", "old", "new", "<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:rich-text-body><p>new <em>home</em></p></ac:rich-text-body></ac:structured-macro> page</ac:link-body></ac:link> now</p>")]
    [InlineData("<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:plain-text-body><![CDATA[old home]]></ac:plain-text-body></ac:structured-macro> page</ac:link-body></ac:link> now</p>", "now", "then", "<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:plain-text-body><![CDATA[old home]]></ac:plain-text-body></ac:structured-macro> page</ac:link-body></ac:link> then</p>")]
    [InlineData("<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:plain-text-body><![CDATA[old home]]></ac:plain-text-body></ac:structured-macro> page</ac:link-body></ac:link> now</p>", "old", "new", "<p>see <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>the <ac:structured-macro ac:name=\"x\"><ac:plain-text-body><![CDATA[new home]]></ac:plain-text-body></ac:structured-macro> page</ac:link-body></ac:link> now</p>")]
    [InlineData("<p><ac:link><ri:attachment ri:filename=\"f.png\"><ri:space ri:space-key=\"S\" /></ri:attachment><ac:link-body>the file</ac:link-body></ac:link></p>", "the file", "new words", "<p><ac:link><ri:attachment ri:filename=\"f.png\"><ri:space ri:space-key=\"S\" /></ri:attachment><ac:link-body>new words</ac:link-body></ac:link></p>")]
    [InlineData("<p>a b</p>", "a b", "a \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 b", "<p>a \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 b</p>")]
    [InlineData("<p>a \u0915\u094D\u200D\u0937 b</p>", "b", "c \u0915\u094D\u200D\u0937", "<p>a \u0915\u094D\u200D\u0937 c \u0915\u094D\u200D\u0937</p>")]
    [InlineData("<p>see the big plan now</p>", "big plan now", "[big plan now](https://a.example/)", "<p>see the <a href=\"https://a.example/\">big plan now</a></p>")]
    [InlineData("<p>see the big plan now</p>", "big plan", "[big **plan**](page:Home)", "<p>see the <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body>big <strong>plan</strong></ac:link-body></ac:link> now</p>")]
    [InlineData("<p>a <ac:inline-comment-marker ac:ref=\"1\">big plan</ac:inline-comment-marker> now</p>", "big plan", "[big plan](https://a.example/)", "<p>a <ac:inline-comment-marker ac:ref=\"1\"><a href=\"https://a.example/\">big plan</a></ac:inline-comment-marker> now</p>")]
    [InlineData("<p><a href=\"https://a.example/\">big plan</a>&nbsp;now</p>", "big plan", "big plan of ours", "<p><a href=\"https://a.example/\">big plan of ours</a>&nbsp;now</p>")]
    [InlineData("<p>now <a href=\"https://a.example/\">big plan</a></p>", "now [big", "now [our big", "<p>now <a href=\"https://a.example/\">our big plan</a></p>")]
    public void A_change_of_words_changes_those_words_alone(string storage, string from, string to, string expected)
    {
        string markdown = StorageFormat.ToMarkdown(storage).Text;
        Assert.Contains(from, markdown, StringComparison.Ordinal);

        Conversion written = StorageFormat.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), storage);

        Assert.Equal(expected, written.Text);
        Assert.Empty(written.Losses);
    }

    [Theory(Timeout = 30000)]
    [InlineData("<p>One</p>\n<p>Two</p>", "One\n\nMore\n\nTwo\n", "<p>One</p><p>More</p>\n<p>Two</p>")]
    [InlineData("<p>One</p>\n<hr />\n<p>Two</p>", "One\n\nMore\n\nTwo\n", "<p>One</p>\n<p>More</p>\n<p>Two</p>")]
    [InlineData("<hr />\n<p>Two</p>", "More\n\nTwo\n", "<p>More</p>\n<p>Two</p>")]
    [InlineData("<p>One</p>\n<p>Two</p>", "Two\n", "\n<p>Two</p>")]
    [InlineData("<p id=\"1\">One</p><p id=\"2\">Two</p>", "Two\n\nOne\n", "<p id=\"2\">Two</p><p id=\"1\">One</p>")]
    [InlineData("<table><thead><tr><th>H</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>", "| H |\n| --- |\n| new |\n| a |\n", "<table><thead><tr><th>H</th></tr></thead><tbody><tr><td><p>new</p></td></tr><tr><td>a</td></tr></tbody></table>")]
    [InlineData("<p>a <strong>b c d</strong> e</p>", "a **b** c **d** e\n", "<p>a <strong>b </strong>c<strong> d</strong> e</p>")]
    [InlineData("<p>plain words here</p>", "plain **words** here\n", "<p>plain <strong>words</strong> here</p>")]
    [InlineData("<p>x</p>", "x & <y>\n", "<p>x &amp; &lt;y&gt;</p>")]
    public void Blocks_and_words_that_come_go_or_move_leave_the_others_as_they_are(string storage, string markdown, string expected) =>
        Assert.Equal(expected, StorageFormat.FromMarkdown(markdown, storage).Text);

    [Fact(Timeout = 30000)]
    public void A_placeholder_takes_its_original_along_when_it_moves()
    {
        const string toc = "<ac:structured-macro ac:name=\"toc\" ac:macro-id=\"t\" ac:schema-version=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>";
        string markdown = StorageFormat.ToMarkdown($"{toc}<p>One</p><p>Two</p>").Text;
        string placeholder = markdown.Split('\n')[0];

        Conversion written = StorageFormat.FromMarkdown($"One\n\nTwo\n\n{placeholder}\n", $"{toc}<p>One</p><p>Two</p>");

        Assert.Equal($"<p>One</p><p>Two</p>{toc}", written.Text);
        Assert.Empty(written.Losses);
    }

    [Fact(Timeout = 30000)]
    public void What_cannot_be_kept_is_told()
    {
        const string storage = "<ac:structured-macro ac:name=\"toc\" /><p>A <ac:inline-comment-marker ac:ref=\"1\">marked word</ac:inline-comment-marker> here</p><p>b</p>";

        Conversion written = StorageFormat.FromMarkdown("b\n", storage);

        Assert.Equal("<p>b</p>", written.Text);
        Assert.Equal(["inline comment anchor on \"marked word\"", "toc #m1"], written.Losses.Select(loss => loss.What).Order());
    }

    [Fact(Timeout = 30000)]
    public void A_parameter_of_a_macro_changes_in_place()
    {
        const string storage = "<ac:structured-macro ac:name=\"toc\" ac:macro-id=\"t\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro><p>b</p>";
        string markdown = StorageFormat.ToMarkdown(storage).Text;

        Conversion written = StorageFormat.FromMarkdown(markdown.Replace("maxLevel=2", "maxLevel=3", StringComparison.Ordinal), storage);

        Assert.Equal(storage.Replace(">2<", ">3<", StringComparison.Ordinal), written.Text);
    }
}
