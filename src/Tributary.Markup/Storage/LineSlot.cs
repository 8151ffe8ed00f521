namespace Tributary.Markup.Storage;

/// <summary>A place in a line where words may be put in, and the elements that are open there.</summary>
/// <param name="IsFreed">A word goes from here: the one that comes takes its place, and whatever stands around it.</param>
internal sealed record LineSlot(int At, LineWrapper? Wrapper, bool IsFreed)
{
    /// <summary>Within a section that takes letters as they are.</summary>
    public bool IsCData { get; init; }

    /// <summary>The one that is open there.</summary>
    public string? Link => Style.Link;

    private LineStyle Style => Wrapper?.Style ?? default;

    private int Depth => Wrapper?.Depth ?? 0;

    /// <summary>Every place between the word before <paramref name="from"/> and the word at <paramref name="to"/>, in order.</summary>
    /// <param name="start">Where an empty line begins.</param>
    public static List<LineSlot> Between(List<SourceToken> old, int from, int to, int start)
    {
        var slots = new List<LineSlot>();
        if (from > 0) slots.Add(new LineSlot(old[from - 1].Part.End, old[from - 1].Part.Wrapper, IsFreed: false) { IsCData = old[from - 1].Part.IsCData });
        for (int i = from; i < to; i++) slots.Add(new LineSlot(old[i].Part.Start, old[i].Part.Wrapper, IsFreed: true) { IsCData = old[i].Part.IsCData });
        if (to < old.Count) slots.Add(new LineSlot(old[to].Part.Start, old[to].Part.Wrapper, IsFreed: false) { IsCData = old[to].Part.IsCData });
        if (slots.Count == 0) return [new LineSlot(start, null, IsFreed: false)];

        var all = new List<LineSlot>();
        if (from == 0) all.Add(Outside(slots[0], isBefore: true));
        for (int i = 0; i < slots.Count; i++)
        {
            all.Add(slots[i]);
            if (i + 1 < slots.Count && Meeting(slots[i], slots[i + 1]) is { } meeting) all.Add(meeting);
        }

        if (to == old.Count) all.Add(Outside(slots[^1] with { At = to > from ? old[to - 1].Part.End : slots[^1].At }, isBefore: false));
        return all;
    }

    /// <summary>The first of the places from <paramref name="first"/> on that suits words of this style best.</summary>
    /// <param name="most">How many of them are looked at.</param>
    public static int Choose(List<LineSlot> slots, int first, int most, LineStyle style, bool hasAtoms)
    {
        int best = first, least = int.MaxValue;
        for (int i = first; i < slots.Count && i - first < most; i++)
        {
            int cost = slots[i].Cost(style, hasAtoms);
            if (cost < least) (best, least) = (i, cost);
        }

        return best;
    }

    // First of all no tag is closed or opened again, then none is written; then a freed place, and as few elements around as can be.
    private int Cost(LineStyle style, bool hasAtoms)
    {
        int tags = Style == style ? 0 : Style.IsWithin(style) ? 1 : 2;
        if (Wrapper is { IsVerbatim: true } && (hasAtoms || tags > 0)) tags = 3;
        return (tags * 10_000) + (IsFreed ? 0 : 1_000) + Math.Min(Depth, 999);
    }

    /// <summary>Where the elements have ended that the one place is in and the other is not.</summary>
    private static LineSlot? Meeting(LineSlot one, LineSlot other)
    {
        LineWrapper? last = null, ending = one.Wrapper, common = other.Wrapper;
        while (common is not null && common.Depth > (ending?.Depth ?? 0)) common = common.Outer;
        while (!ReferenceEquals(ending, common))
        {
            last = ending;
            if (common is not null && ending!.Depth == common.Depth) common = common.Outer;
            ending = ending!.Outer;
        }

        return last is null ? null : new LineSlot(last.Element.End, common, IsFreed: false);
    }

    private static LineSlot Outside(LineSlot slot, bool isBefore)
    {
        if (slot.Wrapper is not { } outermost) return slot with { IsFreed = false };
        while (outermost.Outer is not null) outermost = outermost.Outer;
        return new LineSlot(isBefore ? outermost.Element.Start : outermost.Element.End, null, IsFreed: false);
    }
}
