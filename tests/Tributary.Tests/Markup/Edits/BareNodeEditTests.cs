using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

/// <summary>Nodes that lack what the editors write, and links whose words come and go.</summary>
public sealed class BareNodeEditTests
{
    private const string Card = """{"version":1,"type":"doc","content":[{"type":"blockCard","attrs":{"url":"https://example.com/"}},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]}]}]}]}""";

    [Theory]
    [InlineData("<ac:task-list><ac:task><ac:task-id>7</ac:task-id></ac:task></ac:task-list>", "</ac:task>", "<ac:task-body><p>Write</p></ac:task-body></ac:task>")]
    [InlineData("<ac:task-list><ac:task></ac:task></ac:task-list>", "</ac:task>", "<ac:task-body><p>Write</p></ac:task-body></ac:task>")]
    [InlineData("<ac:task-list><ac:task /></ac:task-list>", "<ac:task />", "<ac:task ><ac:task-body><p>Write</p></ac:task-body></ac:task>")]
    public void A_task_without_a_body_gets_one(string storage, string before, string after) =>
        Assert.Equal(storage.Replace(before, after, StringComparison.Ordinal), EditTests.Edit(storage, new EditOperation(EditAction.Append) { Node = "k1", Content = "Write" }));

    [Fact]
    public void A_code_macro_that_is_one_tag_opens_for_its_code() => Assert.Equal(
        "<ac:structured-macro ac:name=\"code\" ac:macro-id=\"a\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>",
        EditTests.Edit("<ac:structured-macro ac:name=\"code\" ac:macro-id=\"a\"/>", new EditOperation(EditAction.Replace) { Node = "c1", Content = "```java\nx\n```" }));

    [Theory]
    [InlineData("<p><ac:link><ri:page ri:content-title=\"P\" /><ac:plain-text-link-body><![CDATA[a b]]></ac:plain-text-link-body></ac:link></p>", "c d", "<p>c d</p>")]
    [InlineData("<p><a href=\"https://example.com/\">a b</a> e</p>", "c d e", "<p>c d e</p>")]
    [InlineData("<p>a</p>", "See [the **new** one](https://example.com/)", "<p>See <a href=\"https://example.com/\">the <strong>new</strong> one</a></p>")]
    [InlineData("<p>See <a href=\"https://example.com/\"><em>it</em> now</a></p>", "See [*it* **now**](https://example.com/)", "<p>See <a href=\"https://example.com/\"><em>it</em> <strong>now</strong></a></p>")]
    public void A_link_goes_with_its_words_and_comes_as_one(string storage, string content, string replaced) =>
        Assert.Equal(replaced, EditTests.Edit(storage, new EditOperation(EditAction.Replace) { Node = "p1", Content = content }));

    [Fact]
    public void A_link_of_ADF_goes_with_its_words()
    {
        const string link = """{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a b ","marks":[{"type":"link","attrs":{"href":"https://example.com/"}}]}]}]}""";

        Assert.DoesNotContain("example.com", AdfDocument.Edit(link, [new EditOperation(EditAction.Replace) { Node = "p1", Content = "c *d*" }]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_smart_link_of_ADF_cannot_be_is_told()
    {
        Assert.Equal("words of a smart link, which shows its own", Loss(new EditOperation(EditAction.ReplaceText) { Node = "p1", Find = "https://example.com/", Content = "here" }));
        Assert.Equal("smart link on a line of its own where none may stand, kept within a line", Loss(new EditOperation(EditAction.Move) { Node = "p1", After = "p2" }));

        static string Loss(EditOperation operation) => Assert.Single(AdfDocument.Edit(Card, [operation]).Losses).What;
    }

    [Fact]
    public void A_block_that_is_there_already_is_not_moved()
    {
        const string page = "<h1>A</h1>\n<p>a</p>\n<h1>B</h1>";

        Assert.Same(page, StorageFormat.Edit(page, [new EditOperation(EditAction.Move) { Section = "A", Before = "B" }]).Text);
        Assert.Same(page, StorageFormat.Edit(page, [new EditOperation(EditAction.Move) { Section = "B", After = "A" }]).Text);
    }
}
