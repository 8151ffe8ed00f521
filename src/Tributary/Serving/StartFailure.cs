using Tributary.Atlassian;
using Tributary.Configuration;

namespace Tributary.Serving;

/// <summary>Why a server does not go on: one line for a person, and the exit code.</summary>
internal sealed record StartFailure(ExitCode ExitCode, string Message)
{
    /// <returns>Null for a trouble of the site's own, which may pass while the server runs.</returns>
    public static StartFailure? Of(AtlassianException exception, SettingValues values, SiteSettings site) => exception switch
    {
        // A token with scopes may be good for all that is needed and still not read its own user.
        { Kind: AtlassianErrorKind.AuthorizationFailed } when exception.Message.Contains("lacks a scope", StringComparison.Ordinal) => null,
        { Kind: AtlassianErrorKind.AuthorizationFailed } => new(ExitCode.Configuration, Refused(exception, values, site)),
        { Kind: AtlassianErrorKind.ResourceNotFound } => new(
            ExitCode.Configuration,
            $"{site.Url.Name} leads to nothing of {site.Product}'s (status {exception.Status}): check the address; on Data Center it needs the context path, such as {(site.Product == AtlassianProduct.Jira ? "https://tracker.example.com/jira" : "https://wiki.example.com/confluence")}."),
        { Kind: AtlassianErrorKind.ServerError or AtlassianErrorKind.Unsupported or AtlassianErrorKind.InvalidRequest } =>
            new(ExitCode.Configuration, $"{site.Url.Name} leads to something that does not answer like {site.Product}: {Sentence(exception.Message)}"),
        { Kind: AtlassianErrorKind.UpstreamUnavailable, Status: null } => new(ExitCode.Unavailable, Sentence(exception.Message)),
        _ => null,
    };

    private static string Refused(AtlassianException exception, SettingValues values, SiteSettings site)
    {
        Setting credential = SiteOptionsReader.CredentialSetting(values, site);
        string names = credential == site.ApiToken ? $"{site.Username.Name} and {credential.Name}" : credential.Name;
        string remedy = credential == site.ApiToken
            ? "make sure that they belong together and are of this site; Cloud takes an API token, never the password"
            : "make sure that the token is of this site and has not expired";
        return $"{site.Product} does not take {names} ({exception.Message.TrimEnd('.')}): {remedy}.";
    }

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
