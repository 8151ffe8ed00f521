using System.Diagnostics.CodeAnalysis;

namespace Tributary.Atlassian.Jira;

/// <summary>The key of a project: a letter, then letters, digits and '_'; at most 64. Small letters are taken for capitals.</summary>
public readonly record struct ProjectKey
{
    private readonly string? value;

    private ProjectKey(string value) => this.value = value;

    public static ProjectKey Parse(string text) => TryParse(text, out ProjectKey key)
        ? key
        : throw new FormatException($"'{(text is { Length: > 80 } ? text[..80] + "…" : text)}' is not the key of a project; expected letters and digits, such as ENG.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ProjectKey key)
    {
        bool valid = text is { Length: > 0 and <= 64 } && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        key = valid ? new ProjectKey(text!.ToUpperInvariant()) : default;
        return valid;
    }

    public override string ToString() => value ?? "";
}
