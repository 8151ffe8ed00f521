using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Retry;

namespace Tributary.Atlassian.Http.Errors;

/// <summary>An answer that is no success, as what a caller can act on.</summary>
internal static class Refusal
{
    public static AtlassianException Of(UpstreamRequest request, UpstreamAnswer answer, DateTimeOffset now)
    {
        string said = ErrorBody.Read(answer);
        TimeSpan? retryAfter = answer.Status is 429 or 503 && RetryAfter.Read(answer.Headers, now) is { Ticks: > 0 } asked ? asked : null;
        (AtlassianErrorKind kind, string fallback) = Judge(request, answer, said, retryAfter);
        string message = said.Length > 0 ? said : fallback;
        string addition = kind switch
        {
            AtlassianErrorKind.AuthorizationFailed when Has(said, "scope does not match") && request.Product == AtlassianProduct.Jira =>
                " The token lacks a scope that this operation needs: make one with the classic scopes read:jira-work, write:jira-work and read:jira-user, and for sprints read:board-scope:jira-software and read:sprint:jira-software.",
            AtlassianErrorKind.AuthorizationFailed when Has(said, "scope does not match") =>
                " The token lacks a scope that this operation needs: make one with the granular scopes read:page, write:page, delete:page, read:space, read:comment, read:attachment, write:attachment, read:user and search:confluence, or with the classic ones.",
            AtlassianErrorKind.AuthorizationFailed when Header(answer, "X-Seraph-LoginReason") is "AUTHENTICATION_DENIED" =>
                $" {request.Product} asks for a CAPTCHA after too many failures: sign in once with a browser.",
            AtlassianErrorKind.AuthorizationFailed when IsAnonymous(answer) => $" {request.Product} ignored the credential and took the request as anonymous.",
            AtlassianErrorKind.OutcomeUnknown => $" ({request.Product} answered {answer.Status} to a write: it may or may not have happened.)",
            AtlassianErrorKind.RateLimited when retryAfter is { } wait => $" {request.Product} asks to wait {Math.Ceiling(wait.TotalSeconds):0} s.",
            _ => "",
        };
        return new AtlassianException(kind, request.Operation, answer.Status, message + addition, retryAfter) { Product = request.Product, FieldErrors = ErrorBody.Fields(answer) };
    }

    /// <summary>A success by its status that is not the JSON which Atlassian documents.</summary>
    public static AtlassianException Unreadable(UpstreamRequest request, UpstreamAnswer answer, Exception? cause = null)
    {
        string got = answer.MediaType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase)
            ? $"{type}: a sign-in page or another program may answer at this address"
            : "something else";
        return request.IsSafe
            ? new AtlassianException(AtlassianErrorKind.ServerError, request.Operation, answer.Status, $"JSON was expected, and {request.Product} answered {got}.", retryAfter: null, cause) { Product = request.Product }
            : new AtlassianException(
                AtlassianErrorKind.OutcomeUnknown, request.Operation, answer.Status,
                $"{request.Product} answered {answer.Status} to a write, but with {got} in place of JSON: it may or may not have happened.", retryAfter: null, cause)
            { Product = request.Product };
    }

    private static (AtlassianErrorKind Kind, string Fallback) Judge(UpstreamRequest request, UpstreamAnswer answer, string said, TimeSpan? retryAfter) => answer.Status switch
    {
        400 or 401 or 404 when LacksPermission(request, said) => (AtlassianErrorKind.PermissionDenied, ""),
        400 when Has(said, "title already exists") || Has(said, "same file name as an existing attachment") => (AtlassianErrorKind.TitleConflict, ""),
        400 when Has(said, "Version must be incremented") => (AtlassianErrorKind.VersionConflict, ""),
        400 => (AtlassianErrorKind.InvalidRequest, $"{request.Product} did not accept the request."),
        401 => (AtlassianErrorKind.AuthorizationFailed, $"{request.Product} did not accept the credential."),
        403 when Has(said, "not permitted to use") || IsAnonymous(answer) || Header(answer, "X-Seraph-LoginReason") is "AUTHENTICATION_DENIED" or "AUTHENTICATED_FAILED" =>
            (AtlassianErrorKind.AuthorizationFailed, $"{request.Product} did not accept the credential."),
        403 => (AtlassianErrorKind.PermissionDenied, $"{request.Product} does not allow this to the configured user."),
        404 when IsAnonymous(answer) => (AtlassianErrorKind.AuthorizationFailed, $"{request.Product} did not accept the credential."),
        404 => (AtlassianErrorKind.ResourceNotFound, $"{request.Product} found nothing here, or does not show it to the configured user."),
        405 or 410 or 501 => (AtlassianErrorKind.Unsupported, $"This {request.Product} does not offer the operation."),
        409 when request.Product == AtlassianProduct.Jira || request.Method == HttpMethod.Put || Has(said, "version") || Has(said, "OptimisticLock") || Has(said, "unexpected row count") =>
            (AtlassianErrorKind.VersionConflict, "Someone else has changed it in the meantime."),
        413 => (AtlassianErrorKind.TooLarge, $"{request.Product} takes less at once."),
        429 => (AtlassianErrorKind.RateLimited, $"{request.Product} limits the rate of requests."),
        503 when request.IsSafe && retryAfter is not null => (AtlassianErrorKind.RateLimited, $"{request.Product} asks for a pause."),
        408 or >= 500 => request.IsSafe
            ? (AtlassianErrorKind.UpstreamUnavailable, $"{request.Product} answered {answer.Status} and no reason.")
            : (AtlassianErrorKind.OutcomeUnknown, $"{request.Product} answered {answer.Status} and no reason."),
        >= 300 and < 400 => (AtlassianErrorKind.ServerError, Redirected(answer)),
        _ => (AtlassianErrorKind.InvalidRequest, $"{request.Product} answered {answer.Status} and no reason."),
    };

    private static string Redirected(UpstreamAnswer answer)
    {
        Uri? target = answer.Headers.Location;
        string where = target is { IsAbsoluteUri: true } ? target.Host : "another page";
        return $"The site redirects to {where} instead of answering; redirects out of it are not followed. Check the configured address and whether a sign-in page stands before it.";
    }

    // Jira tells a permission that is lacking with any status, in words alone; what may as well not exist is told as "does not exist or you do not have permission".
    private static bool LacksPermission(UpstreamRequest request, string said) => request.Product == AtlassianProduct.Jira
        && !Has(said, "not exist") && !Has(said, "not found")
        && (Has(said, "you do not have the permission to") || Has(said, "you do not have permission to") || Has(said, "Permission for issue") || Has(said, "administrator rights"));

    private static bool IsAnonymous(UpstreamAnswer answer) => Header(answer, "X-AUSERNAME") == "anonymous";

    private static string? Header(UpstreamAnswer answer, string name) => answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
