namespace Tributary.Atlassian;

/// <summary>A kind exists only where a caller would act differently.</summary>
public enum AtlassianErrorKind
{
    /// <summary>400: Atlassian did not accept the request's values.</summary>
    InvalidRequest,

    /// <summary>401, or Confluence's 403 "not permitted to use Confluence": the credential is missing, wrong or expired.</summary>
    AuthorizationFailed,

    /// <summary>403: the credential is good, the action is not allowed to it.</summary>
    PermissionDenied,

    /// <summary>404: absent, or hidden from this user. Atlassian answers alike for both.</summary>
    ResourceNotFound,

    /// <summary>409 (or 400 that says so): the version written is not current + 1.</summary>
    VersionConflict,

    /// <summary>400: the space has a page of this title.</summary>
    TitleConflict,

    /// <summary>413, or a response above our own limit.</summary>
    TooLarge,

    /// <summary>429, or 503 with Retry-After, after the attempts allowed.</summary>
    RateLimited,

    /// <summary>410, or an operation that this deployment does not offer.</summary>
    Unsupported,

    /// <summary>No connection, time-out, breaker open, 5xx on a safe request.</summary>
    UpstreamUnavailable,

    /// <summary>A write was sent and its answer was lost or was a 5xx: it may or may not have happened.</summary>
    OutcomeUnknown,

    /// <summary>Anything else: an answer that is not what Atlassian documents.</summary>
    ServerError,
}
