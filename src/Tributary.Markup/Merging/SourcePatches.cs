using System.Text;

namespace Tributary.Markup.Merging;

/// <summary>What to change of a source, and nothing else: every character outside the patches is copied.</summary>
internal sealed class SourcePatches(string source)
{
    private readonly List<(int Start, int End, int Order, string Text)> patches = [];

    public string Source => source;

    public bool IsEmpty => patches.Count == 0;

    /// <summary>How many characters of the source go, and how many come.</summary>
    public (int Removed, int Added) Size => (patches.Sum(patch => patch.End - patch.Start), patches.Sum(patch => patch.Text.Length));

    /// <summary>Texts put in at the same place come in the order of the calls, before what is removed from there.</summary>
    public void Replace(int start, int end, string text)
    {
        if (start < end || text.Length > 0) patches.Add((start, end, patches.Count, text));
    }

    public void Insert(int at, string text) => Replace(at, at, text);

    public void Remove(int start, int end) => Replace(start, end, "");

    public string Apply() => Apply(0, source.Length);

    /// <summary>A part of the source with its patches. What lies within a removed part goes with it.</summary>
    public string Apply(int start, int end)
    {
        if (patches.Count == 0) return source[start..end];
        var text = new StringBuilder(end - start);
        int at = start;
        foreach ((int from, int to, _, string put) in patches.OrderBy(patch => patch.Start).ThenBy(patch => patch.End > patch.Start).ThenByDescending(patch => patch.End).ThenBy(patch => patch.Order))
        {
            if (from < at || to > end) continue;
            text.Append(source, at, from - at).Append(put);
            at = to;
        }

        return text.Append(source, at, end - at).ToString();
    }
}
