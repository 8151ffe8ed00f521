using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira.Wire;

internal sealed record WireIssue(string? Id, string? Key, IReadOnlyDictionary<string, JsonElement>? Fields, WireChangelog? Changelog);

/// <summary>A page of issues: by token on Cloud, by <c>startAt</c> with a total on Data Center.</summary>
internal sealed record WireIssues(IReadOnlyList<WireIssue>? Issues, string? NextPageToken, bool? IsLast, int? StartAt, int? Total);

internal sealed record WireChangelog(IReadOnlyList<WireHistory>? Histories, int? Total);

internal sealed record WireChanges(IReadOnlyList<WireHistory>? Values);

internal sealed record WireHistory(WireUser? Author, DateTimeOffset? Created, IReadOnlyList<WireItem>? Items);

internal sealed record WireItem(string? Field, [property: JsonPropertyName("fromString")] string? Before, [property: JsonPropertyName("toString")] string? After);

internal sealed record WireUser(string? AccountId, string? Name, string? Key, string? DisplayName, string? EmailAddress, bool? Active, WireGroups? Groups = null);

internal sealed record WireGroups(IReadOnlyList<WireNamed>? Items);

internal sealed record WireComments(IReadOnlyList<WireComment>? Comments, int? Total);

internal sealed record WireComment(string? Id, WireUser? Author, JsonElement Body, DateTimeOffset? Created, DateTimeOffset? Updated, WireVisibility? Visibility, bool? JsdPublic);

internal sealed record WireVisibility(string? Type, string? Value, string? Identifier);

internal sealed record WireWorklogs(IReadOnlyList<WireWorklog>? Worklogs, int? StartAt, int? Total);

internal sealed record WireWorklog(
    string? Id, WireUser? Author, string? TimeSpent, long? TimeSpentSeconds, DateTimeOffset? Started, DateTimeOffset? Created, DateTimeOffset? Updated, JsonElement Comment, WireVisibility? Visibility);

internal sealed record WireLinkTypes(IReadOnlyList<WireLinkType>? IssueLinkTypes);

internal sealed record WireLinkType(string? Id, string? Name, string? Inward, string? Outward);

internal sealed record WireLink(WireLinkType? Type, WireCreated? InwardIssue, WireCreated? OutwardIssue);

internal sealed record WireRemoteLink(string? Id, string? Relationship, WireRemoteObject? Object);

internal sealed record WireRemoteObject(string? Url, string? Title);

internal sealed record WireWatchers(bool? IsWatching, int? WatchCount, IReadOnlyList<WireUser>? Watchers);

internal sealed record WireField(string? Id, string? Name, bool? Custom, WireSchema? Schema, IReadOnlyList<string>? ClauseNames);

internal sealed record WireSchema(string? Type, string? Items, string? System, string? Custom);

internal sealed record WireScreenField(string? FieldId, string? Key, string? Name, bool? Required, bool? HasDefaultValue, WireSchema? Schema, IReadOnlyList<JsonElement>? AllowedValues);

/// <summary>The one list that both deployments name differently.</summary>
internal sealed record WireScreenFields(IReadOnlyList<WireScreenField>? Fields, IReadOnlyList<WireScreenField>? Values, int? Total);

internal sealed record WireEditFields(IReadOnlyDictionary<string, WireScreenField>? Fields);

internal sealed record WireTypes(IReadOnlyList<WireType>? IssueTypes, IReadOnlyList<WireType>? Values, int? Total);

internal sealed record WireType(string? Id, string? Name, bool? Subtask);

internal sealed record WireTransitions(IReadOnlyList<WireTransition>? Transitions);

internal sealed record WireTransition(string? Id, string? Name, WireNamed? To, IReadOnlyDictionary<string, WireScreenField>? Fields);

internal sealed record WireNamed(string? Name);

internal sealed record WireProjects(IReadOnlyList<WireProject>? Values, int? Total, bool? IsLast);

internal sealed record WireProject(string? Id, string? Key, string? Name, string? ProjectTypeKey);

internal sealed record WireCreated(string? Id, string? Key);

internal sealed record WireBulk(IReadOnlyList<WireCreated>? Issues, IReadOnlyList<WireFailure>? Errors);

internal sealed record WireFailure(int? Status, JsonElement ElementErrors, int? FailedElementNumber);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 256, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(WireIssue))]
[JsonSerializable(typeof(WireIssues))]
[JsonSerializable(typeof(WireUser))]
[JsonSerializable(typeof(IReadOnlyList<WireUser>))]
[JsonSerializable(typeof(WireComment))]
[JsonSerializable(typeof(WireComments))]
[JsonSerializable(typeof(WireChanges))]
[JsonSerializable(typeof(WireLinkTypes))]
[JsonSerializable(typeof(WireLink))]
[JsonSerializable(typeof(IReadOnlyList<WireRemoteLink>))]
[JsonSerializable(typeof(WireWatchers))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(WireWorklog))]
[JsonSerializable(typeof(WireWorklogs))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
[JsonSerializable(typeof(IReadOnlyList<WireField>))]
[JsonSerializable(typeof(WireScreenFields))]
[JsonSerializable(typeof(WireEditFields))]
[JsonSerializable(typeof(WireTypes))]
[JsonSerializable(typeof(WireTransitions))]
[JsonSerializable(typeof(WireProjects))]
[JsonSerializable(typeof(IReadOnlyList<WireProject>))]
[JsonSerializable(typeof(WireCreated))]
[JsonSerializable(typeof(WireBulk))]
internal sealed partial class JiraJson : JsonSerializerContext;
