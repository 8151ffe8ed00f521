using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfPictureTests
{
    private const string Media = """{"type":"media","attrs":{"type":"file","id":"u","collection":"c","width":10,"height":20,"alt":"A"},"marks":[{"type":"border","attrs":{"size":1,"color":"#091e42"}}]}""";
    private const string Link = """{"type":"link","attrs":{"href":"https://a.b"}}""";
    private const string Alice = """{"type":"mention","attrs":{"id":"1","text":"@Alice B"}}""";
    private const string Day = """{"type":"date","attrs":{"timestamp":"1769817600000","localId":"d"}}""";
    private const string Done = """{"type":"status","attrs":{"text":"Done","color":"green","localId":"s"}}""";
    private const string Shown = "![A](attachment:u){caption=\"By @Alice B on 2026-01-31, see the map Done now\"}\n";

    [Theory]
    [InlineData("now", "later", "later", "")]
    [InlineData("By ", "Drawn by ", "", "Drawn by ")]
    [InlineData("see ", "", "", "")]
    public void A_caption_keeps_what_its_words_do_not_say(string from, string to, string lastWord, string firstWords)
    {
        string page = Document(Single(Media, Caption("By ", "see ", "now")));
        Assert.Equal(Shown, AdfDocument.ToMarkdown(page).Text);

        Conversion altered = AdfDocument.FromMarkdown(Shown.Replace(from, to, StringComparison.Ordinal), page);

        string see = from == "see " ? "" : "see ";
        Assert.Equal(Document(Single(Media, Caption(firstWords.Length > 0 ? firstWords : "By ", see, lastWord.Length > 0 ? lastWord : "now"))), altered.Text);
        Assert.Empty(altered.Losses);
    }

    [Fact(Timeout = 10000)]
    public void What_goes_from_a_caption_with_its_words_is_told()
    {
        string page = Document(Single(Media, Caption("By ", "see ", "now")));

        Conversion altered = AdfDocument.FromMarkdown(Shown.Replace("@Alice B", "@Alice C", StringComparison.Ordinal), page);

        Assert.Equal(Shown.Replace("@Alice B", "@Alice C", StringComparison.Ordinal), AdfDocument.ToMarkdown(altered.Text).Text);
        Assert.Equal(["mention '@Alice B' of a caption"], altered.Losses.Select(loss => loss.What));
        Assert.Contains(Day, altered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attachment:u", "attachment:v", """{"type":"media","attrs":{"type":"file","id":"v","collection":"c","alt":"A"},"marks":[{"type":"border","attrs":{"size":1,"color":"#091e42"}}]}""")]
    [InlineData("attachment:u", "https://x.y/z.png", """{"type":"media","attrs":{"type":"external","alt":"A","url":"https://x.y/z.png"},"marks":[{"type":"border","attrs":{"size":1,"color":"#091e42"}}]}""")]
    [InlineData("![A](attachment:u)", "[![A](attachment:u)](https://a.b)", """{"type":"media","attrs":{"type":"file","id":"u","collection":"c","width":10,"height":20,"alt":"A"},"marks":[{"type":"border","attrs":{"size":1,"color":"#091e42"}},{"type":"link","attrs":{"href":"https://a.b"}}]}""")]
    public void Another_picture_keeps_frame_and_caption(string from, string to, string media)
    {
        string page = Document(Single(Media, Caption("By ", "see ", "now")));
        string markdown = from.StartsWith('!') ? "[" + Shown.TrimEnd() + "](https://a.b)\n" : Shown.Replace(from, to, StringComparison.Ordinal);

        Conversion altered = AdfDocument.FromMarkdown(markdown, page);

        Assert.Equal(Document(Single(media, Caption("By ", "see ", "now"))), altered.Text);
        Assert.Empty(altered.Losses);
    }

    [Fact(Timeout = 10000)]
    public void A_caption_shows_no_blank_twice()
    {
        string page = Document(Single(Media, """{"type":"caption","content":[{"type":"text","text":"One "},{"type":"text","text":"two","marks":[{"type":"strong"}]},{"type":"hardBreak"},{"type":"text","text":" three"}]}"""));

        Assert.Equal("![A](attachment:u){caption=\"One two three\"}\n", AdfDocument.ToMarkdown(page).Text);
        Assert.Equal(page.Replace("One ", "1 ", StringComparison.Ordinal), AdfDocument.FromMarkdown("![A](attachment:u){caption=\"1 two three\"}\n", page).Text);
    }

    [Fact(Timeout = 10000)]
    public void A_picture_from_the_web_within_words_is_a_link()
    {
        string page = Document("""{"type":"paragraph","content":[{"type":"text","text":"See it now"}]}""");

        Conversion altered = AdfDocument.FromMarkdown("See ![the map](https://x.y/z.png) now\n", page);

        Assert.Equal(Document("""{"type":"paragraph","content":[{"type":"text","text":"See "},{"type":"text","text":"the map","marks":[{"type":"link","attrs":{"href":"https://x.y/z.png"}}]},{"type":"text","text":" now"}]}"""), altered.Text);
        Assert.Equal(["image within a line, kept as a link"], altered.Losses.Select(loss => loss.What));
        Assert.Equal(altered, AdfDocument.FromMarkdown("See ![the map](https://x.y/z.png) now\n"), (one, other) => one.Text == other.Text && one.Losses.Count == other.Losses.Count);
    }

    [Theory]
    [InlineData("attachment:n", "\"type\":\"file\",\"id\":\"n\",\"collection\":\"\"")]
    [InlineData("https://x.y/z.png", "\"type\":\"external\",\"url\":\"https://x.y/z.png\"")]
    public void A_picture_in_place_of_a_paragraph_is_a_block(string address, string attributes)
    {
        Conversion altered = AdfDocument.FromMarkdown($"![]({address})\n", Document("""{"type":"paragraph","content":[{"type":"text","text":"Old"}]}"""));

        Assert.Equal(Document($$$"""{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{ {{{attributes}}} }}]}""".Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal)), altered.Text);
        Assert.Empty(altered.Losses);
    }

    private static string Single(string media, string caption) => $$"""{"type":"mediaSingle","attrs":{"layout":"center","localId":"m"},"content":[{{media}},{{caption}}]}""";

    private static string Caption(string first, string see, string last) =>
        $$"""{"type":"caption","content":[{"type":"text","text":"{{first}}"},{{Alice}},{"type":"text","text":" on "},{{Day}},{"type":"text","text":", {{see}}"},{"type":"text","text":"the map","marks":[{{Link}}]},{"type":"text","text":" "},{{Done}},{"type":"hardBreak"},{"type":"text","text":"{{last}}","marks":[{"type":"em"}]}]}""";

    private static string Document(string blocks) => $$"""{"version":1,"type":"doc","content":[{{blocks}}]}""";
}
