namespace Tributary.Tests.Markup.Constructs.Panels;

public sealed class PanelConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "alert NOTE\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"tip\" ac:schema-version=\"1\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "alert TIP\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"note\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">Mind</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "alert WARNING Mind\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"warning\" ac:schema-version=\"1\"><ac:rich-text-body><p /></ac:rich-text-body></ac:structured-macro>", "alert CAUTION")]
    public Task Panels_that_say_no_more_than_alerts_are_alerts(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:parameter ac:name=\"icon\">false</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::info[T]{icon=\"false\"}\n  p x")]
    [InlineData("<ac:structured-macro ac:name=\"panel\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:parameter ac:name=\"bgColor\">#EAE6FF</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", ":::panel[T]{bgColor=\"#EAE6FF\"}\n  p x")]
    public Task Other_panels_are_directives(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:macro ac:name=\"note\"><ac:default-parameter>2014</ac:default-parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:macro>", ":::note{_=\"2014\"}\n  p x")]
    public Task The_oldest_form_of_a_macro_is_read_as_well(string storage, string model) => Construct.IsRead(storage, model);
}
