using System.Diagnostics.CodeAnalysis;

namespace Tributary.Atlassian.Jira;

/// <summary>The key of an issue, such as ENG-123. Small letters are taken for capitals.</summary>
public readonly record struct IssueKey
{
    private readonly string? value;

    private IssueKey(string value) => this.value = value;

    public ProjectKey Project => ProjectKey.Parse(ToString().Split('-')[0]);

    public static IssueKey Parse(string text) => TryParse(text, out IssueKey key)
        ? key
        : throw new FormatException($"'{(text is { Length: > 80 } ? text[..80] + "…" : text)}' is not the key of an issue; expected a project's key, '-' and a number, such as ENG-123.");

    public static bool TryParse([NotNullWhen(true)] string? text, out IssueKey key)
    {
        int dash = text?.LastIndexOf('-') ?? -1;
        bool valid = dash > 0 && text!.Length - dash is > 1 and <= 12 && ProjectKey.TryParse(text[..dash], out _) && text.AsSpan(dash + 1).ContainsAnyExceptInRange('0', '9') is false;
        key = valid ? new IssueKey(text!.ToUpperInvariant()) : default;
        return valid;
    }

    public override string ToString() => value ?? "";
}
