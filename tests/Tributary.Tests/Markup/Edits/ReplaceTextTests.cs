using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

/// <summary>What a text to find means, and how the words look that come in its place.</summary>
public sealed class ReplaceTextTests
{
    private const string Logo = "<ac:image><ri:attachment ri:filename=\"logo.png\" /></ac:image>";

    private const string Map = "<ac:image ac:width=\"300\"><ri:attachment ri:filename=\"map.png\" /></ac:image>";

    private const string Pictures = "<p>pic " + Logo + " and " + Map + " end</p>";

    private const string States =
        "<p>a <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">OK</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter></ac:structured-macro> b "
        + "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"colour\">Red</ac:parameter><ac:parameter ac:name=\"title\">LATE</ac:parameter></ac:structured-macro> " + Logo + " c</p>";

    private const string Issues =
        "<p><ac:structured-macro ac:name=\"jira\" ac:macro-id=\"x\"><ac:parameter ac:name=\"key\">ENG-1</ac:parameter></ac:structured-macro> or "
        + "<ac:structured-macro ac:name=\"jira\" ac:macro-id=\"y\"><ac:parameter ac:name=\"key\">ENG-1</ac:parameter></ac:structured-macro>.</p>";

    private const string Linked = "<p>See <a href=\"https://a.example/x\">the doc</a> now</p>";

    private const string Marked = "<p><strong>bold <em>nested</em></strong> words, bold <u>low</u></p>";

    [Theory]
    [InlineData(Pictures, ":status[Nope]{colour=Red}")]
    [InlineData(Pictures, "![](attachment:map.png)")]
    [InlineData(Pictures, "![](attachment:nope.png)")]
    [InlineData(Pictures, "\uFFFC")]
    [InlineData(States, ":status[LATE]{colour=Green}")]
    [InlineData(Issues, ":jira[ENG-1]{#m7}")]
    [InlineData(Linked, "[the doc](https://b.example/x)")]
    [InlineData(Marked, "**words**")]
    [InlineData(Marked, "*bold*")]
    [InlineData(Marked, "`bold`")]
    [InlineData("<h2>Two</h2>", "### Two")]
    public void What_says_something_else_is_not_found(string page, string find) =>
        Assert.Equal(EditProblemCode.NotFound, EditTests.Problem(page, Replace(find, "x") with { All = true }).Code);

    [Theory]
    [InlineData(Pictures, "![](attachment:map.png){width=300}", "![](attachment:map2.png){width=300}", "\"map.png", "\"map2.png")]
    [InlineData(Pictures, "![](attachment:logo.png) and", "and", Logo + " and", "and")]
    [InlineData(States, ":status[LATE]{colour=Red}", ":status[DONE]{colour=Blue}", "Red</ac:parameter><ac:parameter ac:name=\"title\">LATE", "Blue</ac:parameter><ac:parameter ac:name=\"title\">DONE")]
    [InlineData(States, "a :status[OK]{colour=Green} b", "a b :status[OK]{colour=Green}", null, null)]
    [InlineData(Linked, "[the doc](https://a.example/x)", "[the doc](https://b.example/y)", "https://a.example/x", "https://b.example/y")]
    [InlineData(Linked, "[the doc](https://a.example/x)", "[a page](https://b.example/y)", "<a href=\"https://a.example/x\">the doc</a>", "<a href=\"https://b.example/y\">a page</a>")]
    [InlineData(Linked, "[the doc](https://a.example/x)", "the doc", "<a href=\"https://a.example/x\">the doc</a>", "the doc")]
    [InlineData(Linked, "the doc", "[the doc](https://b.example/y)", "https://a.example/x", "https://b.example/y")]
    [InlineData(Linked, "[doc](https://a.example/x)", "[page](https://a.example/x)", "doc", "page")]
    [InlineData("<p>See <strong>bold</strong> now</p>", "**bold**", "bold", "<strong>bold</strong>", "bold")]
    [InlineData("<p>See <strong>bold</strong> now</p>", "See **bold** now", "See *bold* now", "<strong>bold</strong>", "<em>bold</em>")]
    [InlineData(Marked, "*nested*", "other", "<em>nested</em>", "other")]
    [InlineData(Marked, "***nested***", "other", "<strong>bold <em>nested</em></strong>", "<strong>bold </strong>other")]
    [InlineData("<p>Use <code>apt</code> or apt</p>", "`apt`", "`dnf`", "<code>apt", "<code>dnf")]
    [InlineData("<h2>Two</h2><p>Two</p>", "## Two", "## Three", "<h2>Two", "<h2>Three")]
    public void Objects_marks_and_links_are_found_and_replaced_as_they_are_written(string page, string find, string put, string? before, string? after)
    {
        string edited = EditTests.Edit(page, Replace(find, put));

        if (before is not null) Assert.Equal(page.Replace(before, after, StringComparison.Ordinal), edited);
        else Assert.NotEqual(page, edited);
    }

    [Fact]
    public void Every_object_that_says_the_same_is_replaced_and_no_other()
    {
        Assert.Equal(
            States.Replace("Red</ac:parameter><ac:parameter ac:name=\"title\">LATE", "Blue</ac:parameter><ac:parameter ac:name=\"title\">DONE", StringComparison.Ordinal),
            EditTests.Edit(States, Replace(":status[LATE]{colour=Red}", ":status[DONE]{colour=Blue}") with { All = true }));
        Assert.Equal(
            Issues[..Issues.LastIndexOf("ENG-1", StringComparison.Ordinal)] + Issues[Issues.LastIndexOf("ENG-1", StringComparison.Ordinal)..].Replace("ENG-1", "ENG-2", StringComparison.Ordinal),
            EditTests.Edit(Issues, Replace(":jira[ENG-1]{#m2}", ":jira[ENG-2]{#m2}")));
    }

    [Fact]
    public void Candidates_show_the_match_and_the_objects_around()
    {
        Assert.Equal(
            ["1: p1 »:jira[ENG-1]{#m1}« or :jira[ENG-1]{#m2}.", "2: p1 :jira[ENG-1]{#m1} or »:jira[ENG-1]{#m2}«."], EditTests.Problem(Issues, Replace(":jira[ENG-1]", "x")).Candidates);
        Assert.Equal(["p1 ![](attachment:logo.png)", "p1 ![](attachment:map.png){width=300}"], EditTests.Problem(Pictures, Replace("![](attachment:no.png)", "x")).Candidates);
    }

    [Theory]
    [InlineData(Linked, "See the doc now", "See the new doc now", "the doc", "the new doc")]
    [InlineData(Linked, "See the doc now", "Look at the doc now", "See", "Look at")]
    [InlineData(Linked, "the doc now", "the doc right now", " now", " right now")]
    [InlineData("<p>See <strong>bold</strong> now</p>", "See bold now", "See bold later", "now", "later")]
    [InlineData(Marked, "bold nested words", "plain words", "<strong>bold <em>nested</em></strong> words", "<strong>plain</strong> words")]
    [InlineData(Marked, "bold low", "quite low", "bold <u>", "quite <u>")]
    [InlineData("<p>a <strong>b</strong> c</p>", "a b c", "a *b* c", "<strong>b</strong>", "<strong><em>b</em></strong>")]
    public void Words_that_stay_keep_their_look_and_new_ones_look_as_their_neighbours(string page, string find, string put, string before, string after)
    {
        EditResult result = StorageFormat.Edit(page, [Replace(find, put)]);

        Assert.Empty(result.Problems);
        Assert.Empty(result.Losses);
        Assert.Equal(page.Replace(before, after, StringComparison.Ordinal), result.Text);
    }

    [Theory]
    [InlineData("<p>See <strong>bold</strong> now</p>", "See bold now")]
    [InlineData(Linked, "See the doc now")]
    [InlineData(Linked, "See [the doc](https://a.example/x) now")]
    [InlineData(Marked, "**bold *nested*** words")]
    [InlineData(States, ":status[LATE]{colour=Red}")]
    [InlineData(Issues, ":jira[ENG-1]{#m2}.")]
    [InlineData("<p>one&nbsp;two</p>", "one two")]
    [InlineData("<p>one<br/>two</p>", "one\\\ntwo")]
    public void Words_that_are_put_in_for_themselves_change_nothing(string page, string words) => Assert.Same(page, EditTests.Edit(page, Replace(words, words)));

    [Theory]
    [InlineData("See the doc now", "Look it up")]
    [InlineData("the doc", "")]
    public void A_link_whose_words_all_go_is_a_loss(string find, string put) =>
        Assert.Equal("link to https://a.example/x", Assert.Single(StorageFormat.Edit(Linked, [Replace(find, put)]).Losses).What);

    [Theory]
    [InlineData("[the doc](https://a.example/x)", "")]
    [InlineData("the doc", "the page")]
    [InlineData("See the doc now", "See [it](https://b.example/) now")]
    public void A_link_that_is_named_or_stays_or_is_given_anew_is_none(string find, string put) => Assert.Empty(StorageFormat.Edit(Linked, [Replace(find, put)]).Losses);

    [Theory]
    [InlineData("<p>first<br />second</p>", "first\\\nsecond", "one\\\ntwo", "<p>one<br />two</p>")]
    [InlineData("<p>first<br />second</p>", "first<br>second", "one two", "<p>one two</p>")]
    [InlineData("<p>first<br />second</p>", "second", "two\\\nthree", "<p>first<br />two<br />three</p>")]
    [InlineData("<p>first</p>", "first", "one<br>two", "<p>one<br />two</p>")]
    [InlineData("<p>first</p>", "first\n", "one\ntwo\n", "<p>one two</p>")]
    [InlineData("<h1>first</h1><p>a</p>", "first", "", "<p>a</p>")]
    public void Line_breaks_are_found_and_written(string page, string find, string put, string edited) =>
        Assert.Equal(edited, EditTests.Edit(page, Replace(find, put)));

    [Theory]
    [InlineData("one\n\ntwo")]
    [InlineData("- one\n- two")]
    [InlineData("::toc")]
    [InlineData("\n")]
    public void Blocks_are_refused_with_the_operation_that_takes_them(string put) => Assert.Equal(
        "`content` is more than words of one line. Blocks are put in with insert_after or replace and `node` p1; a line break is written <br>.",
        EditTests.Problem("<p>first</p>", Replace("first", put)).Message);

    [Theory]
    [InlineData("LATE", "p1 :status[LATE]{colour=Red}")]
    [InlineData("logo.png", "p1 ![](attachment:logo.png)")]
    public void Words_of_an_object_are_shown_where_they_stand(string find, string candidate) => Assert.Equal([candidate], EditTests.Problem(States, Replace(find, "x")).Candidates);

    [Theory]
    [InlineData(Linked, "[the doc](https://b.example/x)", "p1 See [the doc](https://a.example/x) now")]
    [InlineData("<p>See <code>bold</code> now</p>", "**bold**", "p1 See `bold` now")]
    public void Words_that_look_otherwise_are_shown_as_they_look(string page, string find, string candidate) => Assert.Equal([candidate], EditTests.Problem(page, Replace(find, "x")).Candidates);

    [Fact]
    public void ADF_keeps_looks_and_links_too()
    {
        const string page = """
            {"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"See "},{"type":"text","text":"the doc","marks":[{"type":"link","attrs":{"href":"https://a.example/x"}}]},{"type":"text","text":" now, "},{"type":"text","text":"bold","marks":[{"type":"strong"}]},{"type":"status","attrs":{"text":"OK","color":"green"}}]}]}
            """;

        Assert.Equal(page.Replace("the doc", "the new doc", StringComparison.Ordinal), AdfDocument.Edit(page, [Replace("See the doc now", "See the new doc now")]).Text);
        Assert.Equal(page.Replace("https://a.example/x", "https://b.example/y", StringComparison.Ordinal), AdfDocument.Edit(page, [Replace("[the doc](https://a.example/x)", "[the doc](https://b.example/y)")]).Text);
        Assert.Equal(page.Replace(",\"marks\":[{\"type\":\"strong\"}]", "", StringComparison.Ordinal), AdfDocument.Edit(page, [Replace("**bold**", "bold")]).Text.Replace(" now, bold\"}", " now, \"},{\"type\":\"text\",\"text\":\"bold\"}", StringComparison.Ordinal));
        Assert.Equal(EditProblemCode.NotFound, Assert.Single(AdfDocument.Edit(page, [Replace(":status[NO]{colour=Green}", "x")]).Problems).Code);
    }

    private static EditOperation Replace(string find, string put) => new(EditAction.ReplaceText) { Find = find, Content = put };
}
