using Tributary.Markup;
using Tributary.Markup.Edits;
using Tributary.Markup.ThreeWay;

namespace Tributary.Tests.Markup.ThreeWay;

/// <summary>What both sides did to whole sections: nothing comes to stand where nobody put it.</summary>
public sealed class MoveMergeTests
{
    private const string Page = "<h1>A</h1><p>a</p><h1>B</h1><p>b</p><h1>C</h1><p>c</p><h1>D</h1><p>d</p>";

    private static readonly EditOperation BToTheEnd = new(EditAction.Move) { Section = "B", After = "D" };
    private static readonly EditOperation NoB = new(EditAction.Delete) { Section = "B" };

    [Theory]
    [InlineData(EditAction.Append, "B", null)]
    [InlineData(EditAction.InsertAfter, null, "p2")]
    public void What_is_added_to_a_section_that_they_moved_goes_along(EditAction action, string? section, string? node)
    {
        MergeResult merged = Merge(new(action) { Section = section, Node = node, Content = "for B" }, BToTheEnd);

        Assert.Equal("<h1>A</h1><p>a</p><h1>C</h1><p>c</p><h1>D</h1><p>d</p><h1>B</h1><p>b</p><p>for B</p>", merged.Text);
    }

    [Fact]
    public void A_section_that_they_moved_is_replaced_where_it_is_now()
    {
        MergeResult merged = Merge(new(EditAction.Replace) { Section = "B", Content = "one\n\ntwo" }, BToTheEnd);

        Assert.Equal("<h1>A</h1><p>a</p><h1>C</h1><p>c</p><h1>D</h1><p>d</p><h1>B</h1><p>one</p><p>two</p>", merged.Text);
    }

    [Fact]
    public void A_section_that_they_moved_is_deleted_where_it_is_now() =>
        Assert.Equal("<h1>A</h1><p>a</p><h1>C</h1><p>c</p><h1>D</h1><p>d</p>", Merge(NoB, BToTheEnd).Text);

    [Fact]
    public void What_is_added_to_a_section_that_they_deleted_is_refused() =>
        Refused(Merge(new(EditAction.Append) { Section = "B", Content = "for B" }, NoB), new MergeConflict("# B", "for B", "(deleted)\n# B"));

    [Fact]
    public void A_section_that_they_deleted_does_not_come_back() =>
        Refused(Merge(BToTheEnd, NoB), new MergeConflict("# B", "(moved)\n# B", "(deleted)"), new MergeConflict("# B", "(moved)\nb", "(deleted)"));

    [Fact]
    public void A_section_that_we_delete_takes_nothing_of_theirs_along() =>
        Refused(Merge(NoB, new(EditAction.Append) { Section = "B", Content = "theirs" }), new MergeConflict("# B", "(deleted)\n# B", "theirs"));

    [Fact]
    public void A_section_that_both_moved_elsewhere_stands_once() =>
        Refused(Merge(new(EditAction.Move) { Section = "C", Before = "A" }, new(EditAction.Move) { Section = "C", After = "D" }), new MergeConflict("# C", "(moved)\n# C", "(moved)\n# C"), new MergeConflict("# C", "(moved)\nc", "(moved)\nc"));

    [Fact]
    public void A_section_that_both_moved_to_one_place_stands_there_once()
    {
        MergeResult merged = BodyMerge.OfStorage(Page, Edited(BToTheEnd)).Into(Edited(BToTheEnd).Replace(">d<", ">D!<", StringComparison.Ordinal));

        Assert.Equal("<h1>A</h1><p>a</p><h1>C</h1><p>c</p><h1>D</h1><p>D!</p><h1>B</h1><p>b</p>", merged.Text);
    }

    [Fact]
    public void A_section_that_changes_places_with_one_that_they_moved_is_refused() =>
        Assert.Null(Merge(new(EditAction.Move) { Section = "B", Before = "A" }, BToTheEnd).Text);

    [Fact]
    public void A_section_is_moved_past_what_they_changed() => Assert.Equal(
        "<h1>A</h1><p>a</p><h1>C</h1><p>C!</p><h1>D</h1><p>d</p><h1>B</h1><p>b</p>", Merge(BToTheEnd, new(EditAction.Replace) { Node = "p3", Content = "C!" }).Text);

    [Fact]
    public void What_they_changed_in_a_section_that_we_move_goes_along() => Assert.Equal(
        "<h1>A</h1><p>a</p><h1>C</h1><p>c</p><h1>D</h1><p>d</p><h1>B</h1><p>B!</p>", Merge(BToTheEnd, new(EditAction.Replace) { Node = "p2", Content = "B!" }).Text);

    [Fact]
    public void What_they_added_to_a_section_that_we_move_is_not_left_behind() =>
        Refused(Merge(BToTheEnd, new(EditAction.Append) { Section = "B", Content = "theirs" }), new MergeConflict("# B", "(moved)\n# B", "theirs"));

    [Fact]
    public void What_we_add_at_the_end_of_a_section_stays_out_of_the_one_that_they_put_behind_it() => Assert.Equal(
        "<h1>A</h1><p>a</p><h1>B</h1><p>b</p><p>for B</p><h1>X</h1><p>x</p><h1>C</h1><p>c</p><h1>D</h1><p>d</p>",
        Merge(new(EditAction.Append) { Section = "B", Content = "for B" }, new(EditAction.InsertBefore) { Section = "C", Content = "# X\n\nx" }).Text);

    [Fact]
    public void What_follows_a_heading_that_they_put_in_is_not_ours_to_fill() =>
        Refused(Merge(new(EditAction.Append) { Section = "B", Content = "for B" }, new(EditAction.InsertBefore) { Node = "p2", Content = "# X" }), new MergeConflict("# B", "for B", "# X"));

    [Fact]
    public void The_same_section_that_both_put_in_stands_once()
    {
        EditOperation added = new(EditAction.InsertBefore) { Section = "C", Content = "# X\n\nx" };

        Assert.Equal(Edited(added), Merge(added, added).Text);
        Assert.Equal(
            Edited(added).Replace(">b<", ">B!<", StringComparison.Ordinal),
            BodyMerge.OfStorage(Page, Edited(added)).Into(Edited(added).Replace(">b<", ">B!<", StringComparison.Ordinal)).Text);
    }

    private static void Refused(MergeResult result, params MergeConflict[] conflicts)
    {
        Assert.Null(result.Text);
        Assert.Equal(conflicts, result.Conflicts);
    }

    private static MergeResult Merge(EditOperation mine, EditOperation theirs) => BodyMerge.OfStorage(Page, Edited(mine)).Into(Edited(theirs));

    private static string Edited(EditOperation operation)
    {
        EditResult result = StorageFormat.Edit(Page, [operation]);
        Assert.Empty(result.Problems);
        return result.Text;
    }
}
