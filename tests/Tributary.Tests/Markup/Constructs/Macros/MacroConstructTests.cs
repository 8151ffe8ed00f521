namespace Tributary.Tests.Markup.Constructs.Macros;

public sealed class MacroConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter><ac:parameter ac:name=\"include\"></ac:parameter></ac:structured-macro>", "::toc{maxLevel=\"2\" include=\"\"}")]
    [InlineData("<ac:structured-macro ac:name=\"expand\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">Open me</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::expand[Open me]\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"excerpt\" ac:schema-version=\"1\"><ac:parameter ac:name=\"name\">short</ac:parameter><ac:parameter ac:name=\"atlassian-macro-output-type\">INLINE</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::excerpt[short]{atlassian-macro-output-type=\"INLINE\"}\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"details\" ac:schema-version=\"1\"><ac:parameter ac:name=\"id\">d</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::details{id=\"d\"}\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"children\" ac:schema-version=\"1\"><ac:parameter ac:name=\"all\">true</ac:parameter></ac:structured-macro>", "::children{all=\"true\"}")]
    [InlineData("<ac:structured-macro ac:name=\"html\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[<b>\n]]></ac:plain-text-body></ac:structured-macro>", ":::html\n  code  \"<b>\\n\"")]
    [InlineData("<ac:structured-macro ac:name=\"My Macro\" ac:schema-version=\"1\"><ac:parameter ac:name=\"a\">1</ac:parameter></ac:structured-macro>", "::macro{name=\"My Macro\" a=\"1\"}")]
    [InlineData("<ac:structured-macro ac:name=\"table\" ac:schema-version=\"1\"><ac:parameter ac:name=\"name\">n</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::macro{name=\"table\" name=\"n\"}\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"section\" ac:schema-version=\"1\"><ac:rich-text-body><ac:structured-macro ac:name=\"column\" ac:schema-version=\"1\"><ac:parameter ac:name=\"width\">30%</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro></ac:rich-text-body></ac:structured-macro>", ":::section\n  :::column{width=\"30%\"}\n    p x")]
    public Task Any_macro_is_a_directive_under_its_own_name(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"include\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:space-key=\"OPS\" ri:content-title=\"A B\" /></ac:link></ac:parameter></ac:structured-macro>", "::include{_=\"page:OPS/A%20B\"}")]
    [InlineData("<ac:structured-macro ac:name=\"view-file\" ac:schema-version=\"1\"><ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\"a.pdf\" /></ac:parameter></ac:structured-macro>", "::view-file{name=\"attachment:a.pdf\"}")]
    [InlineData("<ac:structured-macro ac:name=\"widget\" ac:schema-version=\"1\"><ac:parameter ac:name=\"url\"><ri:url ri:value=\"https://example.com/?a=1&amp;b=2\" /></ac:parameter></ac:structured-macro>", "::widget{url=\"https://example.com/?a=1&b=2\"}")]
    [InlineData("<ac:structured-macro ac:name=\"gallery\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">page:X</ac:parameter></ac:structured-macro>", "::gallery[page:X]")]
    public Task Parameters_that_hold_a_resource_say_its_address(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p><ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">Done</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter><ac:parameter ac:name=\"subtle\">true</ac:parameter></ac:structured-macro></p>", "p :status[Done]{colour=\"Green\" subtle=\"true\"}")]
    [InlineData("<p>see <ac:structured-macro ac:name=\"jira\" ac:schema-version=\"1\"><ac:parameter ac:name=\"key\">ENG-12</ac:parameter><ac:parameter ac:name=\"server\">System Jira</ac:parameter></ac:structured-macro></p>", "p see :jira[ENG-12]{server=\"System Jira\"}")]
    [InlineData("<p><ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\">a]b</ac:parameter></ac:structured-macro>x</p>", "p :anchor[a]b]x")]
    [InlineData("<p><ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"></ac:structured-macro></p>", "p :toc")]
    public Task Macros_within_a_line_stay_there(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"></ac:structured-macro>\n<ac:structured-macro ac:name=\"children\" ac:schema-version=\"1\"></ac:structured-macro>", "::toc\n::children")]
    [InlineData("<ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">Done</ac:parameter></ac:structured-macro>", "p :status[Done]")]
    [InlineData("<ac:structured-macro ac:name=\"jira\" ac:schema-version=\"1\"><ac:parameter ac:name=\"key\">ENG-1</ac:parameter></ac:structured-macro>", "p :jira[ENG-1]")]
    [InlineData("<ac:structured-macro ac:name=\"jira\" ac:schema-version=\"1\"><ac:parameter ac:name=\"jqlQuery\">project = ENG </ac:parameter></ac:structured-macro>", "::jira{jqlQuery=\"project = ENG \"}")]
    [InlineData("text <ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"></ac:structured-macro>", "p text :toc")]
    public Task Without_a_paragraph_around_it_a_macro_is_a_block_unless_it_is_always_part_of_a_line(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"expand\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\"> blank</ac:parameter><ac:rich-text-body></ac:rich-text-body></ac:structured-macro>", ":::expand{title=\" blank\"}")]
    [InlineData("<ac:structured-macro ac:name=\"expand\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">two\nlines</ac:parameter><ac:rich-text-body></ac:rich-text-body></ac:structured-macro>", ":::expand{title=\"two\\nlines\"}")]
    [InlineData("<ac:structured-macro ac:name=\"expand\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\"></ac:parameter><ac:rich-text-body></ac:rich-text-body></ac:structured-macro>", ":::expand{title=\"\"}")]
    [InlineData("<ac:structured-macro ac:name=\"x\" ac:schema-version=\"1\"><ac:parameter ac:name=\"a\">1</ac:parameter><ac:parameter ac:name=\"a\">2</ac:parameter></ac:structured-macro>", "::x{a=\"1\"}")]
    public Task A_title_that_cannot_be_a_label_is_an_attribute(string storage, string model) => Construct.IsRead(storage, model);
}
