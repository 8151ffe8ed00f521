namespace Tributary.Tests.Markup.Constructs.Links;

public sealed class LinkConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p><a href=\"https://example.com/?a=1&amp;b=2\" title=\"T\">x</a></p>", "p [x](https://example.com/?a=1&b=2 \"T\")")]
    [InlineData("<p><a href=\"https://example.com/\" data-card-appearance=\"block\">https://example.com/</a></p>", "p [https://example.com/](https://example.com/){card=\"block\"}")]
    [InlineData("<p><ac:link><ri:page ri:content-title=\"Some Page\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](page:Some%20Page)")]
    [InlineData("<p><ac:link ac:anchor=\"a b\"><ri:page ri:space-key=\"OPS\" ri:content-title=\"A/B\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](page:OPS/A%2FB#a%20b)")]
    [InlineData("<p><ac:link ac:anchor=\"here\"><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](#here)")]
    [InlineData("<p><ac:link><ri:blog-post ri:space-key=\"ENG\" ri:content-title=\"News\" ri:posting-day=\"2026/09/15\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](blogpost:ENG/2026/09/15/News)")]
    [InlineData("<p><ac:link><ri:attachment ri:filename=\"a b.pdf\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](attachment:a%20b.pdf)")]
    [InlineData("<p><ac:link><ri:attachment ri:filename=\"a.pdf\"><ri:page ri:space-key=\"ENG\" ri:content-title=\"T\" /></ri:attachment><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](attachment:ENG/T/a.pdf)")]
    [InlineData("<p><ac:link><ri:attachment ri:filename=\"a.pdf\"><ri:content-entity ri:content-id=\"7\" /></ri:attachment><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](attachment:content:7/a.pdf)")]
    [InlineData("<p><ac:link><ri:space ri:space-key=\"OPS\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](space:OPS)")]
    [InlineData("<p><ac:link><ri:content-entity ri:content-id=\"98304\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](content:98304)")]
    [InlineData("<p><ac:link><ri:shortcut ri:key=\"ISSUE\" ri:parameter=\"ENG-12\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](shortcut:ISSUE/ENG-12)")]
    [InlineData("<p><ac:link ac:card-appearance=\"inline\" ac:tooltip=\"All\"><ri:page ri:content-title=\"P\" /><ac:link-body>our <strong>words</strong></ac:link-body></ac:link></p>", "p [our <Strong|words>](page:P \"All\"){card=\"inline\"}")]
    public Task Every_target_has_an_address(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p><ac:link><ri:page ri:content-title=\"Glossary\" ri:version-at-save=\"4\" /></ac:link></p>", "p [Glossary](page:Glossary)", "<p><ac:link><ri:page ri:content-title=\"Glossary\" /><ac:link-body>Glossary</ac:link-body></ac:link></p>")]
    [InlineData("<p><ac:link ac:anchor=\"x\"><ac:plain-text-link-body><![CDATA[a <b>]]></ac:plain-text-link-body></ac:link></p>", "p [a <b>](#x)", "<p><ac:link ac:anchor=\"x\"><ac:link-body>a &lt;b&gt;</ac:link-body></ac:link></p>")]
    [InlineData("<p><ac:link><ri:url ri:value=\"https://example.org/\" /><ac:link-body>x</ac:link-body></ac:link></p>", "p [x](https://example.org/)", "<p><a href=\"https://example.org/\">x</a></p>")]
    public Task A_link_without_words_of_its_own_shows_its_target(string storage, string model, string anew) => Construct.IsRewritten(storage, model, anew);

    [Theory(Timeout = 10000)]
    [InlineData("<p><a href=\"x\"><strong>a <em>b</em></strong></a></p>", "p <Strong|[a <Emphasis|b>](x)>", "<p><strong><a href=\"x\">a <em>b</em></a></strong></p>")]
    public Task Marks_of_the_whole_text_lie_around_the_link(string storage, string model, string anew) => Construct.IsRewritten(storage, model, anew);

    [Theory(Timeout = 10000)]
    [InlineData("<p><a href=\"javascript:alert(1)\">x</a> <a name=\"y\">y</a> <ac:link><ri:page /><ac:link-body>z</ac:link-body></ac:link></p>", "p x y z")]
    [InlineData("<p><ac:link><ri:page /></ac:link></p>", "p :opaque[ac:link] opaque")]
    [InlineData("<p><ac:link><ri:user ri:username=\"bob\" /><ac:link-body>the boss</ac:link-body></ac:link></p>", "p the boss")]
    public Task What_leads_nowhere_or_runs_a_script_is_text(string storage, string model) => Construct.IsRead(storage, model);
}
