using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs.AdfExtensions;
using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>
/// Writes an altered page as patches of its source: what is untouched is never written, so it cannot change. Blocks that moved take their bytes along.
/// </summary>
internal sealed partial class StorageEmitter
{
    private readonly StorageDocument source;
    private readonly Document page;
    private readonly LossLog losses;
    private readonly SourcePlaces places;
    private readonly LooseLines loose;
    private readonly StorageRenderer renderer;
    private SourcePatches patches;

    private StorageEmitter(StorageDocument source, Document page, LossLog losses)
    {
        this.source = source;
        this.page = page;
        this.losses = losses;
        places = new SourcePlaces(page);
        loose = new LooseLines(source);
        renderer = new StorageRenderer(losses) { LastTaskId = LastTaskId(source), Original = Write, InlineOriginal = InlineOriginal };
        patches = new SourcePatches(source.Source);
    }

    /// <param name="page">The source as it was read.</param>
    /// <param name="altered">What shall be there instead.</param>
    public static SourcePatches Emit(StorageDocument source, Document page, IReadOnlyList<Block> altered, LossLog losses)
    {
        var emitter = new StorageEmitter(source, page, losses);
        if (!ReferenceEquals(page.Blocks, altered)) emitter.Content(source.Root, page.Blocks, altered, source.Source.Length);
        return emitter.patches;
    }

    /// <summary>Patches what stands between the tags of an element.</summary>
    private void Content(StorageElement? holder, IReadOnlyList<Block> old, IReadOnlyList<Block> blocks, int end)
    {
        HashSet<Block> inPlace = SourcePlaces.InPlace(old, blocks);
        var kept = new HashSet<Origin>(inPlace.Select(block => block.Origin!), ReferenceEqualityComparer.Instance);
        foreach (Block block in old)
        {
            if (!kept.Contains(block.Origin!)) patches.Remove(block.Origin!.Start, block.Origin.End);
        }

        var fresh = new List<Block>();
        int lastEnd = -1, nextOld = 0;
        foreach (Block block in blocks)
        {
            if (!inPlace.Remove(block))
            {
                fresh.Add(block);
                continue;
            }

            int freed = Freed(block.Origin!);
            Put(holder, fresh, freed, lastEnd, block.Origin!.Start, old, kept, end);
            if (block.IsAltered) Alter(block);
            lastEnd = block.Origin.End;
        }

        Put(holder, fresh, Freed(null), lastEnd, -1, old, kept, end);

        // Where the first block stood that went from in front of the next one that stays; -1 where none did.
        int Freed(Origin? next)
        {
            int at = nextOld < old.Count && !kept.Contains(old[nextOld].Origin!) ? old[nextOld].Origin!.Start : -1;
            while (nextOld < old.Count && !ReferenceEquals(old[nextOld].Origin, next)) nextOld++;
            nextOld++;
            return at;
        }
    }

    /// <summary>Puts new blocks between two that stay: beside the one that an edit named, else where others went, or right after the one, unless a tag ends there that they do not belong into.</summary>
    private void Put(StorageElement? holder, List<Block> fresh, int freed, int lastEnd, int nextStart, IReadOnlyList<Block> old, HashSet<Origin> kept, int end)
    {
        if (fresh.Count == 0) return;
        if (holder is not null && IsEmptyTag(holder))
        {
            Expand(holder, Write(fresh, holder, null, old, kept));
        }
        else
        {
            int firstStart = old.Count > 0 ? old[0].Origin!.Start : -1;
            bool isTagBetween = lastEnd >= 0 && nextStart >= 0 && source.Source.AsSpan(lastEnd, nextStart - lastEnd).Contains('<');
            int at = freed >= 0 ? freed : lastEnd >= 0 && !isTagBetween ? lastEnd : nextStart >= 0 ? nextStart : firstStart >= 0 ? firstStart : holder?.ContentEnd ?? end;
            int after = freed < 0 && lastEnd >= 0 ? fresh.FindIndex(block => block.Beside != Side.After) is >= 0 and var other ? other : fresh.Count : 0;
            int before = freed < 0 && nextStart >= 0 ? fresh.FindLastIndex(block => block.Beside != Side.Before) + 1 : fresh.Count;
            if (after > 0) patches.Insert(lastEnd, Write(fresh[..after], holder, lastEnd, old, kept));
            if (before > after) patches.Insert(at, Write(fresh[after..before], holder, at, old, kept));
            if (before < fresh.Count) patches.Insert(nextStart, Write(fresh[before..], holder, nextStart, old, kept));
        }

        fresh.Clear();
    }

    /// <param name="at">Null where nothing stands beside the blocks.</param>
    private string Write(List<Block> blocks, StorageElement? holder, int? at, IReadOnlyList<Block> old, HashSet<Origin> kept)
    {
        var text = new StringBuilder();
        var isBesideText = new Lazy<bool>(() => at is { } between && loose.IsBesideText(between, place => old.Any(gone => !kept.Contains(gone.Origin!) && gone.Origin!.Start <= place && place < gone.Origin.End)));
        foreach (Block block in blocks)
        {
            int start = text.Length;
            if (DecisionConstruct.IsList(holder))
            {
                if (DecisionConstruct.IsDecision(block.Origin)) Copy(block, block.Origin!, text);
                else DecisionConstruct.Write(block, renderer, text);
                continue;
            }

            if (block is Directive part && LayoutConstruct.IsLayout(part)) WriteLayout(part, holder?.Name, text);
            else Write(block, text);
            if (block is not (Paragraph or Directive) || !LooseLines.IsInLine(text.ToString(start, text.Length - start), isBesideText)) continue;
            text.Insert(start, "<p>").Append("</p>");
        }

        return text.ToString();
    }

    /// <param name="holder">The name of the element that it comes to stand in; empty for the page.</param>
    private void WriteLayout(Directive part, string? holder, StringBuilder text)
    {
        bool fits = holder is not null && LayoutShape.MayStandIn(part, holder);
        if (!fits && holder is not "") LayoutConstruct.Release(part, renderer, text);
        else if (fits && part.Origin is not null) Write(part, text);
        else if (fits && part.Name != LayoutConstruct.Layout) LayoutConstruct.WritePart(part, renderer, text);
        else LayoutConstruct.Write(part, renderer, text);
    }

    private static bool IsEmptyTag(StorageElement element) => element.ContentStart == element.End && element.Name.Length > 0;

    private void Expand(StorageElement element, string content)
    {
        int slash = source.Source.LastIndexOf('/', element.End - 1);

        // In parts, for more may come to stand between the tags.
        patches.Replace(slash, slash + 1, ">");
        patches.Insert(slash + 1, content);
        patches.Replace(slash + 1, element.End, $"</{element.Name}>");
    }

    private void SetContent(StorageElement element, string content)
    {
        if (IsEmptyTag(element)) Expand(element, content);
        else patches.Replace(element.ContentStart, element.ContentEnd, content);
    }

    /// <summary>Writes a block that does not stand in its old place: new, or moved.</summary>
    private void Write(Block block, StringBuilder text)
    {
        // The plain text of a macro is a block of its own where it leaves the macro, and so is a decision where it leaves its list.
        if (block.Origin is not { } origin || origin is StorageOrigin { Element.Name: "ac:plain-text-body" } || DecisionConstruct.IsDecision(origin)) renderer.Write(block with { Origin = null }, text);
        else Copy(block, origin, text);
    }

    private void Copy(Block block, Origin origin, StringBuilder text)
    {
        if (!block.IsAltered)
        {
            text.Append(source.Source, origin.Start, origin.End - origin.Start);
            return;
        }

        SourcePatches outer = patches;
        patches = new SourcePatches(source.Source);
        Alter(block);
        text.Append(patches.Apply(origin.Start, origin.End));
        patches = outer;
    }

    private void Alter(Block block)
    {
        losses.At(block.Line);
        var origin = (StorageOrigin)block.Origin!;
        Block was = places.Of(origin);
        switch (block)
        {
            case TextBlock line:
                AlterLine(origin, (TextBlock)was, line);
                break;
            case CodeBlock code:
                AlterCode(origin.Element!, (CodeBlock)was, code);
                break;
            case ContainerBlock container:
                AlterContainer(origin.Element, origin, (ContainerBlock)was, container);
                break;
        }
    }

    private void AlterLine(StorageOrigin origin, TextBlock was, TextBlock now)
    {
        bool isDecision = DecisionConstruct.IsDecision(origin);
        if (isDecision && now is Heading) losses.Add("heading in a decision, kept as text");
        string name = isDecision ? NameOf(was) : NameOf(now);
        if (name != NameOf(was))
        {
            if (origin.Element is { } holder) Rename(holder, name);
            else patches.Insert(origin.Start, $"<{name}>");
        }

        if (origin.Element is { } element && IsEmptyTag(element))
        {
            var text = new StringBuilder();
            renderer.Write(now.Inlines, text);
            Expand(element, text.ToString());
            return;
        }

        IReadOnlyList<StorageNode> nodes = origin.Element?.Children ?? Loose(origin);
        new LineSplicer(source.Source, patches, renderer.Write, AlterInline, losses).Splice(nodes, origin.Element?.ContentStart ?? origin.Start, was.Inlines, now.Inlines);
        if (origin.Element is null && name != NameOf(was)) patches.Insert(origin.End, $"</{name}>");
    }

    private static string NameOf(TextBlock line) => line is Heading heading ? $"h{heading.Level}" : "p";

    /// <summary>The nodes of a paragraph that has no element of its own.</summary>
    private List<StorageNode> Loose(Origin origin)
    {
        StorageElement holder = source.Root;
        int first = FirstBehind(holder, origin.Start);
        while (first < holder.Children.Count && holder.Children[first] is StorageElement inner && inner.ContentStart <= origin.Start && origin.End <= inner.ContentEnd && (inner.Start != origin.Start || inner.End != origin.End))
        {
            holder = inner;
            first = FirstBehind(holder, origin.Start);
        }

        return [.. holder.Children.Skip(first).TakeWhile(node => node.Start < origin.End)];
    }

    /// <summary>The first node that ends behind a place.</summary>
    private static int FirstBehind(StorageElement holder, int place)
    {
        int low = 0, high = holder.Children.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (holder.Children[middle].End <= place) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Rename(StorageElement element, string name)
    {
        patches.Replace(element.Start + 1, element.Start + 1 + element.Name.Length, name);
        if (!IsEmptyTag(element)) patches.Replace(element.ContentEnd + 2, element.ContentEnd + 2 + element.Name.Length, name);
    }

    private static int LastTaskId(StorageDocument source)
    {
        int last = 0;
        if (!source.Source.Contains("ac:task-id", StringComparison.Ordinal)) return last;
        foreach (StorageElement id in source.Descendants().Where(element => element.Name == "ac:task-id"))
        {
            if (int.TryParse(VerbatimText.Of(id).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) last = Math.Max(last, number);
        }

        return last;
    }
}
