namespace Tributary.Tests.Markup.Constructs.CodeBlocks;

public sealed class CodeConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<pre>a <a href=\"x\">b</a></pre>", ":::opaque[pre]\n  p a [b](x)")]
    [InlineData("<pre> </pre>", "")]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">c</ac:parameter></ac:structured-macro>", "code c \"\"")]
    public Task Code_that_holds_more_than_text_is_no_code(string storage, string model) => Construct.IsRead(storage, model);
}
