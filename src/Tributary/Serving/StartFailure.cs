using Tributary.Atlassian;

namespace Tributary.Serving;

/// <summary>Why a server does not go on: one line for a person, and the exit code.</summary>
internal sealed record StartFailure(ExitCode ExitCode, string Message)
{
    /// <returns>Null for a trouble of the site's own, which may pass while the server runs.</returns>
    public static StartFailure? Of(AtlassianException exception) => exception switch
    {
        { Kind: AtlassianErrorKind.AuthorizationFailed } => new(ExitCode.Configuration, $"{Sentence(exception)} Check the user name and the token: `tributary doctor` checks each setting."),
        { Kind: AtlassianErrorKind.UpstreamUnavailable, Status: null } => new(ExitCode.Unavailable, Sentence(exception)),
        { Kind: AtlassianErrorKind.ServerError or AtlassianErrorKind.ResourceNotFound or AtlassianErrorKind.Unsupported or AtlassianErrorKind.InvalidRequest } =>
            new(ExitCode.Configuration, $"{Sentence(exception)} CONFLUENCE_URL may be wrong: `tributary doctor` checks it."),
        _ => null,
    };

    private static string Sentence(AtlassianException exception) => exception.Message.EndsWith('.') ? exception.Message : exception.Message + ".";
}
