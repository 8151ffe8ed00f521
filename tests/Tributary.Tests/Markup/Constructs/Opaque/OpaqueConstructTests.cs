namespace Tributary.Tests.Markup.Constructs.Opaque;

public sealed class OpaqueConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<div class=\"x\"><p>a</p>b</div>", ":::opaque[div]\n  p a\n  p b")]
    [InlineData("<foo:box xmlns:foo=\"u\"><p>a</p></foo:box>", ":::opaque[foo:box]\n  p a")]
    [InlineData("<foo:x xmlns:foo=\"u\" /><p>a <foo:y xmlns:foo=\"u\" /></p>", "::opaque[foo:x] opaque\np a :opaque[foo:y] opaque")]
    [InlineData("<p><iframe src=\"x\">no</iframe></p>", "p :opaque[iframe] opaque")]
    [InlineData("<div></div><p><span></span><strong/></p><ac:parameter ac:name=\"x\">y</ac:parameter>", "")]
    [InlineData("<ac:inline-comment-marker ac:ref=\"1\"><p>a</p>b</ac:inline-comment-marker>c", "p a\np b\np c")]
    public Task What_is_unknown_is_read_as_far_as_it_can_be(string storage, string model) => Construct.IsRead(storage, model);
}
