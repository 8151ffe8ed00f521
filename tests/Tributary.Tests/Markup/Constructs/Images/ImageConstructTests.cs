namespace Tributary.Tests.Markup.Constructs.Images;

public sealed class ImageConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:image ac:original-width=\"320\" ac:custom-width=\"true\" ac:local-id=\"i\"><ri:attachment ri:filename=\"a.png\" ri:version-at-save=\"1\" /><ac:adf-mark key=\"border\" ac:size=\"1\" /></ac:image>", "p ![](attachment:a.png){border=\"true\"}")]
    [InlineData("<ac:image><ri:attachment ri:filename=\"a.png\" /><ac:caption><p>The <em>hen</em> and a <a href=\"x\">link</a></p></ac:caption></ac:image>", "p ![](attachment:a.png){caption=\"The hen and a link\"}")]
    public Task What_only_the_editor_needs_is_not_shown(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image>\n<ac:image><ri:attachment ri:filename=\"b.png\" /></ac:image>", "p ![](attachment:a.png)\np ![](attachment:b.png)")]
    [InlineData("x <ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image>", "p x ![](attachment:a.png)")]
    [InlineData("<p><img src=\"https://example.com/a.png\" alt=\"A\" /></p>", "p ![A](https://example.com/a.png)")]
    [InlineData("<p><ac:image ac:alt=\"A\"><ri:page ri:content-title=\"P\" /><ac:caption>words</ac:caption></ac:image></p>", "p :opaque[ac:image]{alt=\"A\" caption=\"words\"} opaque")]
    public Task Pictures_in_a_row_stand_each_by_itself_and_beside_words_within_the_line(string storage, string model) => Construct.IsRead(storage, model);
}
