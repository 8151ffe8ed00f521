namespace Tributary.Markup.Writing;

/// <summary>Losses as they are met, counted by name, each with its first place.</summary>
internal sealed class LossLog
{
    // Names come from the page: a long one would not be read, and a million different ones neither.
    private const int LongestName = 120;
    private const int MostNames = 200;

    private readonly Dictionary<string, (string Where, int Count)> losses = [];

    /// <summary>Where the conversion is, in words.</summary>
    public string Where { get; set; } = "";

    public bool IsEmpty => losses.Count == 0;

    public void Add(string what)
    {
        if (what.Length > LongestName) what = string.Concat(what.AsSpan(0, LongestName - 1), "…");
        what = VisibleText.Of(what);
        if (losses.Count >= MostNames && !losses.ContainsKey(what)) what = "more";
        losses[what] = losses.TryGetValue(what, out (string Where, int Count) known) ? (known.Where, known.Count + 1) : (Where, 1);
    }

    public IReadOnlyList<Loss> ToList() => [.. losses.Select(loss => new Loss(loss.Key, loss.Value.Where, loss.Value.Count))];
}
