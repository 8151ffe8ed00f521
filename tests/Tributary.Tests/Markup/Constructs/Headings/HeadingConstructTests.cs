namespace Tributary.Tests.Markup.Constructs.Headings;

public sealed class HeadingConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<h1>Title</h1>", "h1 Title")]
    [InlineData("<h6><em>Deep</em></h6>", "h6 <Emphasis|Deep>")]
    [InlineData("<h2><ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\">here</ac:parameter></ac:structured-macro>Text</h2>", "h2 :anchor[here]Text")]
    public Task Headings_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<h2></h2><h2> <br/></h2><h3>&nbsp;</h3>", "")]
    public Task A_heading_that_shows_nothing_is_none(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<h2>Before<ul><li>in it</li></ul></h2>", ":::opaque[h2]\n  p Before\n  list Bullet\n    item\n      p in it")]
    public Task A_heading_around_a_block_keeps_what_it_shows(string storage, string model) => Construct.IsRead(storage, model);
}
