using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Tributary.Protocol;

/// <summary>Writes JSON-RPC messages without a line break, and leaves letters of every script as they are.</summary>
/// <remarks>
/// The protocol library escapes all that is not ASCII, which doubles a Cyrillic or Chinese page. The relaxed encoder still
/// escapes control characters, U+2028 and U+2029, so a message stays one line for every reader; nothing here is put into HTML.
/// </remarks>
internal static class JsonRpcWriter
{
    private const string Content = "content";

    private static readonly JsonTypeInfo<JsonRpcMessage> Message = TypeInfo<JsonRpcMessage>();
    private static readonly JsonTypeInfo<ContentBlock> Block = TypeInfo<ContentBlock>();
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IBufferWriter<byte> output, JsonRpcMessage message)
    {
        using var writer = new Utf8JsonWriter(output, Relaxed);
        if (DirectResult.Of(message) is { } result && message is JsonRpcResponse { Result: JsonObject shell } response)
            Write(writer, response.Id, shell, result);
        else
            JsonSerializer.Serialize(writer, message, Message);
    }

    private static void Write(Utf8JsonWriter writer, RequestId id, JsonObject shell, CallToolResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        if (id.Id is long number)
            writer.WriteNumber("id", number);
        else
            writer.WriteString("id", (string?)id.Id);

        writer.WriteStartObject("result");
        foreach ((string name, JsonNode? value) in shell)
        {
            if (name == Content)
                continue;

            writer.WritePropertyName(name);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }

        writer.WriteStartArray(Content);
        foreach (ContentBlock block in result.Content)
            JsonSerializer.Serialize(writer, block, Block);
        writer.WriteEndArray();

        if (result.StructuredContent is { } structured)
        {
            writer.WritePropertyName("structuredContent");
            structured.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
