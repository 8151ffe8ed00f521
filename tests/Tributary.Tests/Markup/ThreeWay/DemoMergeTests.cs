using Tributary.Markup;
using Tributary.Markup.Edits;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.ThreeWay;
using Tributary.Tests.Markup.Edits;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Markup.ThreeWay;

/// <summary>On every page of the demo: two edits merged are the two edits made at once.</summary>
public sealed class DemoMergeTests
{
    public static TheoryData<string> Pages => EditBytesTests.Pages;

    [Theory(Timeout = 60000)]
    [MemberData(nameof(Pages))]
    public void Two_edits_apart_merge_into_what_one_edit_of_both_writes(string page)
    {
        string storage = File.ReadAllText(Path.Combine(Repository.Root, page));
        string[] nodes = [.. new PageMap(StorageModel.Read(StorageDocument.Parse(storage))).All.Where(place => place is { Inline: null, Block: Paragraph { Origin: StorageOrigin { Element.Name: "p" } }, Parent: not Directive { IsOpaque: true } }).Select(place => place.Handle)];
        for (int i = 0; i < nodes.Length; i++)
        {
            EditOperation mine = new(EditAction.Replace) { Node = nodes[i], Content = "Mine" };
            foreach (int other in new[] { i + 1, i + 7 }.Where(other => other < nodes.Length))
            {
                EditOperation theirs = new(other % 3 == 0 ? EditAction.InsertAfter : EditAction.Replace) { Node = nodes[other], Content = "Theirs" };
                MergeResult merged = BodyMerge.OfStorage(storage, StorageFormat.Edit(storage, [mine]).Text).Into(StorageFormat.Edit(storage, [theirs]).Text);

                Assert.Equal(StorageFormat.Edit(storage, [mine, theirs]).Text, merged.Text);
            }

            string rival = StorageFormat.Edit(storage, [mine with { Content = "Theirs" }]).Text;
            Assert.Equal(new MergeConflict("", "Mine", "Theirs"), Assert.Single(BodyMerge.OfStorage(storage, StorageFormat.Edit(storage, [mine]).Text).Into(rival).Conflicts) with { Where = "" });
        }
    }
}
