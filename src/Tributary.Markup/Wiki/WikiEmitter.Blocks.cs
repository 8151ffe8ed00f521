using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;
using Inline = Tributary.Markup.Model.Inline;

namespace Tributary.Markup.Wiki;

internal sealed partial class WikiEmitter
{
    private void Alter(Block block, WikiInside inside)
    {
        losses.At(block.Line);
        var origin = (WikiOrigin)block.Origin!;
        switch (places.Of(origin), block)
        {
            case (Heading was, Heading now):
                if (was.Level != now.Level) patches.Replace(origin.Start, origin.Start + 3, WikiRenderer.HeadingStart(now).TrimEnd());
                Line(origin, now.Inlines, WikiLine.Heading, inside);
                break;
            case (Paragraph, Paragraph now):
                Line(origin, now.Inlines, WikiLine.Text, inside);
                break;
            case (CodeBlock was, CodeBlock now):
                AlterCode(origin, was, now);
                break;
            case (Quote, Quote now) when source[origin.Start] != '{':
                AlterShortQuote(origin, now, inside);
                break;
            case (Quote or Alert or Directive { Body: not null }, ContainerBlock now):
                AlterMacro(origin, (ContainerBlock)places.Of(origin), now);
                break;
            case (Directive, Directive now):
                patches.Replace(origin.Start, origin.End, renderer.OpeningTag(now));
                break;
            case (ListBlock was, ListBlock now) when was.Kind == now.Kind && was.Blocks.Count > 0 && now.Blocks.Count > 0:
                if (was.Start != now.Start) losses.Add("first number of a list");
                Content(origin.Start, origin.End, was.Blocks, now.Blocks, new WikiInside(WikiPlace.Item, MarkerOf(was.Blocks[0].Origin!), IsMacro: false, HoldsBlocks: false));
                break;
            case (ListItem was, ListItem now):
                string marker = MarkerOf(origin);
                if (was.IsDone != now.IsDone) patches.Replace(origin.Start, origin.BodyStart, WikiRenderer.ItemStart(now, marker));
                Content(origin.BodyStart, origin.BodyEnd, was.Blocks, now.Blocks, new WikiInside(WikiPlace.Item, marker, IsMacro: false));
                break;
            case (Table was, Table now) when now.Blocks.Count > 0:
                Content(origin.Start, origin.End, was.Blocks, now.Blocks, new WikiInside(WikiPlace.Cell, "", IsMacro: false, HoldsBlocks: false));
                break;
            case (TableRow was, TableRow now) when now.Blocks.Count > 0:
                // The bars that close the row are no part of the last cell.
                Content(origin.Start, was.Blocks[^1].Origin!.End, was.Blocks, now.Blocks, new WikiInside(WikiPlace.Cell, "", IsMacro: false, HoldsBlocks: false));
                break;
            case (TableCell was, TableCell now):
                AlterCell(origin, was, now);
                break;
            default:
                Rewrite(origin, block, inside);
                break;
        }
    }

    private void Rewrite(WikiOrigin origin, Block block, WikiInside inside)
    {
        var text = new StringBuilder();
        WriteNew(block, text, inside);
        patches.Replace(origin.Start, origin.End, text.ToString());
    }

    private string MarkerOf(Origin item) => source[item.Start..WikiBlockStart.MarkerEnd(source, item.Start, item.End)];

    private void AlterShortQuote(WikiOrigin origin, Quote now, WikiInside inside)
    {
        if (now.Blocks is [Paragraph { Origin: WikiOrigin line } text] && line.Start >= origin.Start && line.End <= origin.End) Line(line, text.Inlines, WikiLine.Quote, inside);
        else Rewrite(origin, now, inside);
    }

    private void AlterMacro(WikiOrigin origin, ContainerBlock was, ContainerBlock now)
    {
        string name = WikiTag.Read(source, origin.Start)!.Value.Name;
        if (!SaysTheSame(was, now))
        {
            // An alert that an app brings stays one of its kind.
            ContainerBlock shell = now is Alert alert && Alerts.OfMacro(name) is not null ? new Directive(Alerts.ToMacro(alert.Kind) ?? name, alert.Title, [], null, alert.Blocks) : now;
            string newName = WikiRenderer.Parts(shell).Name;
            patches.Replace(origin.Start, origin.BodyStart, renderer.OpeningTag(shell));
            if (newName != name) patches.Replace(origin.BodyEnd, origin.End, $"{{{newName}}}");
            name = newName;
        }

        bool wasInCell = renderer.InCell;
        renderer.InCell = false;
        renderer.Names.Add(name);
        Content(origin.BodyStart, origin.BodyEnd, was.Blocks, now.Blocks, new WikiInside(WikiPlace.Page, "", IsMacro: true));
        renderer.Names.RemoveAt(renderer.Names.Count - 1);
        renderer.InCell = wasInCell;
    }

    private static bool SaysTheSame(ContainerBlock was, ContainerBlock now) => (was, now) switch
    {
        (Alert before, Alert after) => before.Kind == after.Kind && before.Title == after.Title,
        (Directive before, Directive after) => before.Label == after.Label && before.Attributes.SequenceEqual(after.Attributes),
        _ => true,
    };

    private void AlterCode(WikiOrigin origin, CodeBlock was, CodeBlock now)
    {
        WikiTag tag = WikiTag.Read(source, origin.Start)!.Value;
        string name = WikiRenderer.Parts(now).Name;
        if (was.Language != now.Language || !was.Attributes.SequenceEqual(now.Attributes))
        {
            patches.Replace(origin.Start, tag.End, renderer.OpeningTag(now));
            if (name != tag.Name) patches.Replace(origin.End - tag.Name.Length - 2, origin.End, $"{{{name}}}");
        }

        if (was.Code == now.Code) return;
        string code = renderer.CodeText(now, name);
        // Code on the line of its tags may not begin or end with a line of its own.
        bool isOnLine = code.AsSpan().IndexOfAny('\n', '\r') >= 0;
        if (isOnLine && origin.BodyStart == tag.End) code = newLine + code;
        if (isOnLine && origin.BodyEnd == origin.End - tag.Name.Length - 2) code += newLine;
        patches.Replace(origin.BodyStart, origin.BodyEnd, code);
    }

    private void AlterCell(WikiOrigin origin, TableCell was, TableCell now)
    {
        if (now.ColumnSpan > 1 || now.RowSpan > 1) losses.Add("merged table cell");
        if (was.IsHeader != now.IsHeader) patches.Replace(origin.Start, origin.Start + (was.IsHeader ? 2 : 1), WikiRenderer.CellStart(now));
        bool wasInCell = renderer.InCell;
        renderer.InCell = true;
        Content(origin.BodyStart, origin.BodyEnd, was.Blocks, now.Blocks, new WikiInside(WikiPlace.Cell, "", IsMacro: false));
        renderer.InCell = wasInCell;
    }

    private void Line(WikiOrigin origin, IReadOnlyList<Inline> line, WikiLine kind, WikiInside inside)
    {
        WikiPlace place = kind == WikiLine.Text ? inside.Place : WikiPlace.Item;
        var trial = new WikiRenderer(new LossLog(), newLine) { InCell = renderer.InCell };
        var splicer = new WikiLineSplicer(source[origin.BodyStart..origin.BodyEnd], trial, place);
        string? spliced = splicer.Splice(line);
        if (spliced is not null && WikiLineProof.SaysTheSame(spliced, Written(trial), kind, place))
        {
            // What was tried is lost on no one: only words that are new count.
            renderer.LinePart(splicer.Fresh, new StringBuilder(), place, default);
            patches.Replace(origin.BodyStart, origin.BodyEnd, spliced);
        }
        else
        {
            patches.Replace(origin.BodyStart, origin.BodyEnd, Written(renderer));
        }

        string Written(WikiRenderer writer)
        {
            var fresh = new StringBuilder();
            writer.Line(line, fresh, place, guardStart: kind == WikiLine.Text);
            return fresh.Length == 0 ? WikiRenderer.Nothing : fresh.ToString();
        }
    }
}
