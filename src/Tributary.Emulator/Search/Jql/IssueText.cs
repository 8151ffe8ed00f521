using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Search.Jql;

/// <summary>The words of issues. A text never changes but is replaced: each is read once and forgotten with it.</summary>
internal static class IssueText
{
    private static readonly ConditionalWeakTable<object, SearchableText> Index = [];

    /// <summary>None where the field is empty.</summary>
    public static IEnumerable<SearchableText> Of(Issue issue, Field field)
    {
        if (issue.Values.GetValueOrDefault(field.Id) is not { } kept || issue.Text(field.Id) is not { Length: > 0 } text) return [];
        return [Index.GetValue(kept, _ => new SearchableText(field.Kind == FieldKind.RichText ? Plain(text) : text))];
    }

    public static SearchableText OfMarkup(string body) => Index.GetValue(body, _ => new SearchableText(Plain(body)));

    /// <summary>Of an ADF document or of wiki markup, without what is no word of the writer's.</summary>
    public static string Plain(string markup)
    {
        var text = new StringBuilder(markup.Length);
        if (markup.StartsWith('{') && markup.Contains("\"doc\"", StringComparison.Ordinal)) Append(JsonNode.Parse(markup, documentOptions: new() { MaxDepth = 2048 }), text);
        else AppendWiki(markup, text);
        return text.ToString();
    }

    private static void Append(JsonNode? node, StringBuilder text)
    {
        if (node is not JsonObject element) return;
        if ((element["text"] ?? element["attrs"]?["text"] ?? element["attrs"]?["url"]) is JsonValue value && value.TryGetValue(out string? words)) text.Append(words);
        foreach (JsonNode? child in element["content"] as JsonArray ?? []) Append(child, text);
        // Words of two blocks are two words; those of two marks in one are not.
        if ((string?)element["type"] is not ("text" or "mention" or "emoji")) text.Append('\n');
    }

    private static void AppendWiki(string markup, StringBuilder text)
    {
        for (int i = 0; i < markup.Length; i++)
        {
            int end = markup[i] == '{' && i + 1 < markup.Length && char.IsAsciiLetter(markup[i + 1]) ? markup.IndexOf('}', i) : -1;
            if (end > i) i = end;
            else text.Append(markup[i]);
        }
    }
}
