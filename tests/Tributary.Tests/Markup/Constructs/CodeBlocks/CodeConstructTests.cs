namespace Tributary.Tests.Markup.Constructs.CodeBlocks;

public sealed class CodeConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:parameter ac:name=\"title\">A.java</ac:parameter><ac:parameter ac:name=\"linenumbers\">true</ac:parameter><ac:plain-text-body><![CDATA[if (a[0]]]]><![CDATA[>b) {}\n]]></ac:plain-text-body></ac:structured-macro>", "code java{title=\"A.java\" linenumbers=\"true\"} \"if (a[0]]>b) {}\\n\"")]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>", "code  \"x\"")]
    [InlineData("<ac:structured-macro ac:name=\"noformat\" ac:schema-version=\"1\"><ac:parameter ac:name=\"nopanel\">true</ac:parameter><ac:plain-text-body><![CDATA[ *x* ]]></ac:plain-text-body></ac:structured-macro>", "code noformat{nopanel=\"true\"} \" *x* \"")]
    [InlineData("<ac:structured-macro ac:name=\"mermaid\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[a --> b]]></ac:plain-text-body></ac:structured-macro>", "code mermaid \"a --> b\"")]
    [InlineData("<ac:structured-macro ac:name=\"plantuml\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[a -> b]]></ac:plain-text-body></ac:structured-macro>", "code plantuml \"a -> b\"")]
    [InlineData("<ac:structured-macro ac:name=\"mathblock\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[e=mc^2]]></ac:plain-text-body></ac:structured-macro>", "code math \"e=mc^2\"")]
    public Task Code_is_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<pre>a   b\n<strong>c</strong> &lt;</pre>", "code  \"a   b\\nc <\"", "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[a   b\nc <]]></ac:plain-text-body></ac:structured-macro>")]
    public Task Preformatted_text_is_code_without_a_language(string storage, string model, string anew) => Construct.IsRewritten(storage, model, anew);

    [Theory(Timeout = 10000)]
    [InlineData("<pre>a <a href=\"x\">b</a></pre>", ":::opaque[pre]\n  p a [b](x)")]
    [InlineData("<pre> </pre>", "")]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">c</ac:parameter></ac:structured-macro>", "code c \"\"")]
    public Task Code_that_holds_more_than_text_is_no_code(string storage, string model) => Construct.IsRead(storage, model);
}
