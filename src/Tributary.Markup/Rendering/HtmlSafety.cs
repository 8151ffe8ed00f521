using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Tributary.Markup.Rendering;

/// <summary>What may stand in rendered HTML: lists of what is allowed, never of what is forbidden.</summary>
internal static class HtmlSafety
{
    private static readonly FrozenSet<string> Elements = Set(
        "p h1 h2 h3 h4 h5 h6 strong b em i u s del ins strike sub sup small big code pre blockquote hr br span div a ul ol li dl dt dd table colgroup col thead tbody tfoot "
        + "tr th td caption cite q abbr kbd samp var tt address");

    private static readonly FrozenSet<string> Attributes = Set("class title colspan rowspan scope start dir lang align valign width height href");

    private static readonly FrozenSet<string> Styles = Set(
        "color background-color text-align margin-left letter-spacing text-decoration width min-width max-width height font-weight font-style list-style-type vertical-align");

    private static readonly FrozenSet<string> Schemes = Set("http https mailto ftp ftps tel sip file onenote callto notes smb ssh git irc news");

    private static readonly SearchValues<char> StyleValue = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#%.,()- ");

    public static bool IsElement(string name) => Elements.Contains(name);

    public static bool IsVoid(string name) => name is "br" or "hr" or "col";

    /// <summary>Elements whose content is no text for a reader.</summary>
    public static bool IsOpaque(string name) => name.ToLowerInvariant() is "script" or "style" or "iframe" or "object" or "embed" or "svg" or "math" or "template" or "noscript";

    public static bool IsAttribute(string name) => Attributes.Contains(name) || (name.StartsWith("data-", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterLower(c) || c == '-'));

    /// <summary>The address itself when following it cannot run a script, else null.</summary>
    public static string? Url(string? url)
    {
        if (url is null) return null;
        // Browsers ignore blanks and controls in front of and inside a scheme.
        string bare = string.Concat(url.Where(c => c > ' ' && !char.IsControl(c)));
        int end = bare.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || bare[end] != ':') return url;
        return Schemes.Contains(bare[..end].ToLowerInvariant()) ? url : null;
    }

    /// <summary>The declarations of a style that can only colour, align or size.</summary>
    public static string Style(string style)
    {
        var kept = new StringBuilder();
        foreach (string declaration in style.Split(';'))
        {
            int colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            string property = declaration[..colon].Trim().ToLowerInvariant();
            string value = declaration[(colon + 1)..].Trim();
            bool allowed = Styles.Contains(property) && value.Length is > 0 and < 100 && !value.AsSpan().ContainsAnyExcept(StyleValue)
                && !value.Contains("url", StringComparison.OrdinalIgnoreCase) && !value.Contains("expression", StringComparison.OrdinalIgnoreCase);
            if (allowed) kept.Append(property).Append(": ").Append(value).Append(';');
        }

        return kept.ToString();
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
