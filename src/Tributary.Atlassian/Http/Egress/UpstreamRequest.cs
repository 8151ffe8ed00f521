namespace Tributary.Atlassian.Http.Egress;

/// <summary>One request as an operation asks for it; it may be sent more than once.</summary>
/// <param name="operation">The operation in words for errors, such as <c>get page 98304</c>.</param>
/// <param name="template">The path with its arguments unnamed, for logs: <c>api/v2/pages/{id}</c>.</param>
/// <param name="path">Below the site's root, escaped, with the query.</param>
internal sealed class UpstreamRequest(string operation, HttpMethod method, string template, string path)
{
    public string Operation => operation;

    public HttpMethod Method => method;

    public string Template => template;

    public string Path => path;

    public AtlassianProduct Product { get; init; }

    /// <summary>Makes the body anew for each attempt.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Repeating it changes nothing.</summary>
    public bool IsSafe { get; init; } = method == HttpMethod.Get || method == HttpMethod.Head;

    /// <summary>Sent without the credential, to a public address that would refuse one of another kind.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Says that the caller knows of an API whose form is not settled: some service desks ask for it.</summary>
    public bool IsExperimental { get; init; }

    public string Accept { get; init; } = "application/json";

    /// <summary>The body of a success is left unread, for the caller to stream.</summary>
    public bool Streamed { get; init; }

    /// <summary>An upload, whose stream can be read once.</summary>
    public UploadProgress? Upload { get; init; }

    /// <summary>Anything may be sent again as long as no byte of a one-time body is gone.</summary>
    public bool CanBeSentAgain => Upload is not { Started: true };
}
