using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Tributary.Protocol;

/// <summary>The notification by which a request is cancelled.</summary>
internal static class CancelledRequest
{
    /// <summary>Which request it cancels; none if it is no such notification or names none.</summary>
    public static RequestId IdOf(JsonRpcMessage message) =>
        message is not JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: JsonObject parameters }
        || parameters["requestId"] is not JsonValue value ? default :
        value.TryGetValue(out string? text) ? new RequestId(text) :
        value.TryGetValue(out long number) ? new RequestId(number) :
        default;

    public static JsonRpcNotification Of(long id) =>
        new() { Method = NotificationMethods.CancelledNotification, Params = new JsonObject { ["requestId"] = id } };
}
