using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

/// <summary>Where blocks come to stand, and what goes with those that leave.</summary>
public sealed class PlaceEditTests
{
    private const string Toc = "<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"></ac:structured-macro>";

    private const string Task = "<ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Ship</ac:task-body></ac:task>";

    [Theory]
    [InlineData("<p>a</p>\n  <p>b</p>\n\n<p>c</p>", "p1", null, "p2", "\n  <p>b</p><p>a</p>\n\n<p>c</p>")]
    [InlineData("<p>a</p>\n  <!-- x --><p>b</p>\n\n<p>c</p>", "p2", "p1", null, "<p>b</p><p>a</p>\n  <!-- x -->\n\n<p>c</p>")]
    [InlineData("<h1>A</h1> <p>a</p>\n<h1>B</h1>\t<p>b</p>", "h1", null, "h2", " \n<h1>B</h1>\t<p>b</p><h1>A</h1><p>a</p>")]
    [InlineData("<div><p>a</p></div><p>b</p><p>c</p>", "p3", "p2", null, "<div><p>a</p></div><p>c</p><p>b</p>")]
    public void What_moves_takes_its_bytes_along_and_all_else_stays_in_its_order(string storage, string node, string? before, string? after, string moved) =>
        Assert.Equal(moved, EditTests.Edit(storage, new EditOperation(EditAction.Move) { Section = node[0] == 'h' ? node : null, Node = node[0] == 'h' ? null : node, Before = before, After = after }));

    [Theory]
    [InlineData("<h2>w</h2>\n<p>a</p>", "p1", "## New\n\nwords", "<h2>w</h2>\n<h2>New</h2><p>words</p>")]
    [InlineData("<h3>w</h3>\n  <!-- x --><p>a</p>", "h1", "### v\n\nwords", "<h3>v</h3><p>words</p>\n  <!-- x --><p>a</p>")]
    public void Several_blocks_in_the_place_of_one_stand_together(string storage, string node, string content, string replaced) =>
        Assert.Equal(replaced, EditTests.Edit(storage, new EditOperation(EditAction.Replace) { Node = node, Content = content }));

    [Theory]
    [InlineData("<ul><li>words</li></ul>", "p1", EditAction.InsertAfter, "<ul><li>words<p>" + Toc + "</p></li></ul>")]
    [InlineData("<table><tbody><tr><td>words <!-- x --></td></tr></tbody></table>", "p1", EditAction.InsertBefore, "<table><tbody><tr><td><p>" + Toc + "</p>words <!-- x --></td></tr></tbody></table>")]
    [InlineData("<p>words</p>", "p1", EditAction.InsertAfter, "<p>words</p>" + Toc)]
    public void A_macro_beside_text_without_a_paragraph_stands_on_its_own_line(string storage, string node, EditAction action, string edited) =>
        Assert.Equal(edited, EditTests.Edit(storage, new EditOperation(action) { Node = node, Content = "::toc" }));

    [Fact]
    public void Text_without_a_paragraph_that_moves_gets_one() => Assert.Equal(
        "<ul><li>one</li><li>three<p>two <ac:inline-comment-marker ac:ref=\"r\">x</ac:inline-comment-marker></p></li></ul>",
        EditTests.Edit("<ul><li>one</li><li>two <ac:inline-comment-marker ac:ref=\"r\">x</ac:inline-comment-marker></li><li>three</li></ul>", new EditOperation(EditAction.Move) { Node = "p2", After = "p3" }));

    [Fact]
    public void Items_become_those_of_the_list_that_they_come_to_stand_in()
    {
        const string lists = $"<ac:task-list>{Task}</ac:task-list><ul><li><p>a <ac:inline-comment-marker ac:ref=\"r\">b</ac:inline-comment-marker></p></li></ul>";

        Assert.Equal(
            lists.Replace("</ac:task></", "</ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>one</ac:task-body></ac:task></", StringComparison.Ordinal),
            EditTests.Edit(lists, new EditOperation(EditAction.InsertAfter) { Node = "k1", Content = "- one" }));

        EditResult moved = StorageFormat.Edit(lists, [new EditOperation(EditAction.Move) { Node = "k1", After = "l2" }]);
        Assert.NotEmpty(moved.Problems);
        EditResult appended = StorageFormat.Edit(lists, [new EditOperation(EditAction.Append) { Node = "l2", Content = "- [x] done" }]);
        Assert.Equal(lists.Replace("</li></ul>", "</li><li><p>done</p></li></ul>", StringComparison.Ordinal), appended.Text);
        Assert.Equal("the box of an item whose list has none", Assert.Single(appended.Losses).What);
    }

    [Theory]
    [InlineData("<p>x</p><ul><li><p>a</p></li></ul>", "p2", "<p>x</p>")]
    [InlineData("<p>x</p><blockquote><ul><li>a</li></ul></blockquote>", "p2", "<p>x</p>")]
    [InlineData("<p>x</p><ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>a</p></ac:layout-cell></ac:layout-section></ac:layout>", "m3", "<p>x</p>")]
    [InlineData("<p>x</p><div><p>a</p></div>", "p2", "<p>x</p><div></div>")]
    [InlineData("<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body><p>a</p></ac:rich-text-body></ac:structured-macro>", "p1", "<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body></ac:rich-text-body></ac:structured-macro>")]
    public void Lists_quotes_tables_and_layouts_go_with_the_last_that_they_held(string storage, string node, string left)
    {
        EditResult edited = StorageFormat.Edit(storage, [new EditOperation(EditAction.Delete) { Node = node }]);

        Assert.Equal(left, edited.Text);
        Assert.Empty(edited.Losses);
    }

    [Fact]
    public void A_part_of_a_layout_stays_in_its_layout()
    {
        const string layout = "<ac:layout><ac:layout-section ac:type=\"two_equal\"><ac:layout-cell><p>a</p></ac:layout-cell><ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section></ac:layout><p>c</p>";

        Assert.Equal(
            layout.Replace("<ac:layout-cell><p>a</p></ac:layout-cell><ac:layout-cell><p>b</p></ac:layout-cell>", "<ac:layout-cell><p>b</p></ac:layout-cell><ac:layout-cell><p>a</p></ac:layout-cell>", StringComparison.Ordinal),
            EditTests.Edit(layout, new EditOperation(EditAction.Move) { Node = "m3", After = "m4" }));
        Assert.Equal("A layout stands at the top of the page, its sections stand in it and its cells in them.", EditTests.Problem(layout, new EditOperation(EditAction.Move) { Node = "m3", After = "p3" }).Message);
    }

    [Fact]
    public void The_plain_text_of_a_macro_is_a_code_block_elsewhere()
    {
        const string html = "<ac:structured-macro ac:name=\"html\"><ac:plain-text-body><![CDATA[<b>]]></ac:plain-text-body></ac:structured-macro><p>a</p>";

        Assert.Equal(
            html.Replace("<![CDATA[<b>]]>", "<![CDATA[]]>", StringComparison.Ordinal) + "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[<b>]]></ac:plain-text-body></ac:structured-macro>",
            EditTests.Edit(html, new EditOperation(EditAction.Move) { Node = "c1", After = "p1" }));
    }

    [Fact]
    public void A_task_of_ADF_that_gets_a_block_says_so_and_one_whose_list_changes_keeps_its_own_text()
    {
        const string tasks = """
            {"version":1,"type":"doc","content":[{"type":"taskList","attrs":{"localId":"a"},"content":[{"type":"taskItem","attrs":{"localId":"b","state":"TODO"},"content":[{"type":"hardBreak"}]},{"type":"taskList","attrs":{"localId":"c"},"content":[
            {"type":"taskItem","attrs":{"localId":"d","state":"TODO"},"content":[{"type":"text","text":"one"}]}]}]}]}
            """;

        EditResult item = AdfDocument.Edit(tasks, [new EditOperation(EditAction.Append) { Node = "l2", Content = "- [ ] two" }]);
        Assert.Contains("""[{"type":"hardBreak"}]}""", item.Text, StringComparison.Ordinal);
        Assert.Empty(item.Losses);

        EditResult block = AdfDocument.Edit(tasks, [new EditOperation(EditAction.InsertAfter) { Node = "p1", Content = "> [!NOTE]\n> x" }]);
        Assert.Equal("block in a task, kept as text", Assert.Single(block.Losses).What);
    }
}
