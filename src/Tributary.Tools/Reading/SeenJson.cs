using System.Globalization;
using System.Text;
using Tributary.Markup;

namespace Tributary.Tools.Reading;

/// <summary>JSON that can be sent back as it is, and hides nothing from who reads it.</summary>
internal static class SeenJson
{
    /// <summary>The same JSON; where it holds what the eye cannot see, all but ASCII is written as escapes.</summary>
    public static string Of(string json)
    {
        if (VisibleText.Of(json) == json)
            return json;

        // Outside of texts, JSON is ASCII.
        var escaped = new StringBuilder(json.Length * 2);
        foreach (char c in json)
        {
            if (char.IsAscii(c) && (!char.IsControl(c) || char.IsWhiteSpace(c)))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }
}
