namespace Tributary.Markup;

/// <summary>What only the caller knows while a body becomes Markdown.</summary>
public sealed record MarkdownOptions
{
    /// <summary>The display name of an account id, user key or user name; where it is null the id is shown.</summary>
    public Func<string, string?> UserName { get; init; } = static _ => null;

    /// <summary>Where the body is read: links that begin with a slash are shown with this scheme and host before them. None are where it is null, or neither http nor https.</summary>
    public Uri? Site { get; init; }
}
