using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Errors;

namespace Tributary.Atlassian.Routing;

/// <summary>JSON in and out of requests.</summary>
internal static class JsonAnswers
{
    /// <summary>Letters outside ASCII stay as they are: escaped they would double a Cyrillic page.</summary>
    public static JsonSerializerOptions Relaxed(JsonSerializerOptions options) => new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="AtlassianException">The answer is not the JSON that Atlassian documents.</exception>
    public static T Read<T>(UpstreamRequest request, UpstreamAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw Refusal.Unreadable(request, answer);
        }
        catch (JsonException cause)
        {
            throw Refusal.Unreadable(request, answer, cause);
        }
    }

    public static Func<HttpContent> Body<T>(T value, JsonTypeInfo<T> type)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } };
    }

    /// <summary>A part of an answer that no operation can do without.</summary>
    public static T Needed<T>(T? value, string operation, string what)
        where T : struct => value ?? throw Missing(operation, what);

    public static AtlassianException Missing(string operation, string what, AtlassianProduct product = AtlassianProduct.Confluence) => new(
        AtlassianErrorKind.ServerError, operation, status: 200, $"{product} answered without {what}, which its documentation promises.")
    {
        Product = product,
    };
}
