namespace Tributary.Tests.Markup.Constructs.Emoji;

public sealed class EmojiConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p><ac:emoticon ac:name=\"smile\" /></p>", "p :emoji[smile]")]
    [InlineData("<p><ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":ferry:\" ac:emoji-id=\"26f4\" ac:emoji-fallback=\"⛴️\" /></p>", "p :emoji[⛴️]{shortname=\"ferry\"}")]
    [InlineData("<p><ac:emoticon ac:name=\"thumbs-up\" ac:emoji-shortname=\":thumbsup:\" ac:emoji-id=\"1f44d\" ac:emoji-fallback=\"👍\" /></p>", "p :emoji[👍]{shortname=\"thumbsup\" name=\"thumbs-up\"}")]
    [InlineData("<p><ac:emoticon ac:name=\"cross\" ac:emoji-shortname=\":cross_mark:\" ac:emoji-id=\"atlassian-cross_mark\" ac:emoji-fallback=\":cross_mark:\" /></p>", "p :emoji[cross_mark]{id=\"atlassian-cross_mark\" name=\"cross\"}")]
    public Task Emoji_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);
}
