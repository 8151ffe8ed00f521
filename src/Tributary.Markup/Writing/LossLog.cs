namespace Tributary.Markup.Writing;

/// <summary>Losses as they are met, counted by name, each with its first place.</summary>
internal sealed class LossLog
{
    // Names come from the page: a long one would not be read, and a million different ones neither.
    private const int LongestName = 120;
    private const int MostNames = 200;

    private readonly Dictionary<string, (int Line, int Count)> losses = [];

    /// <summary>Where in the Markdown the conversion is, from 1; 0 where it is at no line.</summary>
    public int Line { get; set; }

    /// <summary>Goes on with what stands at a line; what stands at none belongs to what was before.</summary>
    public void At(int line)
    {
        if (line > 0) Line = line;
    }

    public bool IsEmpty => losses.Count == 0;

    public void Add(string what)
    {
        if (what.Length > LongestName) what = string.Concat(what.AsSpan(0, LongestName - 1), "…");
        what = VisibleText.Of(what);
        if (losses.Count >= MostNames && !losses.ContainsKey(what)) what = "more";
        losses[what] = losses.TryGetValue(what, out (int Line, int Count) known) ? (known.Line, known.Count + 1) : (Line, 1);
    }

    public IReadOnlyList<Loss> ToList() => [.. losses.Select(loss => new Loss(loss.Key, loss.Value.Line > 0 ? $"line {loss.Value.Line}" : "", loss.Value.Count))];
}
