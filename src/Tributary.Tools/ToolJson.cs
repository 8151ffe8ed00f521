using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tributary.Tools.Confluence;

namespace Tributary.Tools;

/// <summary>The wire form of results: snake_case, and nothing said about what is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SearchResult))]
[JsonSerializable(typeof(SpacesResult))]
[JsonSerializable(typeof(AddedAttachmentResult))]
[JsonSerializable(typeof(AttachmentsResult))]
[JsonSerializable(typeof(DeletionResult))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ToolJson : JsonSerializerContext;
