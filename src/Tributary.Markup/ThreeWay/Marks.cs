using System.Text.RegularExpressions;

namespace Tributary.Markup.ThreeWay;

/// <summary>What of a body stands for one thing alone: the anchors of comments and the ids of macros and nodes.</summary>
internal static partial class Marks
{
    /// <returns>One that stands in a merged body more often than in any of those that it was made of; null where none does.</returns>
    public static string? Doubled(string merged, params ReadOnlySpan<string> sources)
    {
        Dictionary<string, int> times = Times(merged);
        foreach (string source in sources)
        {
            foreach ((string mark, int count) in Times(source))
            {
                if (times.GetValueOrDefault(mark) <= count) times.Remove(mark);
            }
        }

        return times.Keys.FirstOrDefault();
    }

    private static Dictionary<string, int> Times(string body) => Mark().Matches(body).CountBy(match => match.Value).ToDictionary();

    [GeneratedRegex("\\b(ac:ref|ac:macro-id|local-id)=\"[^\"]+\"|\"localId\"\\s*:\\s*\"[^\"]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
