using System.Text.Json.Nodes;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Edits;
using Tributary.Markup.Model;
using Tributary.Markup.ThreeWay;
using Tributary.Tests.Markup.Edits;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Markup.ThreeWay;

public sealed class AdfMergeTests
{
    private const string Base = """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"one, two"}]} , {"type":"rule"},{"type":"paragraph","content":[{"type":"text","text":"three"}]}],"version":1}""";

    public static TheoryData<string> Pages => EditBytesTests.Pages;

    [Theory]
    [InlineData("ONE, two\n\n---\n\nthree\n", "one, two\n\n---\n\nTHREE\n", "ONE, two\n\n___\n\nTHREE\n")]
    [InlineData("---\n\nthree\n", "one, two\n\n---\n\nthree\n\nfour\n", "___\n\nthree\n\nfour\n")]
    [InlineData("one, two\n\n---\n\nthree\n\nmine\n", "one, two\n\n---\n\nthree\n\ntheirs\n", "one, two\n\n___\n\nthree\n\ntheirs\n\nmine\n")]
    [InlineData("mine\n\none, two\n\n---\n\nthree\n", "one, two\n\nthree\n", "mine\n\none, two\n\nthree\n")]
    [InlineData("one, two\n", "one, two\n\n---\n\nthree\n", "one, two\n")]
    public void Changes_that_lie_apart_are_both_kept(string ours, string theirs, string merged)
    {
        MergeResult result = BodyMerge.OfAdf(Base, Changed(ours)).Into(Changed(theirs));

        Assert.Null(AdfDocument.Validate(result.Text!));
        Assert.Equal(merged, AdfDocument.ToMarkdown(result.Text!).Text);
    }

    [Fact]
    public void What_both_changed_is_shown_from_both_sides()
    {
        MergeResult result = BodyMerge.OfAdf(Base, Changed("mine\n\n---\n\nthree\n")).Into(Changed("theirs\n\n---\n\nthree\n"));

        Assert.Null(result.Text);
        Assert.Equal(new MergeConflict("", "mine", "theirs"), Assert.Single(result.Conflicts));
    }

    [Theory(Timeout = 60000)]
    [MemberData(nameof(Pages))]
    public void Two_edits_apart_merge_into_what_one_edit_of_both_writes(string page)
    {
        string adf = AdfDocument.FromMarkdown(StorageFormat.ToMarkdown(File.ReadAllText(Path.Combine(Repository.Root, page))).Text).Text;
        string[] nodes = [.. new PageMap(AdfDocument.Read(AdfTree.Read(adf))).All.Where(place => place is { Inline: null, Block: Paragraph { Origin: AdfOrigin { Node.Type: "paragraph" } } }).Select(place => place.Handle)];
        for (int i = 0; i < nodes.Length; i++)
        {
            EditOperation mine = new(EditAction.Replace) { Node = nodes[i], Content = "Mine" };
            foreach (int other in new[] { i + 1, i + 7 }.Where(other => other < nodes.Length))
            {
                EditOperation theirs = new(other % 3 == 0 ? EditAction.InsertAfter : EditAction.Replace) { Node = nodes[other], Content = "Theirs" };
                MergeResult merged = BodyMerge.OfAdf(adf, Edited(adf, mine)).Into(Edited(adf, theirs));

                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Edited(adf, mine, theirs)), JsonNode.Parse(merged.Text ?? "{}")), $"{nodes[i]} and {nodes[other]}: {merged}");
            }

            MergeResult refused = BodyMerge.OfAdf(adf, Edited(adf, mine)).Into(Edited(adf, mine with { Content = "Theirs" }));
            Assert.Equal(new MergeConflict("", "Mine", "Theirs"), Assert.Single(refused.Conflicts) with { Where = "" });
        }
    }

    [Theory(Timeout = 60000)]
    [MemberData(nameof(Pages))]
    public void An_edit_of_a_node_leaves_the_json_around_it(string page)
    {
        string adf = AdfDocument.FromMarkdown(StorageFormat.ToMarkdown(File.ReadAllText(Path.Combine(Repository.Root, page))).Text).Text;
        foreach (Place place in new PageMap(AdfDocument.Read(AdfTree.Read(adf))).All.Where(place => place is { Inline: null, Block: Paragraph { Origin: AdfOrigin { Node.Type: "paragraph" } } }))
        {
            Origin origin = place.Block.Origin!;
            string edited = Edited(adf, new EditOperation(EditAction.Replace) { Node = place.Handle, Content = "Mine" });

            Assert.StartsWith(adf[..origin.Start], edited, StringComparison.Ordinal);
            Assert.EndsWith(adf[origin.End..], edited, StringComparison.Ordinal);
            Assert.Null(AdfDocument.Validate(edited));
        }
    }

    private static string Changed(string markdown) => AdfDocument.FromMarkdown(markdown, Base).Text;

    private static string Edited(string adf, params EditOperation[] operations)
    {
        EditResult result = AdfDocument.Edit(adf, operations);
        Assert.Empty(result.Problems);
        return result.Text;
    }
}
