using System.Text.Json;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Errors;

namespace Tributary.Atlassian.Http;

/// <summary>Who the site takes this connection's credential for.</summary>
/// <param name="DisplayName">Null where the token is good but lacks the scope to read its own user.</param>
/// <param name="SiteTime">The site's clock at its answer, to the second.</param>
public sealed record Identity(string? DisplayName, string? Email, DateTimeOffset? SiteTime)
{
    private const string Path = "rest/api/user/current";

    internal static async Task<Identity> AskAsync(EgressClient egress, CancellationToken cancellationToken)
    {
        var request = new UpstreamRequest("get the current user", HttpMethod.Get, Path, Path);
        using UpstreamAnswer answer = await egress.AnyAnswerAsync(request, cancellationToken);
        if (!answer.IsSuccess)
        {
            AtlassianException refusal = Refusal.Of(request, answer, egress.Clock.GetUtcNow());
            return refusal.Message.Contains("scope does not match", StringComparison.OrdinalIgnoreCase) ? new Identity(null, null, answer.Headers.Date) : throw refusal;
        }

        return Read(answer) ?? throw new AtlassianException(
            AtlassianErrorKind.ServerError, request.Operation, answer.Status, "The site answered something that is not Confluence. Check the configured address.");
    }

    private static Identity? Read(UpstreamAnswer answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || Text(document.RootElement, "type") is not { } type)
                return null;
            return type == "anonymous"
                ? throw new AtlassianException(
                    AtlassianErrorKind.AuthorizationFailed, "get the current user", answer.Status, "Confluence ignored the credential and took the request as anonymous.")
                : new Identity(Text(document.RootElement, "displayName") ?? Text(document.RootElement, "username"), Text(document.RootElement, "email"), answer.Headers.Date);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement user, string property) =>
        user.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
