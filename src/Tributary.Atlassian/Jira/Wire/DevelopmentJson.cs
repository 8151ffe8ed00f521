using System.Text.Json.Serialization;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira.Wire;

/// <summary>How much there is of each kind, and in which kinds of application.</summary>
internal sealed record WireDevelopmentCounts(IReadOnlyDictionary<string, WireDevelopmentCount?>? Summary);

internal sealed record WireDevelopmentCount(WireOverall? Overall, IReadOnlyDictionary<string, WireNamed?>? ByInstanceType);

internal sealed record WireOverall(int? Count);

internal sealed record WireDevelopment(IReadOnlyList<WireDevelopmentDetail>? Detail);

internal sealed record WireDevelopmentDetail(IReadOnlyList<WireBranch>? Branches, IReadOnlyList<WirePullRequest>? PullRequests, IReadOnlyList<WireRepository>? Repositories);

internal sealed record WireBranch(string? Name, string? Url, WireNamed? Repository);

internal sealed record WirePullRequest(string? Id, string? Name, string? Status, string? Url, WireNamed? Author, WireEnd? Source, WireEnd? Destination, DateTimeOffset? LastUpdate);

internal sealed record WireEnd(string? Branch);

internal sealed record WireRepository(string? Name, IReadOnlyList<WireCommit>? Commits);

internal sealed record WireCommit(string? Id, string? DisplayId, string? Message, WireNamed? Author, DateTimeOffset? AuthorTimestamp, string? Url);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false, MaxDepth = 256, Converters = [typeof(LenientTime), typeof(LenientText)])]
[JsonSerializable(typeof(WireDevelopmentCounts))]
[JsonSerializable(typeof(WireDevelopment))]
internal sealed partial class DevelopmentJson : JsonSerializerContext;
