using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    private static readonly JsonTypeInfo<JsonRpcMessage> TypeInfo =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IBufferWriter<byte> output, JsonRpcMessage message)
    {
        using var writer = new Utf8JsonWriter(output, Relaxed);
        JsonSerializer.Serialize(writer, message, TypeInfo);
    }
}
