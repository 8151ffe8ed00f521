using Tributary.Markup;
using Tributary.Markup.Edits;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Markup.Edits;

/// <summary>Every node of every page of the demo is edited once: nothing outside of it may change.</summary>
public sealed class EditBytesTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Tributary.Emulator/Seeds/Data/demo"), "*.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)).Order()];

    [Theory(Timeout = 60000)]
    [MemberData(nameof(Pages))]
    public void An_edit_of_a_node_changes_bytes_within_its_range_alone(string page)
    {
        string storage = File.ReadAllText(Path.Combine(Repository.Root, page));
        Document document = StorageModel.Read(StorageDocument.Parse(storage));
        foreach (Place place in new PageMap(document).All.Where(place => place.Handle.Length > 0 && place.Inline is null))
        {
            (int start, int end) = (place.Block.Origin!.Start, place.Block.Origin.End);
            string deleted = StorageFormat.Edit(storage, [new EditOperation(EditAction.Delete) { Node = place.Handle }]).Text;
            Outside(storage, deleted, Widest(place));

            if (place.Block is not (Paragraph or Heading) || place.Parent is Directive { IsOpaque: true }) continue;
            string replaced = EditTests.Edit(storage, new EditOperation(EditAction.Replace) { Node = place.Handle, Content = place.Block is Heading heading ? $"{new string('#', heading.Level)} Qx7" : "Qx7" });
            Outside(storage, replaced, (start, end));
            Assert.Contains("Qx7", replaced, StringComparison.Ordinal);
        }

        (int Start, int End) Widest(Place place)
        {
            // A list, a quote or a layout goes with the last that it held, and what holds it with that.
            Block block = place.Block;
            ContainerBlock? parent = place.Parent;
            while (parent is { Blocks.Count: 1 } and (ListBlock or ListItem or Quote or Directive { Name: "layout" or "layout-section" })) (block, parent) = (parent, new PageMap(document).Of(parent).Parent);

            // A section with a cell less is of another type, and a list of no decisions goes.
            if (parent is Directive { Name: "layout-section" } || (parent is { Blocks.Count: 1 } && block.Origin is StorageOrigin { Element.Name: "ac:adf-content" })) block = parent;
            return (block.Origin!.Start, block.Origin.End);
        }
    }

    private static void Outside(string before, string after, (int Start, int End) range)
    {
        Assert.StartsWith(before[..range.Start], after, StringComparison.Ordinal);
        Assert.EndsWith(before[range.End..], after, StringComparison.Ordinal);
    }
}
