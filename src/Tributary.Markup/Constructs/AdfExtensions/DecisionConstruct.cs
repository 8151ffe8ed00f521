using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.AdfExtensions;

/// <summary>The decisions of an <c>ac:adf-extension</c>: each is a paragraph, and its item comes, goes and moves with it.</summary>
internal static class DecisionConstruct
{
    private const string Node = "ac:adf-node";
    private const string Content = "ac:adf-content";

    /// <summary>Null where it is no list of decisions that are lines.</summary>
    public static IReadOnlyList<Block>? Read(StorageElement list, BlockReader reader)
    {
        StorageElement[] items = [.. list.Elements().Where(child => child.Name is Node or Content)];
        if (!IsList(list) || !items.All(item => IsItem(item) && !Holds(item, reader))) return null;
        var decisions = new List<Block>();
        foreach (StorageElement item in items)
        {
            StorageElement content = item.Child(Content)!;
            IReadOnlyList<Inline> line = reader.ReadLine(content.Children);
            if (LineReader.IsVisible(line)) decisions.Add(new Paragraph(line) { Origin = new StorageOrigin(item.Start, item.End, content) });
        }

        return decisions;
    }

    public static bool IsList(StorageElement? element) => element is { Name: Node } && element["type"] == "decision-list";

    public static bool IsDecision(Origin? origin) => origin is StorageOrigin { Element.Name: Content };

    /// <summary>A decision is a line: of anything else its words are kept.</summary>
    public static void Write(Block block, StorageRenderer renderer, StringBuilder to)
    {
        if (block is not Paragraph) renderer.Losses.Add("block in a decision, kept as text");
        to.Append("<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>");
        renderer.Write(block is TextBlock line ? line.Inlines : [new Text(PlainLines.Of([block]), default)], to);
        to.Append("</ac:adf-content></ac:adf-node>");
    }

    private static bool IsItem(StorageElement element) => element.Name == Node && element["type"] == "decision-item" && element.Elements().Count(child => child.Name is Node or Content) == 1 && element.Child(Content) is not null;

    private static bool Holds(StorageElement item, BlockReader reader) => item.Child(Content)!.Children.Any(reader.Nature.IsBlock);
}
