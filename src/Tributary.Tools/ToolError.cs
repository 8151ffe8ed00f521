using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;

namespace Tributary.Tools;

/// <summary>A failed call on the wire. Every member is always there: a caller reads <c>null</c> where there is nothing to say.</summary>
internal sealed record ToolError(
    string Code,
    string Operation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Status,
    string Message,
    string Hint,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? RetryAfterSeconds)
{
    public CallToolResult ToResult() => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = ToText() }],
        StructuredContent = JsonSerializer.SerializeToElement(new ToolFailure(this), ToolJson.Relaxed.ToolFailure),
    };

    private string ToText()
    {
        var text = new StringBuilder($"{Code}: {Message}\nOperation: {Operation}");
        if (Status is { } status)
            text.Append(CultureInfo.InvariantCulture, $" (HTTP {status})");
        if (RetryAfterSeconds is { } seconds)
            text.Append(CultureInfo.InvariantCulture, $"\nRetry after: {seconds} s");
        if (Hint.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nNext step: {Hint}");
        return text.ToString();
    }
}

internal sealed record ToolFailure(ToolError Error);
