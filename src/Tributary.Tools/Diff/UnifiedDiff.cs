using System.Globalization;
using System.Text;

namespace Tributary.Tools.Diff;

/// <summary>A diff as people know it from patches: three lines around each change.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Empty when nothing differs.</summary>
    public static string Of(string before, string after, string fromName, string toName)
    {
        List<(char Sign, string Line)> script = LineDiff.Of(Lines(before), Lines(after));
        var text = new StringBuilder();
        int oldLine = 1, newLine = 1, at = 0;
        while (at < script.Count)
        {
            int change = script.FindIndex(at, edit => edit.Sign != ' ');
            if (change < 0)
                break;

            int start = Math.Max(at, change - Context);
            (oldLine, newLine) = (oldLine + start - at, newLine + start - at);
            int end = EndOfHunk(script, change);
            int removed = script.GetRange(start, end - start).Count(edit => edit.Sign != '+');
            int added = script.GetRange(start, end - start).Count(edit => edit.Sign != '-');
            if (text.Length == 0)
                text.Append(CultureInfo.InvariantCulture, $"--- {fromName}\n+++ {toName}\n");
            text.Append(CultureInfo.InvariantCulture, $"@@ -{oldLine},{removed} +{newLine},{added} @@\n");
            for (int i = start; i < end; i++)
                text.Append(script[i].Sign).Append(script[i].Line).Append('\n');

            (oldLine, newLine, at) = (oldLine + removed, newLine + added, end);
        }

        return text.ToString();
    }

    /// <summary>Just after the last change that is near enough to the one before it, and its context.</summary>
    private static int EndOfHunk(List<(char Sign, string Line)> script, int change)
    {
        int last = change;
        for (int i = change; i < script.Count && i - last <= 2 * Context; i++)
        {
            if (script[i].Sign != ' ')
                last = i;
        }

        return Math.Min(script.Count, last + 1 + Context);
    }

    private static string[] Lines(string text) => text.Split('\n');
}
