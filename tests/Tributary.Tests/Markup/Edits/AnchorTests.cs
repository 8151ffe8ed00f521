using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

/// <summary>Comments whose words are written anew.</summary>
public sealed class AnchorTests
{
    [Theory]
    [InlineData("Nothing in common at all", null)]
    [InlineData("Use new things there.", null)]
    [InlineData("Take old words there.", "old words")]
    [InlineData("Take the old words there.", "old words")]
    [InlineData("Use the new terms here.", "new terms")]
    [InlineData("Use some old thing here.", "old thing")]
    public void The_anchor_of_a_comment_stays_with_its_words_and_is_told_as_lost_without_them(string content, string? anchored)
    {
        const string storage = "<p>Use the <ac:inline-comment-marker ac:ref=\"a1\">old words</ac:inline-comment-marker> here.</p>";
        const string adf = """
            {"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Use the "},{"type":"text","text":"old words","marks":[{"type":"annotation","attrs":{"id":"a1","annotationType":"inlineComment"}}]},{"type":"text","text":" here."}]}]}
            """;
        EditOperation[] operations = [new EditOperation(EditAction.Replace) { Node = "p1", Content = content }];
        EditResult page = StorageFormat.Edit(storage, operations), cloud = AdfDocument.Edit(adf, operations);

        string[] lost = anchored is null ? ["inline comment anchor on \"old words\""] : [];
        Assert.Equal(lost, page.Losses.Select(loss => loss.What));
        Assert.Equal(lost, cloud.Losses.Select(loss => loss.What));
        if (anchored is null) Assert.Equal($"<p>{content}</p>", page.Text);
        else Assert.Contains($"<ac:inline-comment-marker ac:ref=\"a1\">{anchored}</ac:inline-comment-marker>", page.Text, StringComparison.Ordinal);
        if (anchored is null) Assert.DoesNotContain("annotation", cloud.Text, StringComparison.Ordinal);
        else Assert.Contains($$"""{"type":"text","text":"{{anchored}}","marks":[{"type":"annotation",""", cloud.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old words", "entirely different thing", "entirely different thing")]
    [InlineData("old", "new", "new words")]
    [InlineData("the old words", "an item", null)]
    public void Words_that_come_for_those_of_a_comment_alone_take_their_place(string find, string put, string? anchored)
    {
        const string storage = "<p>Use the <ac:inline-comment-marker ac:ref=\"a1\">old words</ac:inline-comment-marker> here.</p>";

        EditResult result = StorageFormat.Edit(storage, [new EditOperation(EditAction.ReplaceText) { Find = find, Content = put }]);

        Assert.Equal(anchored is null ? 1 : 0, result.Losses.Count);
        if (anchored is not null) Assert.Contains($"<ac:inline-comment-marker ac:ref=\"a1\">{anchored}</ac:inline-comment-marker>", result.Text, StringComparison.Ordinal);
    }
}
