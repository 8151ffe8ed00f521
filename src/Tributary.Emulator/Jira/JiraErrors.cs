using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira;

/// <summary>Jira's refusals: <c>{"errorMessages":[...],"errors":{...}}</c>, and what it says at the door.</summary>
internal sealed class JiraErrors : ErrorShape
{
    public const string InvalidPayload = "Invalid request payload. Refer to the REST API documentation and try again.";

    private const string Unauthenticated = "Client must be authenticated to access this resource.";

    private JiraErrors()
    {
    }

    public static ErrorShape Shape { get; } = new JiraErrors();

    // A request that cannot be read is complained of before an endpoint sees it.
    public override Answer Render(ConfluenceException refusal, Site site) => Render(refusal.Code switch
    {
        "INVALID_MESSAGE" => JiraException.BadRequest(InvalidPayload),
        "PAYLOAD_TOO_LARGE" => JiraException.TooLarge(refusal.Message),
        _ => JiraException.BadRequest(refusal.Message),
    });

    public override Answer Render(JiraException refusal) => Answer.Json(refusal.Status, Body(refusal));

    public static JsonObject Body(JiraException refusal) => new()
    {
        ["errorMessages"] = new JsonArray([.. refusal.Messages.Select(message => JsonValue.Create(message))]),
        ["errors"] = new JsonObject(refusal.Errors.Select(error => new KeyValuePair<string, JsonNode?>(error.Key, error.Value))),
    };

    public static Answer NotServed(Site site, PathString path) =>
        Answer.Json(404, new() { ["message"] = $"null for uri: {site.Origin}{path}", ["status-code"] = 404 });

    /// <summary>Cloud's answer; Data Center's is a page for browsers, which both products share.</summary>
    public static Answer WrongCredential() =>
        Answer.Text(401, "text/plain;charset=UTF-8", Unauthenticated).With("X-Seraph-LoginReason", "AUTHENTICATED_FAILED").With("WWW-Authenticate", "OAuth realm=\"https%3A%2F%2Fatlassian.net\"");

    public static Answer NoCredential(Site site) => site.IsCloud
        ? Answer.Json(401, new() { ["message"] = Unauthenticated, ["status-code"] = 401 })
        : Answer.Json(401, new()
        {
            ["errorMessages"] = new JsonArray("You are not authenticated. Authentication required to perform this operation."),
            ["errors"] = new JsonObject(),
        });
}
