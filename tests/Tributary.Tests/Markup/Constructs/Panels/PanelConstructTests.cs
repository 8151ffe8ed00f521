namespace Tributary.Tests.Markup.Constructs.Panels;

public sealed class PanelConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "alert NOTE\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"tip\" ac:schema-version=\"1\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "alert TIP\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"note\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">Mind</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "alert WARNING Mind\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"warning\" ac:schema-version=\"1\"><ac:rich-text-body><p /></ac:rich-text-body></ac:structured-macro>", "alert CAUTION")]
    public Task Panels_that_say_no_more_than_alerts_are_alerts(string storage, string model) => Construct.IsReadAndWritten(storage, model);
}
