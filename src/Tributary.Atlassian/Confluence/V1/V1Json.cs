using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence.V1;

/// <summary>A list of the v1 API, on Data Center the only one. The total is <c>totalSize</c> in searches, <c>totalCount</c> in lists of Data Center 10.</summary>
internal sealed record V1List<T>(IReadOnlyList<T>? Results, int? Size, int? TotalSize, int? TotalCount, [property: JsonPropertyName("_links")] V1Links? Links)
{
    public int? Total => TotalSize ?? TotalCount;
}

internal sealed record V1Links(string? Webui, string? Next, string? Base, string? Download);

/// <summary>A page, comment or attachment: all are content. Uploads answer it alone or in <see cref="Results"/>.</summary>
internal sealed record V1Content(
    string? Id, string? Type, string? Status, string? Title, V1Space? Space, V1Version? Version, V1History? History, IReadOnlyList<V1Content>? Ancestors, V1Bodies? Body,
    V1Metadata? Metadata, V1Extensions? Extensions, V1Content? Container, IReadOnlyList<V1Content>? Results, [property: JsonPropertyName("_links")] V1Links? Links);

internal sealed record V1Version(int? Number, DateTimeOffset? When, string? Message, V1User? By);

internal sealed record V1History(DateTimeOffset? CreatedDate, V1User? CreatedBy);

internal sealed record V1User(string? Type, string? AccountId, string? UserKey, string? Username, string? DisplayName, string? PublicName, string? Email)
{
    public string? Id => AccountId ?? UserKey ?? Username;
}

internal sealed record V1Bodies(V1Body? Storage, V1Body? View);

internal sealed record V1Body(string? Value, string? Representation);

internal sealed record V1Metadata(V1List<V1Label>? Labels, string? MediaType, string? Comment);

internal sealed record V1Label(string? Name, string? Prefix);

/// <param name="Location">Of a comment: <c>footer</c>, <c>inline</c> or <c>resolved</c>.</param>
internal sealed record V1Extensions(string? MediaType, long? FileSize, string? Comment, string? Location, V1Resolution? Resolution);

internal sealed record V1Resolution(string? Status);

internal sealed record V1Space(
    long? Id, string? Key, string? Name, string? Type, string? Status, V1Content? Homepage, V1Description? Description, [property: JsonPropertyName("_links")] V1Links? Links);

internal sealed record V1Description(V1Body? Plain);

/// <summary>GET /rest/api/search.</summary>
internal sealed record V1Hit(
    V1Content? Content, V1Space? Space, V1User? User, string? Title, string? Excerpt, string? Url, V1Container? ResultGlobalContainer, string? EntityType, DateTimeOffset? LastModified);

internal sealed record V1Container(string? Title, string? DisplayUrl);

/// <summary>GET /rest/applinks/1.0/manifest.</summary>
internal sealed record V1Manifest(string? Version);

/// <summary>POST and PUT /rest/api/content.</summary>
internal sealed record V1ContentWrite(
    string Type, string Status, string Title, V1SpaceWrite? Space, IReadOnlyList<V1AncestorWrite>? Ancestors, V1BodiesWrite? Body, V1VersionWrite? Version);

/// <summary>POST /rest/api/content/{id}/copy.</summary>
internal sealed record V1CopyWrite(bool CopyAttachments, bool CopyLabels, bool CopyProperties, bool CopyPermissions, V1CopyDestination Destination, string PageTitle);

internal sealed record V1CopyDestination(string Type, string Value);

internal sealed record V1SpaceWrite(string Key);

internal sealed record V1AncestorWrite(string Id);

internal sealed record V1BodiesWrite(V1Body Storage);

internal sealed record V1VersionWrite(int Number, string? Message);

/// <summary>POST /rest/api/content and PUT /rest/api/content/{id} of a comment.</summary>
internal sealed record V1CommentWrite(string Type, V1ContainerWrite? Container, IReadOnlyList<V1AncestorWrite>? Ancestors, V1BodiesWrite Body, V1VersionWrite? Version);

internal sealed record V1ContainerWrite(string Id, string Type);

internal sealed record V1LabelWrite(string Prefix, string Name);

/// <summary>GET /rest/api/content/{id}/restriction/byOperation.</summary>
internal sealed record V1RestrictionsByOperation(V1Restriction? Read, V1Restriction? Update);

internal sealed record V1Restriction(V1Subjects? Restrictions);

internal sealed record V1Subjects(V1List<V1User>? User, V1List<V1Group>? Group);

internal sealed record V1Group(string? Type, string? Name, string? Id);

/// <summary>PUT /rest/api/content/{id}/restriction, an array of these.</summary>
internal sealed record V1RestrictionWrite(string Operation, V1SubjectsWrite Restrictions);

internal sealed record V1SubjectsWrite(IReadOnlyList<V1UserWrite> User, IReadOnlyList<V1Group> Group);

internal sealed record V1UserWrite(string Type, string? AccountId, string? Username, string? UserKey);

/// <summary>GET /rest/api/content/{id}/property.</summary>
internal sealed record V1Property(string? Id, string? Key, JsonElement Value, V1Version? Version);

internal sealed record V1PropertyWrite(string Key, JsonElement Value, V1VersionWrite? Version);

/// <summary>GET /rest/api/template/page.</summary>
internal sealed record V1Template(string? TemplateId, string? Name, string? Description, V1Space? Space, V1Bodies? Body);

/// <summary>GET /rest/api/analytics/content/{id}/views.</summary>
internal sealed record V1Count(long? Count);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 64, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(V1Content))]
[JsonSerializable(typeof(V1List<V1Content>))]
[JsonSerializable(typeof(V1Space))]
[JsonSerializable(typeof(V1List<V1Space>))]
[JsonSerializable(typeof(V1List<V1Hit>))]
[JsonSerializable(typeof(V1User))]
[JsonSerializable(typeof(V1Manifest))]
[JsonSerializable(typeof(V1List<V1Version>))]
[JsonSerializable(typeof(V1CopyWrite))]
[JsonSerializable(typeof(V1ContentWrite))]
[JsonSerializable(typeof(V1CommentWrite))]
[JsonSerializable(typeof(V1List<V1Label>))]
[JsonSerializable(typeof(V1LabelWrite[]))]
[JsonSerializable(typeof(V1RestrictionsByOperation))]
[JsonSerializable(typeof(V1RestrictionWrite[]))]
[JsonSerializable(typeof(V1List<V1Group>))]
[JsonSerializable(typeof(V1Group))]
[JsonSerializable(typeof(V1Property))]
[JsonSerializable(typeof(V1List<V1Property>))]
[JsonSerializable(typeof(V1PropertyWrite))]
[JsonSerializable(typeof(V1List<V1Template>))]
[JsonSerializable(typeof(V1Count))]
[JsonSerializable(typeof(InlineCommentWrite))]
[JsonSerializable(typeof(InlineAnswerWrite))]
[JsonSerializable(typeof(InlineResolution))]
[JsonSerializable(typeof(InlineCommentMade))]
internal sealed partial class V1Json : JsonSerializerContext;
