using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

/// <summary>What an operation is given and what it is called by.</summary>
public sealed class ArgumentTests
{
    private const string Page = "<h1>A</h1><p>one two</p><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Write</ac:task-body></ac:task></ac:task-list>";

    private const string Table = "<table><tbody><tr><th>2</th><th>1</th><th>V</th><th>V</th></tr><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></tbody></table>";

    public static TheoryData<EditOperation, string> Unused => new()
    {
        { new EditOperation(EditAction.Delete) { Section = "A", Find = "two" }, "delete does not take `find`; replace_text with `content` \"\" takes words away." },
        { new EditOperation(EditAction.Delete) { Node = "p1", Find = "two" }, "delete does not take `find`; replace_text with `content` \"\" takes words away." },
        { new EditOperation(EditAction.Replace) { Section = "A", Find = "two", Content = "2" }, "replace does not take `find`; replace_text changes the words that it names." },
        { new EditOperation(EditAction.CheckTask) { Node = "k1", Find = "Write" }, "`node` and `find` exclude each other: both name the task." },
        { new EditOperation(EditAction.CheckTask) { Find = "Write", Occurrence = 1 }, "check_task does not take `occurrence`; give the task's handle as `node`." },
        { new EditOperation(EditAction.Append) { Content = "x", Before = "A" }, "append does not take `before`; move takes it, and insert_before puts `content` before a `section` or `node`." },
        { new EditOperation(EditAction.Replace) { Node = "p1", Content = "x", All = true }, "replace does not take `all`; replace_text takes it with `find`." },
        { new EditOperation(EditAction.SetRow) { Node = "t1", Row = 1, Content = "x" }, "set_row does not take `content`; give `cells`." },
        { new EditOperation(EditAction.SetCell) { Section = "A", Row = 1, Column = "1", Content = "x" }, "set_cell does not take `section`; give the handle as `node`." },
        { new EditOperation(EditAction.Move) { Section = "A", Before = "p1", After = "p1" }, "`before` and `after` exclude each other." },
    };

    [Theory]
    [MemberData(nameof(Unused))]
    public void An_argument_that_the_operation_does_not_take_is_refused_with_the_operation_that_does(EditOperation operation, string message) => Assert.Equal(message, EditTests.Problem(Page, operation).Message);

    [Fact]
    public void What_is_empty_was_left_out() => Assert.DoesNotContain("one two", EditTests.Edit(Page, new EditOperation(EditAction.Delete) { Node = "p1", Find = "", Content = "", Cells = [] }), StringComparison.Ordinal);

    [Theory]
    [InlineData("V", "#3 V, #4 V")]
    [InlineData("1", "#1 2, #2 1")]
    public void A_column_that_could_mean_several_is_refused_with_the_candidates(string column, string candidates)
    {
        EditProblem problem = EditTests.Problem(Table, Cell(column));

        Assert.Equal((EditProblemCode.Ambiguous, candidates), (problem.Code, string.Join(", ", problem.Candidates)));
    }

    [Theory]
    [InlineData("#1", ">a<")]
    [InlineData("#4", ">d<")]
    [InlineData("3", ">c<")]
    public void A_column_is_named_by_its_number(string column, string cell) => Assert.Equal(Table.Replace(cell, ">x<", StringComparison.Ordinal), EditTests.Edit(Table, Cell(column)));

    [Theory]
    [InlineData("a b<c>", "`name` is no name of a parameter: letters, digits, `_`, `.`, `:` and `-`.")]
    [InlineData("\"x\"", "`name` is no name of a parameter: letters, digits, `_`, `.`, `:` and `-`.")]
    public void A_parameter_has_a_name(string name, string message) => Assert.Equal(
        message,
        EditTests.Problem("<ac:structured-macro ac:name=\"toc\" />", new EditOperation(EditAction.SetParameter) { Node = "m1", Name = name, Content = "x" }).Message);

    [Theory]
    [InlineData("Two regions")]
    [InlineData(":anchor[regions]Two regions")]
    [InlineData("## :anchor[regions]Two regions")]
    [InlineData("Step **1**: `x`")]
    [InlineData("Step 1: x")]
    [InlineData("Done 🙂")]
    [InlineData("Done :emoji[smile]")]
    [InlineData("Top > Step **1**: `x`")]
    [InlineData(@"1\. Intro")]
    public void A_section_is_named_as_it_is_read_or_as_the_Markdown_has_it(string section)
    {
        const string page =
            "<h1>Top</h1><h2><ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">regions</ac:parameter></ac:structured-macro>Two regions</h2><h2>Step <strong>1</strong>: <code>x</code></h2>"
            + "<h2>Done <ac:emoticon ac:name=\"smile\" /></h2><h2>1. Intro</h2>";

        Assert.NotEqual(page, EditTests.Edit(page, new EditOperation(EditAction.Append) { Section = section, Content = "x" }));
    }

    [Fact]
    public void A_picture_that_goes_takes_one_of_the_blanks_beside_it() => Assert.Equal(
        "<p>pic end</p>", EditTests.Edit("<p>pic <ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image> end</p>", new EditOperation(EditAction.Delete) { Node = "i1" }));

    [Fact]
    public void A_task_is_found_as_the_Markdown_has_it_or_shown_with_the_others()
    {
        string marked = Page.Replace("Write", "<strong>Write</strong> it", StringComparison.Ordinal);

        Assert.Contains("<ac:task-status>complete", EditTests.Edit(marked, new EditOperation(EditAction.CheckTask) { Find = "**Write** it" }), StringComparison.Ordinal);
        Assert.Equal(["k1 **Write** it"], EditTests.Problem(marked, new EditOperation(EditAction.CheckTask) { Find = "Read" }).Candidates);
    }

    private static EditOperation Cell(string column) => new(EditAction.SetCell) { Node = "t1", Row = 2, Column = column, Content = "x" };
}
