namespace Tributary.Tools.Diff;

/// <summary>
/// The shortest script from one list of lines to another, after Myers. Its time is bounded: texts that have little in common are shown
/// as one block taken out and one put in.
/// </summary>
internal static class LineDiff
{
    private const int MaxEdits = 500;

    /// <summary>In order: lines kept (' '), taken out ('-') and put in ('+').</summary>
    public static List<(char Sign, string Line)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int head = 0, tail = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
            head++;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;

        string[] old = [.. before.Skip(head).Take(before.Count - head - tail)];
        string[] @new = [.. after.Skip(head).Take(after.Count - head - tail)];
        return
        [
            .. before.Take(head).Select(line => (' ', line)),
            .. Middle(old, @new),
            .. before.Skip(before.Count - tail).Select(line => (' ', line)),
        ];
    }

    private static List<(char Sign, string Line)> Middle(string[] old, string[] @new)
    {
        List<int[]>? trace = Trace(old, @new);
        if (trace is null)
            return [.. old.Select(line => ('-', line)), .. @new.Select(line => ('+', line))];

        // Walked backwards: each step of the trace is one edit and the run of equal lines that follows it.
        var script = new List<(char, string)>();
        int x = old.Length, y = @new.Length;
        for (int d = trace.Count - 1; d >= 0; d--)
        {
            int[] furthest = trace[d];
            int k = x - y;
            bool down = k == -d || (k != d && At(furthest, d, k - 1) < At(furthest, d, k + 1));
            int previousK = down ? k + 1 : k - 1;
            int previousX = d == 0 ? 0 : At(furthest, d, previousK);
            int previousY = d == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY)
            {
                script.Add((' ', old[--x]));
                y--;
            }

            if (d == 0)
                break;
            script.Add(down ? ('+', @new[--y]) : ('-', old[--x]));
        }

        script.Reverse();
        return script;
    }

    /// <summary>For each number of edits d, the furthest x on the diagonals -d..d before that step; null when it takes too many.</summary>
    private static List<int[]>? Trace(string[] old, string[] @new)
    {
        var trace = new List<int[]>();
        int[] furthest = [0, 0, 0];
        for (int d = 0; d <= Math.Min(MaxEdits, old.Length + @new.Length); d++)
        {
            trace.Add(furthest);
            int[] next = new int[2 * (d + 1) + 3];
            for (int k = -d; k <= d; k += 2)
            {
                int x = d == 0 ? 0
                    : k == -d || (k != d && At(furthest, d, k - 1) < At(furthest, d, k + 1)) ? At(furthest, d, k + 1)
                    : At(furthest, d, k - 1) + 1;
                while (x < old.Length && x - k < @new.Length && old[x] == @new[x - k])
                    x++;
                next[k + d + 2] = x;
                if (x >= old.Length && x - k >= @new.Length)
                    return trace;
            }

            furthest = next;
        }

        return null;
    }

    // The array of step d spans the diagonals -(d + 1)..(d + 1).
    private static int At(int[] furthest, int d, int k) => furthest[k + d + 1];
}
