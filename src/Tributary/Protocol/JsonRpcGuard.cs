using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Tributary.Protocol;

/// <summary>Reads one JSON-RPC message out of bytes from outside, or says why they are none. Total: no bytes make it throw.</summary>
internal static class JsonRpcGuard
{
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>A refusal carries the id only where it can be told without doubt and the sender waits for an answer to it.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8,
        [NotNullWhen(true)] out JsonRpcMessage? message,
        [NotNullWhen(false)] out JsonRpcError? refusal)
    {
        utf8 = SkipByteOrderMark(utf8);
        message = null;
        refusal = null;

        if (!Utf8.IsValid(utf8.Span))
        {
            refusal = Refuse(McpErrorCode.ParseError, "The message is not valid UTF-8.");
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Strict);
            if (JsonText.HoldsHalfSurrogatePair(utf8.Span))
                refusal = Refuse(McpErrorCode.InvalidRequest, "A string holds half of a surrogate pair.", JsonText.AnswerableId(utf8.Span));
            else
                message = Read(document.RootElement, out refusal);
        }
        catch (JsonException)
        {
            refusal = JsonText.IsWellFormed(utf8.Span)
                ? Refuse(
                    McpErrorCode.InvalidRequest,
                    $"The message is nested more than {MaxDepth} levels deep or names a property twice.",
                    JsonText.AnswerableId(utf8.Span))
                : Refuse(McpErrorCode.ParseError, "The message is not valid JSON.");
        }
        catch (InvalidOperationException)
        {
            // The document compares property names unescaped, and half a surrogate pair cannot be.
            refusal = Refuse(McpErrorCode.InvalidRequest, "A property name holds half of a surrogate pair.");
        }

        return message is not null;
    }

    public static JsonRpcError Refuse(McpErrorCode code, string message, RequestId id = default) => Refuse((int)code, message, id);

    public static JsonRpcError Refuse(int code, string message, RequestId id = default) =>
        new() { Id = id, Error = new JsonRpcErrorDetail { Code = code, Message = message } };

    private static JsonRpcMessage? Read(JsonElement root, out JsonRpcError? refusal)
    {
        refusal = null;
        if (root.ValueKind is JsonValueKind.Array)
        {
            refusal = Refuse(McpErrorCode.InvalidRequest, "Batches are not accepted: send one message at a time.");
            return null;
        }

        if (root.ValueKind is not JsonValueKind.Object)
        {
            refusal = Refuse(McpErrorCode.InvalidRequest, "A JSON-RPC message is an object.");
            return null;
        }

        return root.TryGetProperty("method", out JsonElement method)
            ? ReadCall(root, method, out refusal)
            : ReadAnswer(root, out refusal);
    }

    private static JsonRpcMessage? ReadCall(JsonElement root, JsonElement method, out JsonRpcError? refusal)
    {
        refusal = null;
        bool expectsAnswer = root.TryGetProperty("id", out JsonElement idElement);
        RequestId id = default;
        if (expectsAnswer && !TryReadId(idElement, out id))
        {
            refusal = Refuse(McpErrorCode.InvalidRequest, "'id' must be a string or a whole number; leave it out to send a notification.");
            return null;
        }

        string? fault =
            !SaysVersion2(root) ? "'jsonrpc' must be \"2.0\"." :
            method.ValueKind is not JsonValueKind.String ? "'method' must be a string." :
            null;

        JsonObject? parameters = null;
        if (root.TryGetProperty("params", out JsonElement paramsElement) && paramsElement.ValueKind is not JsonValueKind.Null)
        {
            if (paramsElement.ValueKind is JsonValueKind.Object)
                parameters = JsonObject.Create(paramsElement.Clone());
            else
                fault ??= "'params' must be an object.";
        }

        if (fault is not null)
        {
            refusal = Refuse(McpErrorCode.InvalidRequest, fault, id);
            return null;
        }

        string name = method.GetString()!;
        return expectsAnswer
            ? new JsonRpcRequest { Id = id, Method = name, Params = parameters }
            : new JsonRpcNotification { Method = name, Params = parameters };
    }

    /// <remarks>A refused answer is never refused by its id: the sender would take that for the answer to a request of its own.</remarks>
    private static JsonRpcMessage? ReadAnswer(JsonElement root, out JsonRpcError? refusal)
    {
        refusal = null;
        if (SaysVersion2(root) && root.TryGetProperty("id", out JsonElement idElement) && TryReadId(idElement, out RequestId id))
        {
            if (root.TryGetProperty("error", out JsonElement error) && TryReadError(error, out JsonRpcErrorDetail? detail))
                return new JsonRpcError { Id = id, Error = detail };

            if (root.TryGetProperty("result", out JsonElement result) && result.ValueKind is JsonValueKind.Object)
                return new JsonRpcResponse { Id = id, Result = JsonObject.Create(result.Clone()) };
        }

        refusal = Refuse(McpErrorCode.InvalidRequest, "A JSON-RPC message has 'jsonrpc': \"2.0\" and a 'method', or an 'id' with a 'result' or an 'error'.");
        return null;
    }

    private static bool SaysVersion2(JsonElement root) =>
        root.TryGetProperty("jsonrpc", out JsonElement version) && version.ValueKind is JsonValueKind.String && version.ValueEquals("2.0"u8);

    private static bool TryReadId(JsonElement element, out RequestId id)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                id = new RequestId(element.GetString()!);
                return true;
            case JsonValueKind.Number when element.TryGetInt64(out long number):
                id = new RequestId(number);
                return true;
            default:
                id = default;
                return false;
        }
    }

    private static bool TryReadError(JsonElement error, [NotNullWhen(true)] out JsonRpcErrorDetail? detail)
    {
        detail = null;
        if (error.ValueKind is not JsonValueKind.Object
            || !error.TryGetProperty("code", out JsonElement codeElement) || codeElement.ValueKind is not JsonValueKind.Number
            || !codeElement.TryGetInt32(out int code)
            || !error.TryGetProperty("message", out JsonElement text) || text.ValueKind is not JsonValueKind.String)
        {
            return false;
        }

        object? data = error.TryGetProperty("data", out JsonElement dataElement) ? dataElement.Clone() : null;
        detail = new JsonRpcErrorDetail { Code = code, Message = text.GetString()!, Data = data };
        return true;
    }

    private static ReadOnlyMemory<byte> SkipByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
