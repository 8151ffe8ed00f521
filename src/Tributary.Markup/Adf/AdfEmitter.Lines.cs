using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Alters what holds a line: paragraphs, headings, images, cards, and code.</summary>
internal sealed partial class AdfEmitter
{
    private void Alter(Block block)
    {
        Losses.At(block.Line);
        var origin = (AdfOrigin)block.Origin!;
        Block was = places.Of(origin);
        switch (block)
        {
            case TextBlock line:
                AlterLine(origin, (TextBlock)was, line);
                break;
            case CodeBlock code:
                AlterCode(origin, (CodeBlock)was, code);
                break;
            case ListItem { IsDone: not null } task when origin.Node is null or { Type: "taskItem" or "blockTaskItem" }:
                AlterTask(origin, (ListItem)was, task);
                break;
            case ContainerBlock container when origin.Node is { } node:
                AlterContainer(node, (ContainerBlock)was, container);
                break;
        }
    }

    private void AlterLine(AdfOrigin origin, TextBlock was, TextBlock now)
    {
        bool isOtherKind = was.GetType() != now.GetType();
        switch (origin.Node)
        {
            case { Type: "decisionItem" } decision when isOtherKind:
                Losses.Add(HeadingAsParagraph);
                SpliceLine(decision, now.Inlines);
                break;
            case var node when isOtherKind && !CanBecome(now, node):
                Rewrite(origin, now);
                break;
            case null:
                AdfValue[] loose = [.. Around(origin.Start, origin.End).Content!.Items.Where(item => item.Start >= origin.Start && item.End <= origin.End)];
                SpliceItems(loose, origin.Start, now.Inlines);
                break;
            case { Type: "mediaSingle" } single:
                if (!AlterImage(single, was.Inlines, now.Inlines)) Rewrite(origin, now);
                break;
            case { Type: "blockCard" or "embedCard" } card:
                if (was.Inlines is not [Link before] || now.Inlines is not [Link after] || AdfLeaf.CardOf(before) != AdfLeaf.CardOf(after) || LinkAddress.Read(after.Address) is not null)
                {
                    Rewrite(origin, now);
                    break;
                }

                AdfInlinePatch.LoseWords(before, after, Losses);
                if (before.Address != after.Address) AdfPatch.SetAttributes(patches, card, AdfChange.Of("url", after.Address));
                break;
            case { Type: "paragraph" or "heading" } when now is Paragraph { Inlines: [Link link] } && AdfLeaf.CardOf(link) is "block" or "embed":
                Rewrite(origin, now);
                break;
            case { Type: "paragraph" or "heading" } when now is Paragraph && BecomesMedia(origin, was.Inlines, now.Inlines):
                Rewrite(origin, now);
                break;
            case { } node:
                if ((was as Heading)?.Level != (now as Heading)?.Level) SetLevel(node, (now as Heading)?.Level);
                SpliceLine(node, now.Inlines);
                break;
        }
    }

    /// <param name="level">Null makes it a paragraph.</param>
    private void SetLevel(AdfObject node, int? level)
    {
        List<AdfChange> changes = [AdfChange.Of("type", level is null ? "paragraph" : "heading")];
        if (node.Attributes is { } attributes) AdfPatch.SetMembers(patches, attributes, new AdfChange("level", level is null ? null : $"{level}"));
        else if (level is not null) changes.Add(new AdfChange("attrs", $"{{\"level\":{level}}}"));
        AdfPatch.SetMembers(patches, node, changes);
    }

    /// <summary>Whether the node is one of the other kind with all else that it says.</summary>
    private bool CanBecome(TextBlock now, AdfObject? node) => now is Heading
        ? node is { Type: "paragraph" } && AdfPlace.Within(Around(node.Start, node.End).Type).HasFlag(AdfBlocks.Heading) && !node.Marks.Any(mark => mark.Type == "fontSize")
        : node is { Type: "heading" };

    private void SpliceLine(AdfObject node, IReadOnlyList<Inline> line)
    {
        if (node.Content is { } content) SpliceItems(content.Items, content.Start + 1, line);
        else AdfPatch.SetMembers(patches, node, new AdfChange("content", $"[{string.Join(',', base.Line(line, null))}]"));
    }

    /// <summary>What is the same at the start and the end of the line is not written, nor the blanks around it.</summary>
    private void SpliceItems(IReadOnlyList<AdfValue> items, int emptyAt, IReadOnlyList<Inline> line)
    {
        AdfObject[] nodes = [.. items.OfType<AdfObject>()];
        List<AdfSpliced> spliced = Splice(nodes, line);
        int head = 0, tail = 0;
        while (head < spliced.Count && head < nodes.Length && spliced[head].Item == head) head++;
        while (tail < spliced.Count - head && tail < nodes.Length - head && spliced[^(tail + 1)].Item == nodes.Length - 1 - tail) tail++;
        if (head + tail == nodes.Length && head + tail == spliced.Count) return;
        List<AdfUnit> units = [.. nodes.Select((node, index) => new AdfUnit(node.Start, node.End, index < head || index >= nodes.Length - tail))];
        List<string>[] fresh = [.. Enumerable.Range(0, units.Count + 1).Select(_ => new List<string>())];
        fresh[head].AddRange(spliced.Skip(head).Take(spliced.Count - head - tail).Select(each => each.Json));
        AdfItems.Patch(patches, units, fresh, emptyAt);
    }

    /// <summary>For what becomes another kind of node.</summary>
    private void Rewrite(AdfOrigin origin, TextBlock now)
    {
        List<string> items = [];
        AddNew(now, AdfPlace.Within(Around(origin.Start, origin.End).Type), items);
        if (items.Count == 0) items.Add(AdfJson.Node("paragraph"));
        patches.Replace(origin.Start, origin.End, string.Join(',', items));
    }

    private void AlterCode(AdfOrigin origin, CodeBlock was, CodeBlock now)
    {
        if (origin.Node is not { } node)
        {
            // The plain-text body of a macro is one of its parameters.
            patches.Replace(origin.Start, origin.End, AdfJson.Quote(now.Code));
            return;
        }

        IReadOnlyDictionary<string, string> before = CodeAttributes(was).Values, after = CodeAttributes(now).Values;
        AdfPatch.SetAttributes(patches, node, [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Select(name => new AdfChange(name, after.GetValueOrDefault(name)))]);
        if (was.Code == now.Code) return;
        if (now.Code.Length > 0 && node.Nodes.ToArray() is [{ Type: "text" } only] && only["text"] is { } text) patches.Replace(text.Start, text.End, AdfJson.Quote(now.Code));
        else AdfPatch.SetMembers(patches, node, new AdfChange("content", now.Code.Length > 0 ? $"[{AdfLineRenderer.TextNode(now.Code, "")}]" : "[]"));
    }
}
