using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Markup;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>The value of any field in words; texts with structure as Markdown.</summary>
internal static class FieldText
{
    private const int Longest = 500;
    private const string Named = "jira_get_issue reads all of it when fields names it";
    private const string CutMark = "… [+", JoinedMark = "… [lines joined;";

    /// <summary>On a line, cut where it is long.</summary>
    /// <returns>Null for no value.</returns>
    public static string? Of(JsonElement value, FieldSchema? schema = null)
    {
        if (Whole(value, schema) is not { } whole)
            return null;
        string line = Beginning(WikiText.Line(whole));
        return IsCut(line) || !whole.Contains('\n', StringComparison.Ordinal) ? line : $"{line} {JoinedMark} {Named}]";
    }

    /// <summary>With its lines, cut where it is long.</summary>
    public static string Beginning(string text)
    {
        if (text.Length <= Longest)
            return text;

        // Between words, where they are no longer than words are.
        int blank = text.LastIndexOf(' ', Longest - 1, 100);
        return Cut(text, blank > 0 ? blank : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest, Named);
    }

    /// <summary>What fits into so many tokens.</summary>
    public static string Fitting(string text, int tokens)
    {
        int end = BodyCut.End(text, 0, tokens, _ => []);
        return end == text.Length ? text : Cut(text, end, "a larger max_tokens reads all of it");
    }

    /// <summary>Whether a text bears the mark of a cut: it is not what the field held.</summary>
    public static bool IsCut(string text) => text.Contains(CutMark, StringComparison.Ordinal) || text.Contains(JoinedMark, StringComparison.Ordinal);

    private static string Cut(string text, int end, string remedy) => string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end).TrimEnd()}{CutMark}{text.Length - end} characters; {remedy}]");

    /// <summary>All of it, its lines kept.</summary>
    /// <returns>Null for no value.</returns>
    public static string? Whole(JsonElement value, FieldSchema? schema = null)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String when schema?.IsRichText == true => Markdown(RichTextFormat.WikiMarkup, value.GetString()!),
            JsonValueKind.String => OfText(value.GetString()!),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Whole(item)).OfType<string>()),
            JsonValueKind.Object => OfObject(value),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static string Markdown(RichTextFormat format, string text) => IssueMarkup.ToMarkdown(new RichText(format, text));

    private static string OfText(string text)
    {
        // Sprints of Data Center: com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=1,state=ACTIVE,name=Sprint 7,...]
        if (text.StartsWith("com.atlassian.greenhopper", StringComparison.Ordinal) && text.IndexOf("name=", StringComparison.Ordinal) is > 0 and var at)
            return WikiText.Line(text[(at + 5)..].Split(",startDate=", 2)[0].Split(',', 2)[0].TrimEnd(']'));
        return VisibleText.Of(text).ReplaceLineEndings("\n");
    }

    private static string? OfObject(JsonElement value)
    {
        if (Text(value, "type") == "doc" && value.TryGetProperty("content", out _))
            return Markdown(RichTextFormat.AtlasDocFormat, value.GetRawText());
        if (Text(value, "value") is { } option)
            return value.TryGetProperty("child", out JsonElement child) && Whole(child) is { } second ? $"{WikiText.Line(option)} > {second}" : WikiText.Line(option);
        if (Text(value, "key") is { } key && value.TryGetProperty("fields", out _))
            return WikiText.Line(key);
        if (LinkText(value) is { } link)
            return link;
        if (value.TryGetProperty("requestType", out JsonElement requestType) && requestType.ValueKind == JsonValueKind.Object)
            return Whole(requestType);
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
