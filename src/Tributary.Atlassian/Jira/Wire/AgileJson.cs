using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira.Wire;

internal sealed record WireBoard(long Id, string? Name, string? Type, WireLocation? Location);

internal sealed record WireLocation(string? ProjectKey);

internal sealed record WireSprint(long Id, string? Name, string? State, string? Goal, DateTimeOffset? StartDate, DateTimeOffset? EndDate, DateTimeOffset? CompleteDate, long? OriginBoardId);

/// <summary>A list that goes on by <c>startAt</c>; some say how many there are, some only whether this is the end.</summary>
internal sealed record WirePage<T>(IReadOnlyList<T>? Values, int? Total, bool? IsLast);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 256, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(WireBoard))]
[JsonSerializable(typeof(WireSprint))]
[JsonSerializable(typeof(WirePage<WireBoard>))]
[JsonSerializable(typeof(WirePage<WireSprint>))]
[JsonSerializable(typeof(WirePage<WireProject>))]
internal sealed partial class AgileJson : JsonSerializerContext;
