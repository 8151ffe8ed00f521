using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence.V2;

/// <summary>A list of the v2 API. https://developer.atlassian.com/cloud/confluence/rest/v2</summary>
internal sealed record V2List<T>(IReadOnlyList<T>? Results, [property: JsonPropertyName("_links")] V2Links? Links);

internal sealed record V2Links(string? Webui, string? Next, string? Base, string? Download);

/// <summary>GET /wiki/api/v2/pages/{id}; blog posts have no parent.</summary>
internal sealed record V2Page(
    string? Id, string? Status, string? Title, string? SpaceId, string? ParentId, string? AuthorId, DateTimeOffset? CreatedAt, V2Version? Version, V2Bodies? Body, V2List<V2Label>? Labels,
    [property: JsonPropertyName("_links")] V2Links? Links);

/// <summary>GET /wiki/api/v2/pages/{id}/descendants.</summary>
internal sealed record V2TreeItem(string? Id, string? Type, string? Title, string? ParentId, int? Depth);

internal sealed record V2Version(int? Number, DateTimeOffset? CreatedAt, string? AuthorId, string? Message);

internal sealed record V2Bodies(V2Body? Storage, V2Body? View, [property: JsonPropertyName("atlas_doc_format")] V2Body? AtlasDocFormat);

internal sealed record V2Body(string? Representation, string? Value);

internal sealed record V2Label(string? Name, string? Prefix);

/// <summary>GET /wiki/api/v2/spaces/{id}.</summary>
internal sealed record V2Space(
    long? Id, string? Key, string? Name, string? Type, string? Status, string? HomepageId, V2Description? Description, [property: JsonPropertyName("_links")] V2Links? Links);

internal sealed record V2Description(V2Body? Plain);

/// <summary>A footer or an inline comment, or an answer to one; it names the one content that it stands on.</summary>
internal sealed record V2Comment(
    string? Id, string? Status, string? ParentCommentId, V2Version? Version, V2Bodies? Body, string? ResolutionStatus, string? PageId, string? BlogPostId, string? AttachmentId,
    string? CustomContentId, [property: JsonPropertyName("_links")] V2Links? Links);

/// <summary>GET /wiki/api/v2/pages/{id}/attachments.</summary>
internal sealed record V2Attachment(
    string? Id, string? Status, string? PageId, string? BlogPostId, string? Title, string? MediaType, long? FileSize, DateTimeOffset? CreatedAt, string? Comment, string? DownloadLink, V2Version? Version,
    [property: JsonPropertyName("_links")] V2Links? Links);

/// <summary>POST /wiki/api/v2/users-bulk.</summary>
internal sealed record V2User(string? AccountId, string? DisplayName, string? PublicName, string? Email);

internal sealed record V2UsersWanted(IReadOnlyList<string> AccountIds);

/// <summary>POST and PUT /wiki/api/v2/pages.</summary>
internal sealed record V2PageWrite(string? Id, string? SpaceId, string Status, string Title, string? ParentId, V2Body Body, V2VersionWrite? Version);

internal sealed record V2VersionWrite(int Number, string? Message);

/// <summary>POST and PUT of footer and inline comments: one content or one comment that is answered, and what is changed.</summary>
internal sealed record V2CommentWrite(
    string? PageId = null, string? BlogPostId = null, string? ParentCommentId = null, V2Body? Body = null, V2Selection? InlineCommentProperties = null, V2VersionWrite? Version = null,
    bool? Resolved = null);

internal sealed record V2Selection(string TextSelection, int TextSelectionMatchCount, int TextSelectionMatchIndex);

/// <summary>GET /wiki/api/v2/pages/{id}/properties.</summary>
internal sealed record V2Property(string? Id, string? Key, JsonElement Value, V2Version? Version);

internal sealed record V2PropertyWrite(string Key, JsonElement Value, V2VersionWrite? Version);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 64, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(V2Page))]
[JsonSerializable(typeof(V2List<V2Page>))]
[JsonSerializable(typeof(V2Space))]
[JsonSerializable(typeof(V2List<V2Space>))]
[JsonSerializable(typeof(V2Comment))]
[JsonSerializable(typeof(V2List<V2Comment>))]
[JsonSerializable(typeof(V2List<V2Attachment>))]
[JsonSerializable(typeof(V2List<V2User>))]
[JsonSerializable(typeof(V2UsersWanted))]
[JsonSerializable(typeof(V2List<V2TreeItem>))]
[JsonSerializable(typeof(V2List<V2Version>))]
[JsonSerializable(typeof(V2PageWrite))]
[JsonSerializable(typeof(V2Attachment))]
[JsonSerializable(typeof(V2CommentWrite))]
[JsonSerializable(typeof(V2List<V2Label>))]
[JsonSerializable(typeof(V2Property))]
[JsonSerializable(typeof(V2List<V2Property>))]
[JsonSerializable(typeof(V2PropertyWrite))]
internal sealed partial class V2Json : JsonSerializerContext;
