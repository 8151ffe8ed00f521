using Tributary.Markup;
using Tributary.Markup.Edits;

namespace Tributary.Tests.Markup.Edits;

public sealed class EditTests
{
    private const string Page =
        "<p>Intro &nbsp;<em>text</em></p>\n<h1 local-id=\"a\">Install</h1><p>Get it.</p><h2>Linux</h2><p>Use <strong>apt</strong> or <code>apt</code>.</p><h2>Windows</h2><p>Run setup.</p>"
        + "<h1>Use</h1><p>Call <ac:inline-comment-marker ac:ref=\"r1\">it</ac:inline-comment-marker> now.</p><h2>Linux</h2><p>Same.</p>"
        + "<ac:structured-macro ac:name=\"jira\" ac:macro-id=\"j\"><ac:parameter ac:name=\"jqlQuery\">project = ENG</ac:parameter></ac:structured-macro>";

    [Theory]
    [InlineData("Install > Linux", "Use dnf.", "<h2>Linux</h2><p>Use <strong>apt</strong> or <code>apt</code>.</p>", "<h2>Linux</h2><p>Use dnf.</p>")]
    [InlineData("h2", "Use dnf.", "<h2>Linux</h2><p>Use <strong>apt</strong> or <code>apt</code>.</p>", "<h2>Linux</h2><p>Use dnf.</p>")]
    [InlineData("Windows", "## Windows 11\n\nRun setup.", "<h2>Windows</h2>", "<h2>Windows 11</h2>")]
    [InlineData("Windows", "Run setup.\n\nReboot.", "<p>Run setup.</p>", "<p>Run setup.</p><p>Reboot.</p>")]
    public void A_section_is_replaced_and_the_rest_stays_byte_for_byte(string section, string content, string before, string after) =>
        Assert.Equal(Page.Replace(before, after, StringComparison.Ordinal), Edit(Page, new EditOperation(EditAction.Replace) { Section = section, Content = content }));

    [Theory]
    [InlineData(EditAction.InsertBefore, "<h2>Windows</h2>", "<p>New.</p><h2>Windows</h2>")]
    [InlineData(EditAction.InsertAfter, "<p>Run setup.</p>", "<p>Run setup.</p><p>New.</p>")]
    [InlineData(EditAction.Append, "<p>Run setup.</p>", "<p>Run setup.</p><p>New.</p>")]
    [InlineData(EditAction.Delete, "<h2>Windows</h2><p>Run setup.</p>", "")]
    public void A_section_is_added_to_or_taken_away(EditAction action, string before, string after) =>
        Assert.Equal(Page.Replace(before, after, StringComparison.Ordinal), Edit(Page, new EditOperation(action) { Section = "Install > Windows", Content = action == EditAction.Delete ? null : "New." }));

    [Fact]
    public void A_section_moves_with_its_bytes() => Assert.Equal(
        Page.Replace("<h2>Windows</h2><p>Run setup.</p>", "", StringComparison.Ordinal).Replace("<h2>Linux</h2><p>Use", "<h2>Windows</h2><p>Run setup.</p><h2>Linux</h2><p>Use", StringComparison.Ordinal),
        Edit(Page, new EditOperation(EditAction.Move) { Section = "Windows", Before = "Install > Linux" }));

    [Fact]
    public void Operations_speak_of_the_page_as_it_was_read() => Assert.Equal(
        "<h1>B</h1><p>two!</p><h1>A</h1><p>1</p>",
        Edit(
            "<h1>A</h1><p>one</p><h1>B</h1><p>two</p>",
            new EditOperation(EditAction.Move) { Section = "A", After = "B" },
            new EditOperation(EditAction.ReplaceText) { Find = "one", Content = "1" },
            new EditOperation(EditAction.ReplaceText) { Node = "p2", Find = "two", Content = "two!" }));

    [Theory]
    [InlineData("apt", null, "apt-get", 1, "<strong>apt</strong>", "<strong>apt-get</strong>")]
    [InlineData("apt", null, "apt-get", 2, "<code>apt</code>", "<code>apt-get</code>")]
    [InlineData("Use **apt** or", null, "Take", null, "Use <strong>apt</strong> or", "Take")]
    [InlineData("it now", null, "it *soon*", null, "now", "<em>soon</em>")]
    [InlineData("Intro  text", null, "Foreword", null, "Intro &nbsp;<em>text</em>", "Foreword")]
    public void Words_are_replaced_where_they_stand(string find, string? node, string put, int? occurrence, string before, string after) =>
        Assert.Equal(Page.Replace(before, after, StringComparison.Ordinal), Edit(Page, new EditOperation(EditAction.ReplaceText) { Find = find, Node = node, Content = put, Occurrence = occurrence }));

    [Fact]
    public void Every_match_is_replaced_on_demand() => Assert.Equal(
        "<p>b c b</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[b;]]></ac:plain-text-body></ac:structured-macro>",
        Edit("<p>a c a</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a;]]></ac:plain-text-body></ac:structured-macro>", new EditOperation(EditAction.ReplaceText) { Find = "a", Content = "b", All = true }));

    [Fact]
    public void Words_in_a_link_stay_in_the_link() => Assert.Equal(
        "<p>See <a href=\"https://x.example/\">the docs</a>.</p>", Edit("<p>See <a href=\"https://x.example/\">the manual</a>.</p>", new EditOperation(EditAction.ReplaceText) { Find = "manual", Content = "docs" }));

    [Fact]
    public void What_means_several_places_is_refused_with_the_candidates()
    {
        EditProblem section = Problem(Page, new EditOperation(EditAction.Delete) { Section = "Linux" });
        EditProblem text = Problem(Page, new EditOperation(EditAction.ReplaceText) { Find = "apt", Content = "x" });

        Assert.Equal((EditProblemCode.Ambiguous, "Install > Linux (h2), Use > Linux (h5)"), (section.Code, string.Join(", ", section.Candidates)));
        Assert.Equal((EditProblemCode.Ambiguous, 2), (text.Code, text.Candidates.Count));
        Assert.StartsWith("1: p3 ", text.Candidates[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p99", "There is no node p99. The last of its kind is p6.")]
    [InlineData("t1", "There is no node t1.")]
    public void A_node_that_is_not_there_is_refused(string node, string message) =>
        Assert.Equal((EditProblemCode.NotFound, message), (Problem(Page, new EditOperation(EditAction.Delete) { Node = node }).Code, Problem(Page, new EditOperation(EditAction.Delete) { Node = node }).Message));

    [Fact]
    public void All_operations_are_made_or_none()
    {
        EditResult result = StorageFormat.Edit(
            Page, [new EditOperation(EditAction.Delete) { Section = "Windows" }, new EditOperation(EditAction.Delete) { Section = "Nowhere" }, new EditOperation(EditAction.ReplaceText) { Find = "zzz", Content = "" }]);

        Assert.Same(Page, result.Text);
        Assert.Equal([2, 3], result.Problems.Select(problem => problem.Operation));
    }

    [Fact]
    public void Two_operations_on_one_place_are_refused()
    {
        EditResult result = StorageFormat.Edit(
            Page, [new EditOperation(EditAction.Replace) { Section = "Install > Linux", Content = "x" }, new EditOperation(EditAction.ReplaceText) { Find = "apt", Occurrence = 1, Content = "y" }]);

        Assert.Equal((EditProblemCode.Overlap, 2), (Assert.Single(result.Problems).Code, result.Problems[0].Operation));
        Assert.Same(Page, result.Text);
    }

    [Fact]
    public void What_changes_nothing_is_the_same_text()
    {
        Assert.Equal(Page, Edit(Page, new EditOperation(EditAction.ReplaceText) { Find = "Get it.", Content = "Get it." }));
        Assert.Equal(Page, Edit(Page, new EditOperation(EditAction.Replace) { Section = "Install > Linux", Content = "Use **apt** or `apt`." }));
    }

    [Fact]
    public void A_macro_that_a_new_text_leaves_out_is_a_loss_and_one_that_is_deleted_is_none()
    {
        EditResult left = StorageFormat.Edit(Page, [new EditOperation(EditAction.Replace) { Section = "Use > Linux", Content = "Other." }]);
        EditResult deleted = StorageFormat.Edit(Page, [new EditOperation(EditAction.Delete) { Section = "Use > Linux" }]);
        EditResult named = StorageFormat.Edit(Page, [new EditOperation(EditAction.Delete) { Node = "m1" }]);
        EditResult anchor = StorageFormat.Edit(Page, [new EditOperation(EditAction.Replace) { Node = "p5", Content = "Something else." }]);

        Assert.Equal("jira #m1", Assert.Single(left.Losses).What);
        Assert.Empty(deleted.Losses);
        Assert.Empty(named.Losses);
        Assert.Equal("inline comment anchor on \"it\"", Assert.Single(anchor.Losses).What);
    }

    internal static string Edit(string storage, params EditOperation[] operations)
    {
        EditResult result = StorageFormat.Edit(storage, operations);
        Assert.Empty(result.Problems);
        Assert.Null(StorageFormat.Validate(result.Text));
        return result.Text;
    }

    internal static EditProblem Problem(string storage, EditOperation operation)
    {
        EditResult result = StorageFormat.Edit(storage, [operation]);
        Assert.Same(storage, result.Text);
        return Assert.Single(result.Problems);
    }
}
