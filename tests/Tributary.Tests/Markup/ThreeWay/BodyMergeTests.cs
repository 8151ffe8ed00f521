using Tributary.Markup.ThreeWay;

namespace Tributary.Tests.Markup.ThreeWay;

public sealed class BodyMergeTests
{
    private const string Base = "<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p>";

    [Theory]
    [InlineData("<h1>A</h1><p>ONE</p><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>THREE</p>", "<h1>A</h1><p>ONE</p><p>two</p>\n<h1>B</h1><p>THREE</p>")]
    [InlineData("<h1>A</h1><p>ONE</p><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>one</p><p>TWO</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>ONE</p><p>TWO</p>\n<h1>B</h1><p>three</p>")]
    [InlineData("<h1>A</h1><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p><p>four</p>", "<h1>A</h1><p>two</p>\n<h1>B</h1><p>three</p><p>four</p>")]
    [InlineData("<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p><p>mine</p>", "<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p><p>theirs</p>", "<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p><p>theirs</p><p>mine</p>")]
    [InlineData("<p>mine</p><h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p>", "<p>theirs</p><h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p>", "<p>theirs</p><p>mine</p><h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p>")]
    [InlineData("<h1>B</h1><p>three</p><h1>A</h1><p>one</p><p>two</p>\n", "<h1>A</h1><p>one</p><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>B</h1><p>three</p><h1>A</h1><p>one</p><p>two</p>\n")]
    [InlineData("<h1>A</h1><p>ONE</p><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>ONE</p><p>two</p>\n<h1>B</h1><p>three!</p>", "<h1>A</h1><p>ONE</p><p>two</p>\n<h1>B</h1><p>three!</p>")]
    public void Changes_that_lie_apart_are_both_kept(string ours, string theirs, string merged) => Assert.Equal(merged, Merge(Base, ours, theirs).Text);

    [Theory]
    [InlineData("<h1>A</h1><p>mine</p><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>theirs</p><p>two</p>\n<h1>B</h1><p>three</p>", "mine", "theirs")]
    [InlineData("<h1>A</h1><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>one!</p><p>two</p>\n<h1>B</h1><p>three</p>", "(deleted)", "one!")]
    [InlineData("<h1>A</h1><p>one!</p><p>two</p>\n<h1>B</h1><p>three</p>", "<h1>A</h1><p>two</p>\n<h1>B</h1><p>three</p>", "one!", "(deleted)")]
    public void What_both_changed_is_shown_from_both_sides(string ours, string theirs, string mine, string other)
    {
        MergeResult result = Merge(Base, ours, theirs);

        Assert.Null(result.Text);
        Assert.Equal(new MergeConflict("# A", mine, other), Assert.Single(result.Conflicts));
    }

    [Fact]
    public void Within_a_macro_a_list_or_a_table_each_node_counts_alone()
    {
        const string page =
            "<ac:structured-macro ac:name=\"info\" ac:macro-id=\"1\"><ac:rich-text-body><p>a</p><p>b</p></ac:rich-text-body></ac:structured-macro><ul><li>c</li><li>d</li></ul>"
            + "<table><tbody><tr><td>e</td><td>f</td></tr></tbody></table>";
        string ours = Replace(page, ("a", "A"), ("c", "C"), ("e", "E")), theirs = Replace(page, ("b", "B"), ("d", "D"), ("f", "F"));

        Assert.Equal(Replace(theirs, ("a", "A"), ("c", "C"), ("e", "E")), Merge(page, ours, theirs).Text);
    }

    [Fact]
    public void A_parameter_and_a_body_are_changed_by_two()
    {
        const string page = "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:rich-text-body><p>a</p><p>b</p></ac:rich-text-body></ac:structured-macro>";
        string ours = page.Replace(">T<", ">Title<", StringComparison.Ordinal), theirs = Replace(page, ("b", "B"));

        Assert.Equal(Replace(ours, ("b", "B")), Merge(page, ours, theirs).Text);
        Assert.Equal(Replace(ours, ("b", "B")), Merge(page, theirs, ours).Text);
        Assert.Null(Merge(page, ours, page.Replace(">T<", ">Other<", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void A_change_where_no_block_is_is_never_dropped()
    {
        const string page = "<p>a</p><!-- x --><p>b</p>";

        Assert.Equal("<p>a</p><!-- y --><p>c</p>", Merge(page, "<p>a</p><!-- y --><p>b</p>", "<p>a</p><!-- x --><p>c</p>").Text);
        Assert.Equal(
            new MergeConflict("", "(between the blocks)\n<!-- y -->", "(between the blocks)\n<!-- z -->"),
            Assert.Single(Merge(page, "<p>a</p><!-- y --><p>b</p>", "<p>a</p><!-- z --><p>b</p>").Conflicts));
    }

    [Theory]
    [InlineData("<h1>B</h1>\n<p>b</p>", "")]
    [InlineData("<p>b</p>", "")]
    [InlineData("<p>b</p>\n", "<p>x</p>")]
    [InlineData("<h1>B</h1>\n<p>b</p>\n<p></p>\n<!-- y -->\n", "")]
    [InlineData("<!-- x -->\n", "\n\n<p>x</p>")]
    public void What_was_changed_is_brought_back_byte_for_byte_past_what_they_changed_since(string was, string became)
    {
        const string page = "<h1>A</h1>\n<p>a</p>\n<!-- x -->\n<h1>B</h1>\n<p>b</p>\n<p></p>\n<!-- y -->\n<h1>C</h1>\n<p>c</p>";
        string changed = page.Replace(was, became, StringComparison.Ordinal);

        Assert.Equal(Replace(page, ("c", "Theirs")), Merge(changed, page, Replace(changed, ("c", "Theirs"))).Text);
    }

    [Fact]
    public void A_row_and_a_column_that_were_added_at_once_are_refused()
    {
        const string page = "<table><tbody><tr><th>K</th><th>V</th></tr><tr><td>a</td><td>1</td></tr></tbody></table>";
        string row = page.Replace("</tbody>", "<tr><td>b</td><td>2</td></tr></tbody>", StringComparison.Ordinal), column = page.Replace("</tr>", "<td>1</td></tr>", StringComparison.Ordinal);

        Assert.Equal(new MergeConflict("", "| b | 2 |", "| K | V | 1 |"), Assert.Single(Merge(page, row, column).Conflicts));
        Assert.Equal(new MergeConflict("", "| K | V | 1 |", "| b | 2 |"), Assert.Single(Merge(page, column, row).Conflicts));
        Assert.Equal(Replace(column, ("a", "A")), Merge(page, Replace(page, ("a", "A")), column).Text);
        Assert.Equal(
            "<table><tbody><tr><th>N</th><th>K</th><th>V</th></tr><tr><td>a</td><td>A</td><td>1</td></tr></tbody></table>",
            Merge(page, Replace(page, ("a", "A")), "<table><tbody><tr><th>N</th><th>K</th><th>V</th></tr><tr><td>a</td><td>a</td><td>1</td></tr></tbody></table>").Text);
        Assert.Null(Merge(page, Replace(page, ("a", "A")), "<table><tbody><tr><th>V</th><th>K</th></tr><tr><td>1</td><td>a</td></tr></tbody></table>").Text);
    }

    private static MergeResult Merge(string original, string ours, string theirs) => BodyMerge.OfStorage(original, ours).Into(theirs);

    private static string Replace(string text, params (string Old, string New)[] words) =>
        words.Aggregate(text, (current, word) => current.Replace($">{word.Old}<", $">{word.New}<", StringComparison.Ordinal));
}
