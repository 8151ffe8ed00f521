using System.Text;
using System.Text.Json;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Http.Errors;

/// <summary>What Atlassian says in a refusal, out of any of its shapes: v2, v1 and Data Center, the gateway, plain text. A page of HTML says nothing.</summary>
internal static class ErrorBody
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <returns>Clean text; empty where nothing was said.</returns>
    public static string Read(UpstreamAnswer answer)
    {
        ReadOnlyMemory<byte> body = answer.Body.Length > 64 << 10 && !LooksLikeJson(answer) ? answer.Body[..(64 << 10)] : answer.Body;
        if (LooksLikeJson(answer)) return ReadJson(body);
        return answer.MediaType is "text/plain" or null && !LooksLikeHtml(body.Span) ? ErrorText.Clean(Encoding.UTF8.GetString(body.Span)) : "";
    }

    /// <returns>Jira's complaints about single fields.</returns>
    public static IReadOnlyDictionary<string, string> Fields(UpstreamAnswer answer)
    {
        if (!LooksLikeJson(answer)) return new Dictionary<string, string>();
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body, Bounded);
            return Fields(document.RootElement);
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }

    /// <param name="root">An error body of Jira's, or a part of one.</param>
    public static IReadOnlyDictionary<string, string> Fields(JsonElement root) =>
        Complaints(root).DistinctBy(complaint => complaint.Field).ToDictionary(complaint => complaint.Field, complaint => ErrorText.Clean(complaint.Complaint));

    /// <param name="root">An error body of any shape, or a part of one.</param>
    public static string Read(JsonElement root) => ErrorText.Clean(string.Join(" ", Messages(root).Where(text => text.Length > 0).Distinct().Take(5)));

    private static bool LooksLikeJson(UpstreamAnswer answer)
    {
        ReadOnlySpan<byte> start = answer.Body.Span.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && start[0] is (byte)'{' or (byte)'[';
    }

    public static bool LooksLikeHtml(ReadOnlySpan<byte> body) => body.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);

    private static string ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, Bounded);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static IEnumerable<string> Messages(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) yield break;

        // v2: {"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}
        if (root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement error in errors.EnumerateArray())
            {
                string title = Text(error, "title");
                yield return title.Length > 0 ? title : Text(error, "code");
                yield return Text(error, "detail");
            }
        }

        // v1, Data Center, the gateway: {"statusCode":404,"data":{"errors":[{"message":{"translation":"..."}}]},"message":"..."}
        string message = Text(root, "message");
        yield return message;

        // Service desks: {"errorMessage":"...","i18nErrorMessage":{}}
        yield return Text(root, "errorMessage");
        if (message.Length == 0 && root.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("errors", out JsonElement details) && details.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement detail in details.EnumerateArray())
            {
                if (detail.ValueKind != JsonValueKind.Object || !detail.TryGetProperty("message", out JsonElement words)) continue;
                string translation = Text(words, "translation");
                yield return translation.Length > 0 ? translation : Text(words, "key");
            }
        }

        if (root.TryGetProperty("errorMessages", out JsonElement several) && several.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in several.EnumerateArray())
                if (one.ValueKind == JsonValueKind.String) yield return one.GetString()!;
        }

        foreach ((string field, string complaint) in Complaints(root)) yield return $"{field}: {complaint}";
    }

    // Jira: {"errorMessages":[],"errors":{"summary":"You must specify a summary of the issue."}}
    private static IEnumerable<(string Field, string Complaint)> Complaints(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("errors", out JsonElement errors) || errors.ValueKind != JsonValueKind.Object) yield break;
        foreach (JsonProperty error in errors.EnumerateObject())
            if (error.Value.ValueKind == JsonValueKind.String) yield return (error.Name, error.Value.GetString()!);
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
