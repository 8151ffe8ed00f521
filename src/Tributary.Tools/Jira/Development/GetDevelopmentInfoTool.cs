using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Development;

/// <summary>Tells which branches, commits and pull requests name an issue.</summary>
[McpServerToolType]
internal sealed class GetDevelopmentInfoTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_get_development_info", Title = "Read development information", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Branches, commits and pull requests of an issue. By an internal API of Atlassian's, which may change.")]
    public async Task<DevelopmentResult> GetDevelopmentInfoAsync(
        IssueKey issue_key,
        [Description("Of each kind."), Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        Issue issue = await jira.GetIssueAsync(issue_key, ["summary"], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        DevelopmentInfo info = await jira.GetDevelopmentAsync(issue.Id, cancellationToken);
        int most = Math.Max(info.Branches.Count, Math.Max(info.Commits.Count, info.PullRequests.Count));
        return new DevelopmentResult(
            issue.Key.ToString(), [.. info.Branches.Skip(start).Take(limit).Select(BranchItem.Of)], info.Branches.Count, [.. info.Commits.Skip(start).Take(limit).Select(CommitItem.Of)], info.Commits.Count,
            [.. info.PullRequests.Skip(start).Take(limit).Select(PullRequestItem.Of)], info.PullRequests.Count, info.Builds, start + limit < most ? start + limit : null);
    }
}

internal sealed record DevelopmentResult(
    string Key, IReadOnlyList<BranchItem> Branches, int TotalBranches, IReadOnlyList<CommitItem> Commits, int TotalCommits, IReadOnlyList<PullRequestItem> PullRequests, int TotalPullRequests,
    int Builds, int? NextStartOffset) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder(
            $"{Key}: {ListText.Count(TotalBranches, "branch")}, {ListText.Count(TotalCommits, "commit")}, {ListText.Count(TotalPullRequests, "pull request")}, {ListText.Count(Builds, "build")}");
        string[] lines = [.. Branches.Select(branch => branch.ToText()), .. Commits.Select(commit => commit.ToText()), .. PullRequests.Select(pull => pull.ToText())];
        if (lines.Length > 0)
            text.Append('\n').Append(Fence.Around("development information", string.Join('\n', lines)));
        if (NextStartOffset is not null)
            text.Append("\nMore: repeat with start ").Append(NextStartOffset);
        return text.ToString();
    }
}

internal sealed record BranchItem(string Name, string? Repository, string? Url)
{
    public static BranchItem Of(DevelopmentBranch branch) => new(WikiText.Line(branch.Name), Line(branch.Repository), Line(branch.Url));

    public string ToText() => $"- branch {Name}{(Repository is null ? "" : $" in {Repository}")} {Url}".TrimEnd();

    internal static string? Line(string? text) => string.IsNullOrEmpty(text) ? null : WikiText.Line(text);
}

internal sealed record CommitItem(string Id, string Message, string? Author, DateTime? Date, string? Repository, string? Url)
{
    private const int Longest = 200;

    public static CommitItem Of(DevelopmentCommit commit) => new(
        WikiText.Line(commit.Id), WikiText.Beginning(commit.Message, Longest), BranchItem.Line(commit.Author), commit.When?.UtcDateTime,
        BranchItem.Line(commit.Repository), BranchItem.Line(commit.Url));

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"- commit {Id} {Date:yyyy-MM-dd} {Author}{(Repository is null ? "" : $" in {Repository}")}: {Message} {Url}").TrimEnd();
}

/// <param name="Source">The branch that is to go into the other.</param>
internal sealed record PullRequestItem(string Id, string Name, string Status, string? Author, string? Source, string? Destination, DateTime? UpdatedDate, string? Url)
{
    public static PullRequestItem Of(PullRequest pull) => new(
        WikiText.Line(pull.Id), WikiText.Line(pull.Name), WikiText.Line(pull.Status).ToLowerInvariant(), BranchItem.Line(pull.Author), BranchItem.Line(pull.Source), BranchItem.Line(pull.Destination),
        pull.UpdatedAt?.UtcDateTime, BranchItem.Line(pull.Url));

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"- pull request {Id} ({Status}, {Source} -> {Destination}) {UpdatedDate:yyyy-MM-dd} {Author}: {Name} {Url}").TrimEnd();
}
