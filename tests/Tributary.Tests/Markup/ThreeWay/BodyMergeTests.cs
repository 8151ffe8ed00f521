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
        MergeResult result = Merge("<p>a</p><!-- x --><p>b</p>", "<p>a</p><!-- y --><p>b</p>", "<p>a</p><!-- x --><p>c</p>");

        Assert.Null(result.Text);
    }

    private static MergeResult Merge(string original, string ours, string theirs) => BodyMerge.OfStorage(original, ours).Into(theirs);

    private static string Replace(string text, params (string Old, string New)[] words) =>
        words.Aggregate(text, (current, word) => current.Replace($">{word.Old}<", $">{word.New}<", StringComparison.Ordinal));
}
