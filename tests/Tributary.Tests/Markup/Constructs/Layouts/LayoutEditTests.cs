using Tributary.Markup;

namespace Tributary.Tests.Markup.Constructs.Layouts;

/// <summary>Layouts of a page whose sections and cells come, go and move: what is written is a layout again.</summary>
public sealed class LayoutEditTests
{
    private const string Two = "<ac:layout> <ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section> </ac:layout>";
    private const string Left = ":::layout-cell{#m3}\na\n:::\n";
    private const string Right = ":::layout-cell{#m4}\nb\n:::\n";

    [Theory]
    [InlineData("a section comes", "::::\n:::::", "::::\n\n::::layout-section{type=single}\n:::layout-cell\nnew\n:::\n::::\n:::::",
        "<ac:layout> <ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>new</p></ac:layout-cell></ac:layout-section> </ac:layout>")]
    [InlineData("a third cell comes", Right, Right + "\n:::layout-cell\nnew\n:::\n",
        "<ac:layout> <ac:layout-section ac:type=\"three_equal\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell><ac:layout-cell><p>new</p></ac:layout-cell></ac:layout-section> </ac:layout>",
        "type 'two_left_sidebar' of a section of 3 cells, which is three_equal")]
    [InlineData("a third cell comes with its type", "two_left_sidebar #m2}\n" + Left, "three_equal #m2}\n:::layout-cell\nnew\n:::\n\n" + Left,
        "<ac:layout> <ac:layout-section ac:type=\"three_equal\" ac:x=\"1\"><ac:layout-cell><p>new</p></ac:layout-cell><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section> </ac:layout>")]
    [InlineData("a cell goes", "\n" + Right, "",
        "<ac:layout> <ac:layout-section ac:type=\"single\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> </ac:layout-section> </ac:layout>",
        "type 'two_left_sidebar' of a section of 1 cell, which is single", "layout-cell #m4")]
    [InlineData("both cells go", Left + "\n" + Right, "",
        "<ac:layout> <ac:layout-section ac:type=\"single\" ac:x=\"1\"><ac:layout-cell><p /></ac:layout-cell> </ac:layout-section> </ac:layout>",
        "type 'two_left_sidebar' of a section of 1 cell, which is single", "layout-cell #m3", "layout-cell #m4")]
    [InlineData("a type that does not fit", "two_left_sidebar", "three_equal", Two, "type 'three_equal' of a section of 2 cells, which is two_left_sidebar")]
    [InlineData("the cells change places", Left + "\n" + Right, Right + "\n" + Left,
        "<ac:layout> <ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell><p>b</p></ac:layout-cell><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> </ac:layout-section> </ac:layout>")]
    [InlineData("words between cells", Left, Left + "\nwords\n",
        "<ac:layout> <ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>a</p><p>words</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section> </ac:layout>",
        "content of a layout that stood outside of its cells")]
    [InlineData("words before the cells", Left, "words\n\n" + Left,
        "<ac:layout> <ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>words</p><p>a</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section> </ac:layout>",
        "content of a layout that stood outside of its cells")]
    [InlineData("words behind a section", "::::\n:::::", "::::\n\nwords\n:::::",
        "<ac:layout> <ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell ac:y=\"2\"><p>a</p></ac:layout-cell> <ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>words</p></ac:layout-cell></ac:layout-section> </ac:layout>",
        "content of a layout that stood outside of its cells")]
    public void A_layout_that_is_edited_stays_one(string what, string from, string to, string after, params string[] losses)
    {
        string markdown = StorageFormat.ToMarkdown(Two).Text;
        Assert.Contains(from, markdown, StringComparison.Ordinal);

        Conversion altered = StorageFormat.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), Two);

        Assert.Equal(after, altered.Text);
        Assert.Equal(losses, altered.Losses.Select(loss => loss.What));
        Assert.True(StorageFormat.Validate(altered.Text) is null, what);
    }

    [Theory]
    [InlineData("<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>", "expand{#m1}")]
    [InlineData("<p>y</p>", "expand[New]")]
    public void A_layout_within_something_else_is_what_it_holds(string page, string expand)
    {
        Conversion altered = StorageFormat.FromMarkdown($"::::::{expand}\nx\n\n:::::layout\n::::layout-section\n:::layout-cell\na\n:::\n::::\n:::::\n::::::\n", page);

        Assert.Contains("<p>x</p><p>a</p>", altered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ac:layout", altered.Text, StringComparison.Ordinal);
        Assert.Equal(["layout where none may stand, kept as what it holds"], altered.Losses.Select(loss => loss.What));
    }

    [Fact(Timeout = 10000)]
    public void More_cells_than_Confluence_has_columns_are_more_sections()
    {
        string cells = string.Concat(Enumerable.Range(1, 7).Select(number => $":::layout-cell\n{number}\n:::\n\n"));

        Conversion fresh = StorageFormat.FromMarkdown($":::::layout\n::::layout-section\n{cells}::::\n:::::\n");

        Assert.Equal(["five_equal", "two_equal"], fresh.Text.Split("ac:type=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]));
        Assert.Equal(["section of 7 cells, kept as sections of at most 5"], fresh.Losses.Select(loss => loss.What));
    }
}
