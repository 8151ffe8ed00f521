using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tributary.Emulator.Hosting;

/// <summary>What an endpoint says: whole bytes, made while the wiki stands still and sent after.</summary>
internal sealed class Answer
{
    // As Atlassian does: letters of every script as themselves.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int status;
    private readonly string? contentType;
    private readonly ReadOnlyMemory<byte> body;
    private readonly List<KeyValuePair<string, string>> headers = [];

    private Answer(int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    public static Answer Ok(JsonObject body) => Json(200, body);

    public static Answer Json(int status, JsonObject body) => Of(status, body);

    public static Answer List(JsonArray body) => Of(200, body);

    private static Answer Of(int status, JsonNode body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed)) body.WriteTo(writer);
        return new(status, "application/json;charset=UTF-8", buffer.WrittenMemory);
    }

    public static Answer NoContent() => new(204, null, default);

    /// <summary>A status and nothing to read.</summary>
    public static Answer Empty(int status) => new(status, null, default);

    public static Answer Text(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static Answer Bytes(string contentType, byte[] bytes) => new(200, contentType, bytes);

    public static Answer Redirect(string url, int status = 302) => new Answer(status, null, default).With("Location", url);

    public Answer With(string header, string value)
    {
        headers.Add(new(header, value));
        return this;
    }

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = status;
        foreach ((string name, string value) in headers) http.Response.Headers[name] = value;
        if (contentType is null) return;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
