using System.Globalization;

namespace Tributary.Markup.Edits;

/// <summary>Handles in few words: <c>t1 m2-m4</c>.</summary>
internal static class HandleRanges
{
    public static string Of(IEnumerable<string> handles) => string.Join(' ', handles
        .GroupBy(handle => handle[0])
        .OrderBy(kind => kind.Key)
        .SelectMany(kind => Runs(kind.Key, kind.Select(handle => int.Parse(handle.AsSpan(1), CultureInfo.InvariantCulture)).Order())));

    private static IEnumerable<string> Runs(char kind, IEnumerable<int> numbers)
    {
        int? first = null, last = null;
        foreach (int number in numbers)
        {
            if (last is { } end && number == end + 1)
            {
                last = number;
                continue;
            }

            if (first is { } start) yield return Run(kind, start, last!.Value);
            (first, last) = (number, number);
        }

        if (first is { } begin) yield return Run(kind, begin, last!.Value);
    }

    private static string Run(char kind, int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{kind}{first}{(first == last ? "" : $"-{kind}{last}")}");
}
