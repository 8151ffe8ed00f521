using System.Diagnostics.CodeAnalysis;

namespace Tributary.Atlassian.Confluence;

/// <summary>The id of a page or other content: letters, digits and '-', at most 64 of them.</summary>
public readonly record struct PageId
{
    private readonly string? value;

    private PageId(string value) => this.value = value;

    public static PageId Parse(string text) => TryParse(text, out PageId id)
        ? id
        : throw new FormatException($"'{Shown(text)}' is not a page id; expected letters, digits or '-', such as 98304.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PageId id)
    {
        bool valid = text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        id = valid ? new PageId(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? "";

    private static string Shown(string? text) => text is null ? "" : text.Length <= 80 ? text : text[..80] + "…";
}
