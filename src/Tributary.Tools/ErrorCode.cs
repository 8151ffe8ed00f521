using Tributary.Atlassian;

namespace Tributary.Tools;

/// <summary>The codes of a failed call, as they stand on the wire.</summary>
internal static class ErrorCode
{
    public const string InvalidParams = "invalid_params";
    public const string AuthorizationFailed = "authorization_failed";
    public const string PermissionDenied = "permission_denied";
    public const string ResourceNotFound = "resource_not_found";
    public const string VersionConflict = "version_conflict";
    public const string TitleConflict = "title_conflict";
    public const string LossyWrite = "lossy_write";
    public const string TooLarge = "too_large";
    public const string RateLimited = "rate_limited";
    public const string Unsupported = "unsupported";
    public const string ReadOnly = "read_only";
    public const string NotAllowed = "not_allowed";
    public const string UpstreamUnavailable = "upstream_unavailable";
    public const string OutcomeUnknown = "outcome_unknown";
    public const string ServerError = "server_error";

    public static string Of(AtlassianErrorKind kind) => kind switch
    {
        AtlassianErrorKind.InvalidRequest => InvalidParams,
        AtlassianErrorKind.AuthorizationFailed => AuthorizationFailed,
        AtlassianErrorKind.PermissionDenied => PermissionDenied,
        AtlassianErrorKind.ResourceNotFound => ResourceNotFound,
        AtlassianErrorKind.VersionConflict => VersionConflict,
        AtlassianErrorKind.TitleConflict => TitleConflict,
        AtlassianErrorKind.TooLarge => TooLarge,
        AtlassianErrorKind.RateLimited => RateLimited,
        AtlassianErrorKind.Unsupported => Unsupported,
        AtlassianErrorKind.UpstreamUnavailable => UpstreamUnavailable,
        AtlassianErrorKind.OutcomeUnknown => OutcomeUnknown,
        _ => ServerError,
    };
}
