using System.Diagnostics.CodeAnalysis;

namespace Tributary.Atlassian.Jira;

/// <summary>The number that Jira gives what has no key: a comment, a worklog, a file, a link.</summary>
public readonly record struct JiraId
{
    private readonly string? value;

    private JiraId(string value) => this.value = value;

    public static JiraId Parse(string text) => TryParse(text, out JiraId id)
        ? id
        : throw new FormatException($"'{(text is { Length: > 80 } ? text[..80] + "…" : text)}' is not an id of Jira; expected digits, such as 10042.");

    public static bool TryParse([NotNullWhen(true)] string? text, out JiraId id)
    {
        bool valid = text is { Length: > 0 and <= 20 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
        id = valid ? new JiraId(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? "";
}
