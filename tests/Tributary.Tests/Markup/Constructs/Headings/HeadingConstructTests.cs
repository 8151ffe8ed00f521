namespace Tributary.Tests.Markup.Constructs.Headings;

public sealed class HeadingConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<h2>Before<ul><li>in it</li></ul></h2>", ":::opaque[h2]\n  p Before\n  list Bullet\n    item\n      p in it")]
    public Task A_heading_around_a_block_keeps_what_it_shows(string storage, string model) => Construct.IsRead(storage, model);
}
