namespace Tributary.Tests.Markup.Constructs.Lists;

public sealed class ListConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ul><li><p>a</p></li><li><p>b</p><ol start=\"4\"><li><p>c</p></li></ol></li></ul>", "list Bullet\n  item\n    p a\n  item\n    p b\n    list Ordered 4\n      item\n        p c")]
    [InlineData("<ul><li><p /></li></ul>", "list Bullet\n  item")]
    public Task Lists_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ul class=\"alternate\"><li>a<ul><li>b</li></ul></li></ul>", "list Bullet\n  item\n    p a\n    list Bullet\n      item\n        p b", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>")]
    public Task Items_without_a_paragraph_have_one(string storage, string model, string anew) => Construct.IsRewritten(storage, model, anew);

    [Theory(Timeout = 10000)]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "list Bullet\n  item\n    p a\n  item\n    list Bullet\n      item\n        p b")]
    public Task A_list_where_an_item_should_be_is_an_item(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ul><ac:inline-comment-marker ac:ref=\"1\"><li>a</li></ac:inline-comment-marker><li>b</li></ul>", "list Bullet\n  item\n    p a\n  item\n    p b")]
    [InlineData("<ul>stray<li>a</li></ul>", ":::opaque[ul]\n  p stray\n  :::opaque[li]\n    p a")]
    [InlineData("<ul></ul><ol start=\"-3\"><li>x</li></ol>", "list Ordered\n  item\n    p x")]
    public Task Markers_of_comments_hide_no_item_and_stray_text_is_kept(string storage, string model) => Construct.IsRead(storage, model);
}
