using System.Diagnostics.CodeAnalysis;

namespace Tributary.Atlassian.Confluence;

/// <summary>The key of a space: letters and digits, for a personal space '~' and then also '.', '_', '-'; at most 255. Compared without regard to case.</summary>
public readonly record struct SpaceKey
{
    private readonly string? value;

    private SpaceKey(string value) => this.value = value;

    public static SpaceKey Parse(string text) => TryParse(text, out SpaceKey key)
        ? key
        : throw new FormatException($"'{(text is { Length: > 80 } ? text[..80] + "…" : text)}' is not a space key; expected letters and digits, such as ENG.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SpaceKey key)
    {
        bool valid = text is { Length: > 0 and <= 255 }
            && (text[0] == '~'
                ? text.Length > 1 && text.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ':' or '@')
                : text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'));
        key = valid ? new SpaceKey(text!) : default;
        return valid;
    }

    public bool Equals(SpaceKey other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value ?? "";
}
