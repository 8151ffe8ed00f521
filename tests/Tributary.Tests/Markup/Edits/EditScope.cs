namespace Tributary.Tests.Markup.Edits;

/// <summary>
/// What an operation may do to a body: take ranges away, write others anew, and put one text in. All other bytes must be there afterwards, in their order. In ADF the comma that parts two nodes, with the blanks around it, comes and goes
/// with a node.
/// </summary>
internal sealed record EditScope(string Body, bool IsAdf)
{
    /// <summary>Goes, to the byte.</summary>
    public IReadOnlyList<(int Start, int End)> Removed { get; init; } = [];

    /// <summary>May become anything.</summary>
    public IReadOnlyList<(int Start, int End)> Rewritten { get; init; } = [];

    /// <summary>Where new text may stand, in one piece.</summary>
    public (int From, int To)? Put { get; init; }

    /// <summary>What is put in, where it is known to the byte. Text that stood without a paragraph gets one.</summary>
    public IReadOnlyList<string>? PutTexts { get; init; }

    /// <returns>Null where the result keeps to it.</returns>
    public string? Fault(string result)
    {
        if (Rewritten.Count > 0) return RewrittenFault(result) is { } fault && (this with { Removed = [.. Removed, .. Rewritten], Rewritten = [] }).Fault(result) is not null ? fault : null;
        (int Start, int End)[] gone = IsAdf ? [.. Nodes()] : [.. Removed.OrderBy(range => range.Start)];
        string rest = Body;
        foreach ((int start, int end) in gone.Reverse()) rest = rest.Remove(start, end - start).Insert(start, Left(start, end));
        if (Put is not { } put) return result == rest ? null : Difference("bytes outside changed", result, rest);

        int from = InRest(put.From), to = InRest(put.To), length = result.Length - rest.Length;
        int head = rest.AsSpan().CommonPrefixLength(result), tail = CommonSuffix(rest, result);
        int first = Math.Max(from, rest.Length - tail), last = Math.Min(to, head);
        if (length < 0 || first > last) return Difference("bytes outside changed", result, rest);
        if (PutTexts is null) return null;
        for (int at = first; at <= last; at++)
        {
            if (IsPut(result.Substring(at, length))) return null;
        }

        return Difference("other text was put in", result, rest.Insert(first, string.Concat(PutTexts)));

        int InRest(int place) => place - gone.Sum(range => Math.Clamp(place - range.Start, 0, range.End - range.Start) - (place > range.Start ? Left(range.Start, range.End).Length : 0));
    }

    private bool IsPut(string put)
    {
        foreach (string text in PutTexts!)
        {
            string paragraph = $"<p>{text}</p>";
            if (put.StartsWith(paragraph, StringComparison.Ordinal)) put = put[paragraph.Length..];
            else if (put.StartsWith(text, StringComparison.Ordinal)) put = put[text.Length..];
            else return false;
        }

        return put.Length == 0;
    }

    private string? RewrittenFault(string result)
    {
        var ranges = new List<(int Start, int End)>();
        foreach ((int start, int end) in Rewritten.Concat(IsAdf ? Nodes() : Removed).OrderBy(range => range.Start))
        {
            if (ranges.Count > 0 && start <= ranges[^1].End) ranges[^1] = (ranges[^1].Start, Math.Max(end, ranges[^1].End));
            else ranges.Add((start, end));
        }

        int last = ranges.Max(range => range.End);
        if (!result.StartsWith(Body[..ranges[0].Start], StringComparison.Ordinal) || !result.EndsWith(Body[last..], StringComparison.Ordinal) || result.Length < ranges[0].Start + Body.Length - last)
            return Difference("bytes outside changed", result, Body);
        int at = ranges[0].Start;
        for (int i = 1; i < ranges.Count; i++)
        {
            string between = Body[ranges[i - 1].End..ranges[i].Start];
            int found = result.IndexOf(between, at, StringComparison.Ordinal);
            if (found < 0) return Difference($"'{between}' between changed", result, Body);
            at = found + between.Length;
        }

        return at <= result.Length - (Body.Length - last) ? null : Difference("bytes outside changed", result, Body);
    }

    /// <summary>What goes of a list of nodes with each of them: the comma in front of it, or the one behind the first.</summary>
    private List<(int Start, int End)> Nodes()
    {
        var nodes = new List<(int Start, int End)>();
        foreach ((int start, int end) in Removed.OrderBy(range => range.Start))
        {
            if (nodes.Count > 0 && Body[nodes[^1].End..start].All(IsBetween)) nodes[^1] = (nodes[^1].Start, end);
            else nodes.Add((start, end));
        }

        for (int i = 0; i < nodes.Count; i++)
        {
            (int start, int end) = nodes[i];
            int before = start, after = end;
            while (IsBetween(Body[before - 1])) before--;
            while (IsBetween(Body[after])) after++;
            if (Body[before..start].Contains(',', StringComparison.Ordinal)) nodes[i] = (before, end);
            else if (Body[end..after].Contains(',', StringComparison.Ordinal)) nodes[i] = (start, after);
        }

        return nodes;
    }

    // By the schema of ADF the last of its blocks leaves an empty paragraph, unless new text takes the place.
    private string Left(int start, int end) =>
        IsAdf && Body[..start].TrimEnd() is [.., '['] && Body[end..].TrimStart() is [']', ..] && !(Put is var (from, to) && from <= end && start <= to) ? """{"type":"paragraph"}""" : "";

    private static bool IsBetween(char c) => c is ' ' or '\n' or '\r' or '\t' or ',';

    private static int CommonSuffix(string one, string other)
    {
        int length = 0;
        while (length < Math.Min(one.Length, other.Length) && one[^(length + 1)] == other[^(length + 1)]) length++;
        return length;
    }

    private static string Difference(string what, string result, string wanted)
    {
        int at = result.AsSpan().CommonPrefixLength(wanted);
        return $"{what} at {at}:\n{Around(result)}\ninstead of\n{Around(wanted)}";

        string Around(string text) => text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 150)];
    }
}
