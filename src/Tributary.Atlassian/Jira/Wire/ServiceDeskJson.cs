using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira.Wire;

/// <summary>A list that goes on by <c>start</c>.</summary>
internal sealed record WireDeskPage<T>(IReadOnlyList<T>? Values, bool? IsLastPage);

internal sealed record WireDesk(string? Id, string? ProjectKey, string? ProjectName);

internal sealed record WireRequestType(string? Id, string? Name, string? Description);

internal sealed record WireRequestForm(IReadOnlyList<WireRequestField>? RequestTypeFields, bool? CanRaiseOnBehalfOf);

internal sealed record WireRequestField(
    string? FieldId, string? Name, bool? Required, IReadOnlyList<JsonElement>? DefaultValues, IReadOnlyList<WireValidValue>? ValidValues, WireSchema? JiraSchema);

internal sealed record WireValidValue(string? Value, string? Label, IReadOnlyList<WireValidValue>? Children);

internal sealed record WireRequest(string? IssueId, string? IssueKey, WireRequestStatus? CurrentStatus, [property: JsonPropertyName("_links")] WireRequestLinks? Links);

internal sealed record WireRequestStatus(string? Status);

internal sealed record WireRequestLinks(string? Web);

internal sealed record WireQueue(string? Id, string? Name, string? Jql, int? IssueCount);

internal sealed record WireSla(string? Name, IReadOnlyList<WireCycle>? CompletedCycles, WireCycle? OngoingCycle);

internal sealed record WireCycle(bool? Breached, bool? Paused, WireMoment? BreachTime, WireSpan? GoalDuration, WireSpan? ElapsedTime, WireSpan? RemainingTime);

internal sealed record WireMoment([property: JsonPropertyName("iso8601")] DateTimeOffset? Time);

internal sealed record WireSpan(string? Friendly);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 256, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(WireDeskPage<WireDesk>))]
[JsonSerializable(typeof(WireDeskPage<WireRequestType>))]
[JsonSerializable(typeof(WireDeskPage<WireQueue>))]
[JsonSerializable(typeof(WireDeskPage<WireIssue>))]
[JsonSerializable(typeof(WireDeskPage<WireSla>))]
[JsonSerializable(typeof(WireRequestForm))]
[JsonSerializable(typeof(WireRequest))]
internal sealed partial class ServiceDeskJson : JsonSerializerContext;
