using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>The value of any field in a few words.</summary>
internal static class FieldText
{
    private const int Longest = 500;

    /// <returns>Null for no value.</returns>
    public static string? Of(JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => OfText(value.GetString()!),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Of).OfType<string>()),
            JsonValueKind.Object => OfObject(value),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }

    private static string OfText(string text)
    {
        // Sprints of Data Center: com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=1,state=ACTIVE,name=Sprint 7,...]
        if (text.StartsWith("com.atlassian.greenhopper", StringComparison.Ordinal) && text.IndexOf("name=", StringComparison.Ordinal) is > 0 and var at)
            return WikiText.Line(text[(at + 5)..].Split(",startDate=", 2)[0].Split(',', 2)[0].TrimEnd(']'));
        return WikiText.Line(text);
    }

    private static string? OfObject(JsonElement value)
    {
        if (Text(value, "type") == "doc" && value.TryGetProperty("content", out _))
            return WikiText.Line(IssueMarkup.ToMarkdown(new RichText(RichTextFormat.AtlasDocFormat, value.GetRawText())));
        if (Text(value, "value") is { } option)
            return value.TryGetProperty("child", out JsonElement child) && Of(child) is { } second ? $"{WikiText.Line(option)} > {second}" : WikiText.Line(option);
        if (Text(value, "key") is { } key && value.TryGetProperty("fields", out _))
            return WikiText.Line(key);
        if (LinkText(value) is { } link)
            return link;
        if (value.TryGetProperty("requestType", out JsonElement requestType) && requestType.ValueKind == JsonValueKind.Object)
            return Of(requestType);
        if (TimeText(value) is { Length: > 0 } time)
            return time;
        if ((Text(value, "displayName") ?? Text(value, "name") ?? Text(value, "key")) is { } name)
            return WikiText.Line(name);
        if (value.TryGetProperty("total", out JsonElement total))
            return string.Create(CultureInfo.InvariantCulture, $"{total}");
        return value.EnumerateObject().Any() ? WikiText.Line(value.GetRawText()) : null;
    }

    // "duplicates ENG-12": a link is told from this issue's side.
    private static string? LinkText(JsonElement value)
    {
        if (!value.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.Object)
            return null;
        (string side, string words) = value.TryGetProperty("outwardIssue", out _) ? ("outwardIssue", "outward") : ("inwardIssue", "inward");
        return value.TryGetProperty(side, out JsonElement other) && Text(other, "key") is { } key ? $"{WikiText.Line(Text(type, words) ?? "is linked to")} {key}" : null;
    }

    private static string TimeText(JsonElement value) => string.Join(", ", new[] { ("estimate", "originalEstimate"), ("remaining", "remainingEstimate"), ("spent", "timeSpent") }
        .Select(part => Text(value, part.Item2) is { } time ? $"{part.Item1} {WikiText.Line(time)}" : null)
        .OfType<string>());

    /// <summary>A member that is a text.</summary>
    public static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
