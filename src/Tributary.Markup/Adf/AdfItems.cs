using Tributary.Markup.Merging;

namespace Tributary.Markup.Adf;

/// <summary>One or more items or members side by side, from the first character to the last.</summary>
internal readonly record struct AdfUnit(int Start, int End, bool IsKept);

/// <summary>Takes out and puts in items of a list, or members of an object, with as many commas as that needs and no other change.</summary>
internal static class AdfItems
{
    /// <param name="fresh">What comes before all units, after the first, and so on: one more than there are units.</param>
    /// <param name="emptyAt">Where the content of a list without items is.</param>
    public static void Patch(SourcePatches patches, IReadOnlyList<AdfUnit> units, IReadOnlyList<IReadOnlyList<string>> fresh, int emptyAt)
    {
        string separator = units.Count > 1 ? patches.Source[units[0].End..units[1].Start] : ",";
        int keptEnd = -1, removedStart = -1, removedEnd = -1;
        var texts = new List<string>(fresh[0]);
        for (int i = 0; i < units.Count; i++)
        {
            if (units[i].IsKept)
            {
                if (keptEnd >= 0) After();
                else if (texts.Count > 0 || removedStart >= 0) patches.Replace(removedStart >= 0 ? removedStart : units[i].Start, units[i].Start, string.Concat(texts.Select(text => text + separator)));
                texts.Clear();
                (keptEnd, removedStart, removedEnd) = (units[i].End, -1, -1);
            }
            else
            {
                if (removedStart < 0) removedStart = units[i].Start;
                removedEnd = units[i].End;
            }

            texts.AddRange(fresh[i + 1]);
        }

        if (keptEnd >= 0) After();
        else if (removedStart >= 0) patches.Replace(removedStart, removedEnd, string.Join(separator, texts));
        else patches.Insert(emptyAt, string.Join(',', texts));

        void After()
        {
            if (texts.Count > 0 || removedStart >= 0) patches.Replace(keptEnd, Math.Max(keptEnd, removedEnd), string.Concat(texts.Select(text => separator + text)));
        }
    }
}
