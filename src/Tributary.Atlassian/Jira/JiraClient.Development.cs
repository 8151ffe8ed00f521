using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    // What the summary counts, and what the details of it hold.
    private const string Branches = "branch", Commits = "repository", PullRequests = "pullrequest", Builds = "build";

    /// <summary>Branches, commits and pull requests of an issue, by an internal API of Atlassian's: it may change without notice.</summary>
    /// <param name="issueId">The number behind the key: that API knows no keys.</param>
    public async Task<DevelopmentInfo> GetDevelopmentAsync(string issueId, CancellationToken cancellationToken)
    {
        string operation = $"get development information of issue {issueId}";
        WireDevelopmentCounts counts = await SendAsync(
            Route(JiraOperation.CountDevelopment).Request(operation, query: new Parameters { { "issueId", issueId } }), DevelopmentJson.Default.WireDevelopmentCounts, cancellationToken);
        IReadOnlyDictionary<string, WireDevelopmentCount?> summary = counts.Summary ?? new Dictionary<string, WireDevelopmentCount?>();

        List<WireDevelopmentDetail> details = [];
        foreach (string kind in (string[])[Branches, Commits, PullRequests])
        {
            foreach (string application in summary.GetValueOrDefault(kind)?.ByInstanceType?.Keys ?? [])
            {
                var query = new Parameters { { "issueId", issueId }, { "applicationType", application }, { "dataType", kind } };
                WireDevelopment found = await SendAsync(Route(JiraOperation.ListDevelopment).Request(operation, query: query), DevelopmentJson.Default.WireDevelopment, cancellationToken);

                // The details of branches bring along pull requests of theirs, which their own list has again.
                details.AddRange((found.Detail ?? []).Select(detail => kind == PullRequests ? detail : detail with { PullRequests = null }));
            }
        }

        return new DevelopmentInfo(
            [.. details.SelectMany(detail => detail.Branches ?? []).Select(branch => new DevelopmentBranch(branch.Name ?? "", branch.Repository?.Name, branch.Url))],
            [.. details.SelectMany(detail => detail.Repositories ?? []).SelectMany(repository => repository.Commits ?? [], Read)],
            [.. details.SelectMany(detail => detail.PullRequests ?? []).Select(Read)],
            summary.GetValueOrDefault(Builds)?.Overall?.Count ?? 0);
    }

    private static DevelopmentCommit Read(WireRepository repository, WireCommit commit) =>
        new(commit.DisplayId ?? commit.Id ?? "", commit.Message ?? "", commit.Author?.Name, commit.AuthorTimestamp, repository.Name, commit.Url);

    private static PullRequest Read(WirePullRequest pull) =>
        new(pull.Id ?? "", pull.Name ?? "", pull.Status ?? "", pull.Author?.Name, pull.Source?.Branch, pull.Destination?.Branch, pull.LastUpdate, pull.Url);
}
