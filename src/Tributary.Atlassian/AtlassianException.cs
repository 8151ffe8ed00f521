namespace Tributary.Atlassian;

/// <summary>A failed operation on Atlassian: a kind, an operation, a status and a next step.</summary>
/// <param name="kind">What the caller can act on.</param>
/// <param name="operation">The operation in words, such as <c>get page 98304</c>; never an address or a secret.</param>
/// <param name="status">The HTTP status, or null when no answer arrived.</param>
/// <param name="message">Atlassian's own message, as text: Java class names, mark-up and control characters are taken out.</param>
/// <param name="retryAfter">How long Atlassian asked us to wait, when it did.</param>
public sealed class AtlassianException(
    AtlassianErrorKind kind, string operation, int? status, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public AtlassianErrorKind Kind => kind;

    public AtlassianProduct Product { get; init; }

    public string Operation => operation;

    public int? Status => status;

    public TimeSpan? RetryAfter => retryAfter;

    /// <value>Jira's complaints about single fields, by their ids: <c>customfield_10016</c>. <see cref="Exception.Message"/> has them too.</value>
    public IReadOnlyDictionary<string, string> FieldErrors { get; init; } = new Dictionary<string, string>();

    /// <summary>The next step for whoever made the call; empty where there is none.</summary>
    public string Hint => Kind switch
    {
        AtlassianErrorKind.AuthorizationFailed => "Check the credentials with `tributary doctor`.",
        AtlassianErrorKind.PermissionDenied => $"Ask an administrator of the {(Product == AtlassianProduct.Jira ? "project" : "space")} for this permission.",
        AtlassianErrorKind.ResourceNotFound => $"Check the {(Product == AtlassianProduct.Jira ? "key" : "id")}, or ask for access: {Product} answers 404 for both.",
        AtlassianErrorKind.VersionConflict => Product == AtlassianProduct.Jira ? "Read the issue again and repeat the call." : "Read the page again and repeat the edit on its new version.",
        AtlassianErrorKind.TitleConflict => "Choose another title, or update the page that has this one.",
        AtlassianErrorKind.TooLarge => "Send or ask for less at once.",
        AtlassianErrorKind.RateLimited => "Wait the time given, then repeat the call.",
        AtlassianErrorKind.UpstreamUnavailable => "Nothing was changed. Repeat the call later; `tributary doctor` checks the connection.",
        AtlassianErrorKind.OutcomeUnknown when Operation.StartsWith("create ", StringComparison.Ordinal) => "It may have been made, and nothing tells its key or id: search for it before you repeat the call.",
        AtlassianErrorKind.OutcomeUnknown => $"The write may have happened. Read the {(Product == AtlassianProduct.Jira ? "issue" : "page")} before you repeat it.",
        _ => "",
    };
}
