namespace Tributary.Tools.Catalog;

/// <summary>The name that a mistyped one most likely meant.</summary>
internal static class Nearest
{
    public static string? To(string name, IEnumerable<string> known)
    {
        // A longer name than any of ours is no slip of the finger, and need not be measured.
        if (name.Length > 64)
            return null;

        (string? best, int distance) = (null, int.MaxValue);
        foreach (string candidate in known)
        {
            int current = Squeezed(candidate) == Squeezed(name) ? 0
                : candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase) || candidate.EndsWith('_' + name, StringComparison.OrdinalIgnoreCase) ? 1
                : Distance(candidate, name);
            if (current < distance)
                (best, distance) = (candidate, current);
        }

        return distance <= Math.Max(2, name.Length / 3) ? best : null;
    }

    private static string Squeezed(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        int[] current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
