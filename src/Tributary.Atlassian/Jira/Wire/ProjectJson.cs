using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira.Wire;

internal sealed record WireProjectDetails(
    string? Id, string? Key, string? Name, string? ProjectTypeKey, string? Description, WireUser? Lead, IReadOnlyList<WireType>? IssueTypes, IReadOnlyList<WireComponent>? Components,
    IReadOnlyList<WireVersion>? Versions, IReadOnlyDictionary<string, JsonElement>? Roles);

internal sealed record WireComponent(string? Id, string? Name, string? Description, WireUser? Lead);

internal sealed record WireVersion(string? Id, string? Name, string? Description, bool? Released, bool? Archived, string? StartDate, string? ReleaseDate);

internal sealed record WireTypeStatuses(string? Name, IReadOnlyList<WireNamed>? Statuses);

internal sealed record WireServerInformation(string? Version);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 256, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(WireProjectDetails))]
[JsonSerializable(typeof(WireServerInformation))]
[JsonSerializable(typeof(WireVersion))]
[JsonSerializable(typeof(IReadOnlyList<WireVersion>))]
[JsonSerializable(typeof(IReadOnlyList<WireTypeStatuses>))]
internal sealed partial class ProjectJson : JsonSerializerContext;
