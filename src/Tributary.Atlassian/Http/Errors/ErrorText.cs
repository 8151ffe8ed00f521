using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Tributary.Atlassian.Http.Errors;

/// <summary>Atlassian's words made fit for a person: no Java classes, no mark-up, nothing invisible, not endless.</summary>
internal static partial class ErrorText
{
    private const int Longest = 500;

    public static string Clean(string text)
    {
        // Far more than is shown; the rest of a megabyte is not worth a regular expression.
        if (text.Length > 8 * Longest) text = text[..(8 * Longest)];

        // Twice: decoding entities can bring mark-up back.
        for (int pass = 0; pass < 2; pass++) text = WebUtility.HtmlDecode(Markup().Replace(text, " "));
        text = Markup().Replace(text, " ");

        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool space = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (space && shown.Length > 0 && shown[^1] != ' ') shown.Append(' ');
            if (!space && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
                shown.Append(rune.ToString());
        }

        string clean = JavaClass().Replace(shown.ToString().Trim(), "");
        return clean.Length <= Longest ? clean : clean[..(char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    // com.atlassian.confluence.api.service.exceptions.NotFoundException: No content found ...
    [GeneratedRegex(@"^(?:(?:[a-z_][A-Za-z0-9_]*\.)+[A-Z][A-Za-z0-9_$]*:?\s*)+", RegexOptions.NonBacktracking)]
    private static partial Regex JavaClass();

    [GeneratedRegex(@"<[A-Za-z!/?][^>]*>?", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
