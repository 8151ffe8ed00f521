using System.Text;

namespace Tributary.Markup.ThreeWay;

/// <summary>The commas of JSON whose array members were taken out and put in as texts.</summary>
internal static class JsonCommas
{
    /// <summary>Takes out each comma that has no value on both its sides; all else stays.</summary>
    public static string Mend(string json) => Copy(json, withBlanks: true);

    /// <summary>The same, without blanks between the tokens: equal for texts that say the same.</summary>
    public static string Compact(string json) => Copy(json, withBlanks: false);

    private static string Copy(string json, bool withBlanks)
    {
        var text = new StringBuilder(json.Length);
        char last = '[';
        for (int at = 0; at < json.Length; at++)
        {
            char c = json[at];
            if (char.IsWhiteSpace(c))
            {
                if (withBlanks) text.Append(c);
                continue;
            }

            if (c == ',' && (last is '[' or '{' or ',' || Next(json, at + 1) is ']' or '}')) continue;
            int end = c == '"' ? EndOfString(json, at) : at + 1;
            text.Append(json, at, end - at);
            (last, at) = (c, end - 1);
        }

        return text.ToString();
    }

    private static char Next(string json, int at)
    {
        while (at < json.Length && (char.IsWhiteSpace(json[at]) || json[at] == ',')) at++;
        return at < json.Length ? json[at] : ']';
    }

    private static int EndOfString(string json, int start)
    {
        int at = start + 1;
        while (at < json.Length && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
        return Math.Min(json.Length, at + 1);
    }
}
