using System.Globalization;
using System.Text.Json;

namespace Tributary.Atlassian.Jira.Models;

/// <summary>A file of an issue. Several may have the same name.</summary>
/// <param name="FileSize">Bytes, as Jira tells them.</param>
/// <param name="ContentUrl">Where the bytes are.</param>
public sealed record IssueAttachment(string Id, string FileName, string MediaType, long FileSize, DateTimeOffset? CreatedAt, string ContentUrl)
{
    internal static IssueAttachment? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || Text("id") is not { } id) return null;
        return new IssueAttachment(
            id, Text("filename") ?? "", Text("mimeType") ?? "", long.TryParse(Text("size"), NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : 0,
            DateTimeOffset.TryParse(Text("created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset created) ? created : null, Text("content") ?? "");

        string? Text(string name) => value.TryGetProperty(name, out JsonElement text) && text.ValueKind is JsonValueKind.String or JsonValueKind.Number ? text.ToString() : null;
    }
}

/// <param name="ContentType">A media type.</param>
/// <param name="Content">Read once.</param>
public sealed record NewIssueAttachment(string FileName, string ContentType, Stream Content);
