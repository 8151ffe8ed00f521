using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tributary.Markup.Adf;

/// <summary>Writes JSON as short as it can be: only what JSON forbids in a string is escaped.</summary>
internal static class AdfJson
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. "\"\\", .. Enumerable.Range(0, 0x20).Select(code => (char)code), .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static string Quote(string text) => $"\"{Escape(text)}\"";

    /// <summary>Without the quotes.</summary>
    public static string Escape(string text)
    {
        int first = text.AsSpan().IndexOfAny(Escaped);
        if (first < 0) return text;
        var json = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) json.Append(c).Append(text[++i]);
            else if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c == '\n') json.Append("\\n");
            else if (c == '\t') json.Append("\\t");
            else if (c < ' ' || char.IsSurrogate(c)) json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(c);
        }

        return json.ToString();
    }

    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Node(string type, AdfAttributes? attributes = null, IReadOnlyList<string>? content = null) => Node(type, attributes?.ToString(), content);

    public static string Node(string type, string? attributes, IReadOnlyList<string>? content = null)
    {
        string attrs = string.IsNullOrEmpty(attributes) ? "" : $",\"attrs\":{{{attributes}}}";
        return content is null ? $"{{\"type\":\"{type}\"{attrs}}}" : $"{{\"type\":\"{type}\"{attrs},\"content\":[{string.Join(',', content)}]}}";
    }
}
