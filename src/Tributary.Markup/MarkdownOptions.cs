namespace Tributary.Markup;

/// <summary>What only the caller knows while storage becomes Markdown.</summary>
public sealed record MarkdownOptions
{
    /// <summary>The display name of an account id, user key or user name; where it is null the id is shown.</summary>
    public Func<string, string?> UserName { get; init; } = static _ => null;
}
