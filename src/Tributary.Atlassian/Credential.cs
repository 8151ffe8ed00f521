using System.Net.Http.Headers;
using System.Text;

namespace Tributary.Atlassian;

/// <summary>How one user signs in. Shows who, never the secret.</summary>
public sealed class Credential
{
    private readonly string shown;

    private Credential(string scheme, string parameter, string shown)
    {
        Header = new AuthenticationHeaderValue(scheme, parameter);
        this.shown = shown;
    }

    internal AuthenticationHeaderValue Header { get; }

    /// <summary>Cloud: an account's e-mail address and an API token of it, with or without scopes.</summary>
    public static Credential ApiToken(string email, string token) => Basic(email, token, "API token");

    /// <summary>Data Center: a user's name and password.</summary>
    public static Credential Password(string user, string password) => Basic(user, password, "password");

    /// <summary>Data Center: a personal access token.</summary>
    public static Credential PersonalAccessToken(string token) => Bearer(token, "personal access token");

    /// <summary>Cloud: an OAuth 2.0 access token that the operator got. It is used as it is, and never renewed.</summary>
    public static Credential OAuthAccessToken(string token) => Bearer(token, "OAuth access token");

    public override string ToString() => shown;

    private static Credential Basic(string user, string secret, string kind)
    {
        if (string.IsNullOrWhiteSpace(user) || user.Contains(':') || user.Any(char.IsControl))
            throw Wrong($"the {kind} needs a user name or e-mail address without ':' or control characters.");
        if (string.IsNullOrEmpty(secret) || secret.Any(char.IsControl)) throw Wrong($"the {kind} of {user} is empty or holds a control character.");
        return new Credential("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")), $"{kind} of {user}");
    }

    private static Credential Bearer(string token, string kind) => token is { Length: > 0 } && token.All(c => c is > ' ' and < '\x7f')
        ? new Credential("Bearer", token, kind)
        : throw Wrong($"the {kind} is empty or holds a space, a control character or a letter outside ASCII.");

    private static SiteSettingException Wrong(string why) => new(nameof(SiteOptions.Credential), "The credential cannot be used: " + why);
}
