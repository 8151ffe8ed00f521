using Tributary.Atlassian;
using Tributary.Configuration;

namespace Tributary.Serving;

/// <summary>Why a server does not go on: one line for a person, and the exit code.</summary>
internal sealed record StartFailure(ExitCode ExitCode, string Message)
{
    /// <returns>Null for a trouble of the site's own, which may pass while the server runs.</returns>
    public static StartFailure? Of(AtlassianException exception, SettingValues values) => exception switch
    {
        // A token with scopes may be good for all that is needed and still not read its own user.
        { Kind: AtlassianErrorKind.AuthorizationFailed } when exception.Message.Contains("lacks a scope", StringComparison.Ordinal) => null,
        { Kind: AtlassianErrorKind.AuthorizationFailed } => new(ExitCode.Configuration, Refused(exception, values)),
        { Kind: AtlassianErrorKind.ResourceNotFound } => new(
            ExitCode.Configuration,
            $"{Settings.Url.Name} leads to nothing of Confluence's (status {exception.Status}): check the address; on Data Center it needs the context path, such as https://wiki.example.com/confluence."),
        { Kind: AtlassianErrorKind.ServerError or AtlassianErrorKind.Unsupported or AtlassianErrorKind.InvalidRequest } =>
            new(ExitCode.Configuration, $"{Settings.Url.Name} leads to something that does not answer like Confluence: {Sentence(exception.Message)}"),
        { Kind: AtlassianErrorKind.UpstreamUnavailable, Status: null } => new(ExitCode.Unavailable, Sentence(exception.Message)),
        _ => null,
    };

    private static string Refused(AtlassianException exception, SettingValues values)
    {
        Setting credential = SiteOptionsReader.CredentialSetting(values);
        string names = credential == Settings.ApiToken ? $"{Settings.Username.Name} and {credential.Name}" : credential.Name;
        string remedy = credential == Settings.ApiToken
            ? "make sure that they belong together and are of this site; Cloud takes an API token, never the password"
            : "make sure that the token is of this site and has not expired";
        return $"Confluence does not take {names} ({exception.Message.TrimEnd('.')}): {remedy}.";
    }

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
