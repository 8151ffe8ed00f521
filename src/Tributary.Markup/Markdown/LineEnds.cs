namespace Tributary.Markup.Markdown;

/// <summary>Line feeds alone end lines. The other ends of lines that Unicode knows are letters like any to Markdown.</summary>
internal static class LineEnds
{
    public static string Unify(string text) => text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
