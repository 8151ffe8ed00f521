using System.Buffers;
using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;
using Inline = Tributary.Markup.Model.Inline;
using Marks = Tributary.Markup.Model.Marks;

namespace Tributary.Markup.Wiki;

/// <summary>Writes a line of the model as wiki markup: its flat marks nest again, the one that goes on longest outermost.</summary>
/// <param name="lineBreak">A new line where one may stand, else two backslashes.</param>
internal sealed class WikiLineWriter(StringBuilder to, LossLog losses, bool isCell, string lineBreak)
{
    private const string ForcedBreak = @"\\";

    private static readonly SearchValues<char> NotInUser = SearchValues.Create("[]|\\\r\n");

    private readonly List<Mark> open = [];
    private int lineStart;
    private bool isLink;

    /// <param name="guardStart">The first line could be taken for the beginning of a block.</param>
    public void Write(IReadOnlyList<Inline> line, bool guardStart)
    {
        int from = 0, end = line.Count;
        while (from < end && line[from] is Break) from++;
        while (end > from && line[end - 1] is Break) end--;
        lineStart = to.Length;
        int writtenStart = lineStart;
        for (int i = from; i <= end; i++)
        {
            if (i < end && line[i] is not Break) continue;
            Pieces(WikiLinePieces.Of(line, from, i));
            bool endsLine = i == end || lineBreak != ForcedBreak;
            if (endsLine && guardStart) GuardStart(writtenStart);
            if (i == end) break;
            LineBreak();
            if (endsLine) (writtenStart, guardStart) = (to.Length, true);
            from = i + 1;
        }
    }

    /// <summary>A part of a line that goes on, within marks that have begun. What has been written is the line's own start.</summary>
    public void WritePart(IReadOnlyList<Inline> part, Marks around)
    {
        foreach (Mark mark in Enum.GetValues<Mark>())
        {
            if (mark != Mark.None && around.Flags.HasFlag(mark)) open.Add(mark);
        }

        int from = 0;
        for (int i = 0; i <= part.Count; i++)
        {
            if (i < part.Count && part[i] is not Break) continue;
            List<Inline> pieces = WikiLinePieces.Joined([.. part.Skip(from).Take(i - from)]);
            if (pieces.Count > 0) Range(pieces, 0, pieces.Count, new WikiMarkRuns(pieces), around);
            if (i < part.Count) LineBreak();
            from = i + 1;
        }
    }

    private void LineBreak()
    {
        // An empty line would end the paragraph.
        if (lineBreak == ForcedBreak || to.Length == lineStart) to.Append(ForcedBreak);
        to.Append(lineBreak == ForcedBreak ? " " : lineBreak);
        lineStart = to.Length;
    }

    /// <summary>A line that would begin a heading, a list, a table or a rule is made text.</summary>
    private void GuardStart(int start)
    {
        string written = to.ToString(start, to.Length - start);
        WikiLine kind = WikiBlockStart.Of(written, 0, written.Length);
        if (kind is WikiLine.Text or WikiLine.Blank) return;
        int at = kind switch { WikiLine.Heading or WikiLine.Quote => 2, _ => 0 };
        char c = written[at];
        to.Length = start + at;
        if (c is '*' or '-' or '|') to.Append('\\').Append(c);
        else WikiEscape.Reference(to, c);
        to.Append(written, at + 1, written.Length - at - 1);
    }

    private void Pieces(List<Inline> pieces)
    {
        if (pieces.Count > 0) Range(pieces, 0, pieces.Count, new WikiMarkRuns(pieces), outer: default);
    }

    private void Range(List<Inline> pieces, int start, int end, WikiMarkRuns runs, Marks outer)
    {
        for (int i = start; i < end;)
        {
            if (runs.Longest(i, end, outer) is not { } run)
            {
                Piece(pieces, i++);
                continue;
            }

            Marked(pieces, i, run.End, runs, outer, run);
            i = run.End;
        }
    }

    private void Marked(List<Inline> pieces, int start, int end, WikiMarkRuns runs, Marks outer, WikiMarkRun run)
    {
        if (run.Color is { } color)
        {
            bool known = WikiColor.Read(color) is not null;
            if (known) to.Append("{color:").Append(color).Append('}');
            else losses.Add("colour");
            Range(pieces, start, end, runs, outer with { Color = color });
            if (known) to.Append("{color}");
            return;
        }

        bool isWordNext = end < pieces.Count && pieces[end] is Text next && WikiSyntax.IsWord(next.Value[0]);
        bool isWordBefore = to.Length > lineStart && (WikiSyntax.IsWord(to[^1]) || to[^1] == '\\');
        // "*- a*" at the start of a line would be an item.
        bool isMarker = to.Length == lineStart && pieces[start] is Text { Value: ['#' or '-' or '*', ..] };
        string sign = WikiPhrase.SignOf(run.Mark);
        if (isWordNext || isWordBefore || isMarker) sign = $"{{{sign}}}";
        to.Append(sign);
        open.Add(run.Mark);
        Range(pieces, start, end, runs, outer with { Flags = outer.Flags | run.Mark });
        open.RemoveAt(open.Count - 1);
        to.Append(sign);
    }

    private void Piece(List<Inline> pieces, int index)
    {
        switch (pieces[index])
        {
            case Text text: WikiEscape.Append(to, text.Value, Place(isLast: index + 1 == pieces.Count)); break;
            case Code code: Monospaced(code.Value, index + 1 < pieces.Count && pieces[index + 1] is Text next && WikiSyntax.IsWord(next.Value[0])); break;
            case Link link: Link(link); break;
            case Mention mention: Mention(mention); break;
            case Image image: Image(image, index + 1 < pieces.Count && pieces[index + 1] is Text after && WikiSyntax.IsWord(after.Value[0])); break;
            case InlineDirective directive: Directive(directive); break;
        }
    }

    private WikiTextPlace Place(bool isCode = false, bool isLast = true) => new(lineStart, string.Concat(open.Select(WikiPhrase.SignOf)), isCell, isLink, isCode, isLast);

    private void Text(string text) => WikiEscape.Append(to, text, Place());

    private void Monospaced(string value, bool isWordNext)
    {
        if (value.Length == 0) return;
        bool isBraced = isWordNext || (to.Length > lineStart && (WikiSyntax.IsWord(to[^1]) || to[^1] == '\\'));
        to.Append(isBraced ? "{{{}" : "{{");
        int leading = char.IsWhiteSpace(value[0]) ? 1 : 0;
        int trailing = value.Length > 1 && char.IsWhiteSpace(value[^1]) ? 1 : 0;
        if (leading > 0) WikiEscape.Reference(to, value[0]);
        WikiEscape.Append(to, value[leading..^trailing], Place(isCode: true));
        if (trailing > 0) WikiEscape.Reference(to, value[^1]);
        to.Append(isBraced ? "{}}}" : "}}");
    }

    private void Link(Link link)
    {
        string? target = isLink ? null : WikiLink.Target(link.Address);
        if (link.Attributes.Count > 0) losses.Add("look of a link");
        if (target is null || (isCell && target.Contains('|', StringComparison.Ordinal)))
        {
            losses.Add($"link to {link.Address}, kept as text");
            Pieces(WikiLinePieces.Of(link.Inlines, 0, link.Inlines.Count));
            return;
        }

        bool isTargetShown = link.Title is null && link.Inlines is [Text { Marks: var marks } only] && marks == default && WikiLink.MayStandAlone(target) && WikiLineReader.Shown(target) == only.Value;
        if (isTargetShown || !HasText(link.Inlines))
        {
            if (!isTargetShown) losses.Add("link without a text");
            to.Append('[').Append(target).Append(']');
            return;
        }

        to.Append('[');
        isLink = true;
        int outer = lineStart;
        lineStart = to.Length;
        List<Mark> outerMarks = [.. open];
        open.Clear();
        Pieces(WikiLinePieces.Of(WithoutBreaks(link.Inlines), 0, link.Inlines.Count));
        open.AddRange(outerMarks);
        lineStart = outer;
        isLink = false;
        to.Append('|').Append(target);
        if (link.Title is { } tip) WikiEscape.Append(to.Append('|'), tip, new WikiTextPlace(to.Length, "", true, true, true, true));
        to.Append(']');
    }

    private static bool HasText(IReadOnlyList<Inline> line) => line.Any(inline => inline is Text text ? !string.IsNullOrWhiteSpace(text.Value) : inline is not Break);

    private static List<Inline> WithoutBreaks(IReadOnlyList<Inline> line) => [.. line.Select(inline => inline is Break ? new Text(" ", default) : inline)];

    private void Mention(Mention mention)
    {
        string id = mention.UserId;
        bool fits = !isLink && id.Length > 0 && id.Trim() == id && !id.AsSpan().ContainsAny(NotInUser);
        if (fits)
        {
            to.Append("[~").Append(id).Append(']');
            return;
        }

        losses.Add("mention, kept as text");
        Text($"@{id}");
    }

    private void Image(Image image, bool isWordNext)
    {
        // Within a link a bar would end its text.
        bool hasOptions = image.Attributes.Count > 0 || image.Alt.Length > 0 || image.Title is not null;
        if (isLink && hasOptions) losses.Add("look of an image in a link");
        else if (image.Attributes.Any(attribute => attribute.Name == "caption")) losses.Add("caption of an image, which Jira does not show");
        if (WikiImage.Write(image, withOptions: !isLink) is not { } written)
        {
            losses.Add($"image {image.Address}, kept as text");
            Text(image.Alt.Length > 0 ? image.Alt : image.Address);
            return;
        }

        if (WikiImage.Read(written[1..^1])?.Address != image.Address) losses.Add("image without a full address, taken for an attachment");
        // Exclamation marks at a word are text: what no one sees parts them.
        const string apart = "&#8203;";
        if (to.Length > lineStart && (WikiSyntax.IsWord(to[^1]) || to[^1] == '\\')) to.Append(apart);
        to.Append(written);
        if (isWordNext) to.Append(apart);
    }

    private void Directive(InlineDirective directive)
    {
        if (directive.Name == "anchor" && directive.Label.Length > 0)
        {
            to.Append("{anchor:").Append(WikiEscape.Parameter(directive.Label, isCell ? "|" : "")).Append('}');
            return;
        }

        losses.Add($"{directive.Name}, kept as text");
        Text(directive.Label);
    }
}
