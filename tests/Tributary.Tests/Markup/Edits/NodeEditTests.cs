using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

public sealed class NodeEditTests
{
    private const string Table =
        "<table class=\"wrapped\"><tbody><tr><th>Name</th><th>Owner</th></tr><tr><td>API</td><td style=\"x\">Ann</td></tr><tr><td><p>Web</p></td><td><p>Bob</p></td></tr></tbody></table>";

    private const string Tasks =
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Write</ac:task-body></ac:task>"
        + "<ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Ship</ac:task-body></ac:task></ac:task-list>";

    private const string Expand = "<ac:structured-macro ac:name=\"expand\" ac:macro-id=\"x\"><ac:parameter ac:name=\"title\">More</ac:parameter><ac:rich-text-body><p>In</p></ac:rich-text-body></ac:structured-macro>";

    [Theory]
    [InlineData(2, "Owner", "Cid", "<td style=\"x\">Ann</td>", "<td style=\"x\">Cid</td>")]
    [InlineData(3, "2", "Cid", "<p>Bob</p>", "<p>Cid</p>")]
    [InlineData(1, "1", "Part", "<th>Name</th>", "<th>Part</th>")]
    public void A_cell_is_set_by_its_row_and_column(int row, string column, string content, string before, string after) =>
        Assert.Equal(Table.Replace(before, after, StringComparison.Ordinal), EditTests.Edit(Table, new EditOperation(EditAction.SetCell) { Node = "t1", Row = row, Column = column, Content = content }));

    [Fact]
    public void Rows_are_set_put_in_and_taken_out()
    {
        Assert.Equal(
            Table.Replace("<p>Web</p></td><td><p>Bob</p>", "<p>Site</p></td><td><p>Bob</p>", StringComparison.Ordinal),
            EditTests.Edit(Table, new EditOperation(EditAction.SetRow) { Node = "t1", Row = 3, Cells = ["Site", "Bob"] }));
        Assert.Equal(
            Table.Replace("<tr><td>API</td><td style=\"x\">Ann</td></tr>", "", StringComparison.Ordinal), EditTests.Edit(Table, new EditOperation(EditAction.DeleteRow) { Node = "t1", Row = 2 }));

        string end = EditTests.Edit(Table, new EditOperation(EditAction.InsertRow) { Node = "t1", Row = 4, Cells = ["DB", "Dan"] });
        Assert.StartsWith(Table[..Table.IndexOf("</tbody>", StringComparison.Ordinal)] + "<tr>", end, StringComparison.Ordinal);
        Assert.Contains("DB", end, StringComparison.Ordinal);
        string middle = EditTests.Edit(Table, new EditOperation(EditAction.InsertRow) { Node = "t1", Row = 2, Cells = ["DB"] });
        Assert.True(middle.IndexOf("DB", StringComparison.Ordinal) < middle.IndexOf("API", StringComparison.Ordinal));
        Assert.DoesNotContain("<th>DB", middle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "1", "`row` is 5; t1 has 3 rows, its header included.")]
    [InlineData(2, "Team", "There is no column \"Team\"; there are 2.")]
    public void A_place_outside_the_table_is_refused(int row, string column, string message) =>
        Assert.Equal(message, EditTests.Problem(Table, new EditOperation(EditAction.SetCell) { Node = "t1", Row = row, Column = column, Content = "x" }).Message);

    [Fact]
    public void A_merged_cell_is_named_by_its_first_place()
    {
        const string merged = "<table><tbody><tr><td colspan=\"2\">A</td></tr><tr><td rowspan=\"2\">B</td><td>C</td></tr><tr><td>D</td></tr></tbody></table>";

        Assert.Equal("That place belongs to the merged cell at row 1, column 1.", EditTests.Problem(merged, new EditOperation(EditAction.SetCell) { Node = "t1", Row = 1, Column = "2", Content = "x" }).Message);
        Assert.Equal(merged.Replace(">D<", ">x<", StringComparison.Ordinal), EditTests.Edit(merged, new EditOperation(EditAction.SetCell) { Node = "t1", Row = 3, Column = "2", Content = "x" }));
        Assert.Equal("A merged cell reaches across row 3.", EditTests.Problem(merged, new EditOperation(EditAction.DeleteRow) { Node = "t1", Row = 3 }).Message);
        Assert.Equal("A merged cell reaches across the place of row 3.", EditTests.Problem(merged, new EditOperation(EditAction.InsertRow) { Node = "t1", Row = 3, Cells = ["x"] }).Message);
    }

    [Fact]
    public void A_task_is_checked_by_its_handle_or_its_words()
    {
        string done = Tasks.Replace("incomplete", "complete", StringComparison.Ordinal);
        Assert.Equal(done, EditTests.Edit(Tasks, new EditOperation(EditAction.CheckTask) { Node = "k1" }));
        Assert.Equal(done, EditTests.Edit(Tasks, new EditOperation(EditAction.CheckTask) { Find = "Write" }));
        Assert.Equal(Tasks, EditTests.Edit(Tasks, new EditOperation(EditAction.CheckTask) { Node = "k2" }));
        Assert.Equal(
            Tasks.Replace("<ac:task-status>complete", "<ac:task-status>incomplete", StringComparison.Ordinal), EditTests.Edit(Tasks, new EditOperation(EditAction.CheckTask) { Node = "k2", Done = false }));
    }

    [Fact]
    public void An_item_is_put_into_a_list_and_taken_out()
    {
        Assert.Equal("<ul><li>a</li><li>b</li></ul>", EditTests.Edit("<ul><li>a</li></ul>", new EditOperation(EditAction.Append) { Node = "l1", Content = "- b" }).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));
        Assert.DoesNotContain("Write", EditTests.Edit(Tasks, new EditOperation(EditAction.Delete) { Node = "k1" }), StringComparison.Ordinal);
        Assert.Equal("A list holds items alone: give `content` as a list.", EditTests.Problem(Tasks, new EditOperation(EditAction.InsertAfter) { Node = "k1", Content = "No item" }).Message);
    }

    [Theory]
    [InlineData("title", "Less", "More", "Less")]
    [InlineData("open", "true", "</ac:parameter>", "</ac:parameter><ac:parameter ac:name=\"open\">true</ac:parameter>")]
    [InlineData("title", null, "<ac:parameter ac:name=\"title\">More</ac:parameter>", "")]
    public void A_parameter_of_a_macro_is_set_and_taken_away(string name, string? value, string before, string after) =>
        Assert.Equal(Expand.Replace(before, after, StringComparison.Ordinal), EditTests.Edit(Expand, new EditOperation(EditAction.SetParameter) { Node = "m1", Name = name, Content = value }));

    [Fact]
    public void A_node_inside_a_macro_is_edited_in_its_place()
    {
        Assert.Equal(Expand.Replace("<p>In</p>", "<p>Out</p>", StringComparison.Ordinal), EditTests.Edit(Expand, new EditOperation(EditAction.Replace) { Node = "p1", Content = "Out" }));
        Assert.Equal(Expand.Replace("<p>In</p>", "<p>In</p><p>Out</p>", StringComparison.Ordinal), EditTests.Edit(Expand, new EditOperation(EditAction.Append) { Node = "m1", Content = "Out" }));
        Assert.Equal(Expand + "<p>End</p>", EditTests.Edit(Expand, new EditOperation(EditAction.Append) { Content = "End" }));
        Assert.Equal("It cannot be moved into itself.", EditTests.Problem(Expand, new EditOperation(EditAction.Move) { Node = "m1", After = "p1" }).Message);
    }

    [Fact]
    public void A_layout_takes_blocks_in_its_cells_alone()
    {
        const string layout = "<ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell><h1>A</h1><p>x</p></ac:layout-cell></ac:layout-section></ac:layout>";

        Assert.Equal(layout.Replace("<p>x</p>", "<p>x</p><p>y</p>", StringComparison.Ordinal), EditTests.Edit(layout, new EditOperation(EditAction.Append) { Section = "A", Content = "y" }));
        Assert.Equal("A layout holds blocks in its cells alone.", EditTests.Problem(layout, new EditOperation(EditAction.InsertAfter) { Node = "m2", Content = "y" }).Message);
    }
}
