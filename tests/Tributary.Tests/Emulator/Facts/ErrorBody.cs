using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Facts;

/// <summary>How each API words a refusal, by the facts that captured answers give.</summary>
internal static class ErrorBody
{
    /// <summary>What is wrong with the body of a refusal, if anything is.</summary>
    public static string? Problem(string path, bool isCloud, Reply reply)
    {
        if (reply.Text == "XSRF check failed") return reply.Status == 403 ? null : "The XSRF check answers 403.";
        // Who is not restricted is told so with nothing but the status.
        if (reply.Status == 404 && reply.Text.Length == 0 && path.Contains("/restriction/byOperation/", StringComparison.Ordinal)) return null;
        if (reply.Text.Length == 0 || reply.Text[0] != '{') return $"A refusal is JSON, and this is: {reply.Text}";
        JsonObject body = reply.Json.AsObject();
        if (path.Contains("/api/v2/", StringComparison.Ordinal)) return V2(body, reply.Status);
        if (path.StartsWith("/rest/servicedeskapi/", StringComparison.Ordinal)) return Has(body, "errorMessage", "i18nErrorMessage");
        // Several at once, each with its own complaints.
        if (path.EndsWith("/issue/bulk", StringComparison.Ordinal) && body.ContainsKey("issues")) return Has(body, "issues", "errors");
        return path.StartsWith("/rest/api/2", StringComparison.Ordinal) || path.StartsWith("/rest/api/3", StringComparison.Ordinal) || path.StartsWith("/rest/agile/", StringComparison.Ordinal) ||
            path.StartsWith("/rest/software/", StringComparison.Ordinal) || path.StartsWith("/rest/dev-status/", StringComparison.Ordinal) || path.StartsWith("/secure/", StringComparison.Ordinal)
            ? Jira(body)
            : V1(body, isCloud, reply.Status);
    }

    private static string? V2(JsonObject body, int status) =>
        Has(body, "errors") ?? Has(body["errors"]![0]!.AsObject(), "status", "code", "title", "detail") ?? ((int)body["errors"]![0]!["status"]! == status ? null : "The status of the error is another one.");

    private static string? V1(JsonObject body, bool isCloud, int status)
    {
        string[] names = isCloud ? ["statusCode", "data", "message"] : ["statusCode", "data", "message", "reason"];
        string[] data = isCloud ? ["authorized", "valid", "errors", "successful"] : ["authorized", "valid", "errors", "successful", "allowedInReadOnlyMode"];
        return Has(body, names) ?? Has(body["data"]!.AsObject(), data)
            ?? ((int)body["statusCode"]! == status ? null : "The status of the error is another one.")
            ?? (((string)body["message"]!).StartsWith("com.atlassian.confluence.", StringComparison.Ordinal) == isCloud ? null : "Cloud alone names the Java exception.");
    }

    private static string? Jira(JsonObject body) =>
        Has(body, "errorMessages", "errors") ?? (body["errorMessages"] is JsonArray && body["errors"] is JsonObject ? null : "errorMessages is a list and errors an object.");

    private static string? Has(JsonObject body, params string[] names) =>
        body.Select(member => member.Key).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal)) ? null : $"The members of an error are {string.Join(", ", names)}: {body.ToJsonString(JsonSerializerOptions.Web)}";
}
