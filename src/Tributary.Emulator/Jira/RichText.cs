using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Rendering;

namespace Tributary.Emulator.Jira;

/// <summary>Descriptions, comments and the like: ADF inside a Cloud site, wiki markup inside Data Center; on the wire as the API's version has it.</summary>
internal sealed class RichText(JiraCall call)
{
    private const int Longest = 32_767;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As the API's version says it.</summary>
    public JsonNode? Wire(string? kept) => kept switch
    {
        null => null,
        _ when !call.IsCloud => kept,
        _ when call.TakesDocuments => JsonNode.Parse(kept, documentOptions: new JsonDocumentOptions { MaxDepth = 2048 }),
        _ => WikiMarkup.FromMarkdown(AdfDocument.ToMarkdown(kept).Text).Text.TrimEnd('\n'),
    };

    /// <summary>As a browser shows it.</summary>
    public string? Html(string? kept)
    {
        if (kept is null) return null;
        string? storage = call.IsCloud ? AdfDocument.ToStorage(kept).Storage : StorageFormat.FromMarkdown(WikiMarkup.ToMarkdown(kept).Text).Text;
        return storage is null ? "" : StorageFormat.ToView(storage, new ViewContext
        {
            UserName = identity => call.Wiki.FindUser(identity)?.DisplayName,
            IssueUrl = key => $"{call.Site.Origin}/browse/{key}",
        });
    }

    /// <summary>The form that is kept; null for an empty text.</summary>
    /// <param name="field">Whose text it is, for the complaint.</param>
    public string? Kept(string field, JsonNode? wire)
    {
        if (wire is null) return null;
        if (call.TakesDocuments) return OfDocument(field, wire);
        if (wire.GetValueKind() != JsonValueKind.String) throw JiraException.BadField(field, "Operation value must be a string");
        string text = wire.GetValue<string>();
        if (text.Length > Longest) throw JiraException.BadField(field, "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
        if (text.Trim().Length == 0) return null;
        return call.IsCloud ? AdfDocument.FromMarkdown(WikiMarkup.ToMarkdown(text).Text).Text : text;
    }

    private static string? OfDocument(string field, JsonNode wire)
    {
        if (wire is not JsonObject document) throw JiraException.BadField(field, "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
        string text = document.ToJsonString(Relaxed);
        if (Given.Text(document["type"]) != "doc" || document["content"] is not JsonArray content || AdfDocument.Validate(text) is not null) throw JiraException.BadRequest("INVALID_INPUT");
        if (text.Length > Longest * 4) throw JiraException.BadField(field, "CONTENT_LIMIT_EXCEEDED");
        return content.Count == 0 ? null : text;
    }
}
