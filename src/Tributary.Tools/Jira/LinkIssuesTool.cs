using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Links an issue to another one or to an address, or takes such a link away.</summary>
[McpServerToolType]
internal sealed class LinkIssuesTool(JiraClient jira, ProjectAllowList allowed)
{
    private static readonly string[] Hierarchy = ["epic", "epiclink", "parent", "parentof", "child", "childof", "subtask", "subtaskof"];

    [McpServerTool(Name = "jira_link_issues", Title = "Link issues", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Links an issue to another one, or to a url; with remove, unlinks (a link can be made again). Epics and parents are set with jira_update_issue.")]
    public async Task<LinkedResult> LinkIssuesAsync(
        IssueKey? issue_key = null,
        [Description("What issue_key does: blocks, is blocked by... With url: Jira's \"links to\" in other words.")] string? link_type = null,
        IssueKey? to_issue = null,
        string? url = null,
        [Description("With url.")] string? title = null,
        bool remove = false,
        [Description("Alone: unlinks by the id of jira_get_issue with expand links.")] JiraId? remove_link = null,
        CancellationToken cancellationToken = default)
    {
        if (remove_link is { } id)
            return await RemoveAsync(id, cancellationToken);
        if (issue_key is not { } key)
            throw ToolException.InvalidParams("`issue_key` is missing.", "Give the issue to link, or remove_link alone.");
        if (string.IsNullOrWhiteSpace(url) == to_issue is null)
            throw ToolException.InvalidParams(to_issue is null ? "It is not said what to link to." : "`to_issue` and `url` exclude each other.", "Give to_issue and link_type, or url and title.");

        await allowed.CheckAsync(jira, key, cancellationToken);
        if (to_issue is not { } other)
            return await LinkAddressAsync(key, url!, title, link_type, remove, cancellationToken);

        await allowed.CheckAsync(jira, other, cancellationToken);
        if (other == key)
            throw ToolException.InvalidParams($"{key} cannot be linked to itself.", "Give another issue as to_issue.");
        return await LinkIssueAsync(key, other, link_type, remove, cancellationToken);
    }

    private async Task<LinkedResult> LinkIssueAsync(IssueKey key, IssueKey other, string? named, bool remove, CancellationToken cancellationToken)
    {
        (LinkType type, bool isOutward) = Choose(named, await jira.ListLinkTypesAsync(cancellationToken));
        string words = WikiText.Line(isOutward ? type.Outward : type.Inward);
        Issue issue = await jira.GetIssueAsync(key, ["summary", "issuelinks"], withChanges: false, cancellationToken);
        bool isSymmetric = type.Inward == type.Outward;
        IssueLink? known = issue.Links.FirstOrDefault(link => link.Other == other && link.Type.Id == type.Id && (isSymmetric || link.IsOutward == isOutward));
        if (known is null == remove)
            return new LinkedResult(key.ToString(), $"Nothing to do: {key} {(remove ? $"has no link \"{words}\" to" : words)} {other}{(remove ? "" : " already")}.");
        if (remove)
        {
            await jira.DeleteLinkAsync(JiraId.Parse(known!.Id), cancellationToken);
            return new LinkedResult(key.ToString(), $"Unlinked: {key} {words} {other} no more.");
        }

        await jira.LinkAsync(type, isOutward ? key : other, isOutward ? other : key, cancellationToken);
        return new LinkedResult(key.ToString(), $"Linked: {key} {words} {other}.");
    }

    private static (LinkType Type, bool IsOutward) Choose(string? named, IReadOnlyList<LinkType> types)
    {
        (LinkType Type, bool IsOutward, string Words)[] all = [.. types.SelectMany(type => new[] { (type, true, type.Outward), (type, false, type.Inward) }).DistinctBy(way => (way.type.Id, way.Item3))];
        string listed = FieldNames.Listed([.. all.Select(way => WikiText.Line(way.Words))]);
        if (string.IsNullOrWhiteSpace(named))
            throw ToolException.InvalidParams($"`link_type` is missing. {listed}", "Nothing was changed. Give one of them.");

        (LinkType Type, bool IsOutward, string Words)[] found = FieldNames.Find(named, all, way => way.Words, way => way.Words);
        if (found.Length == 0)
            found = FieldNames.Find(named, all.Where(way => way.IsOutward), way => way.Type.Id, way => way.Type.Name);
        if (found is [var chosen, ..])
            return (chosen.Type, chosen.IsOutward);

        bool isHierarchy = Hierarchy.Contains(string.Concat(named.Where(char.IsLetter)).ToLowerInvariant());
        throw ToolException.InvalidParams(
            $"No type of link is called \"{WikiText.Beginning(named, 80)}\". {FieldNames.Instead(named, [.. all.Select(way => WikiText.Line(way.Words))])}",
            isHierarchy ? "Nothing was changed. Set an epic or parent with jira_update_issue, fields {\"Parent\": \"ENG-1\"}." : "Nothing was changed. Give one of them.");
    }

    private async Task<LinkedResult> LinkAddressAsync(IssueKey key, string url, string? title, string? relationship, bool remove, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw ToolException.InvalidParams("`url` is not an address that can be linked to.", "Give one that begins with https:// and holds no password.");

        string shown = WikiText.Line(address.AbsoluteUri);
        RemoteLink[] known = [.. (await jira.ListRemoteLinksAsync(key, cancellationToken)).Where(link => Uri.TryCreate(link.Url, UriKind.Absolute, out Uri? at) && at == address)];
        if (!remove)
        {
            if (known.FirstOrDefault(link => IsLike(title, link.Title) && IsLike(relationship, link.Relationship)) is { } same)
                return new LinkedResult(key.ToString(), $"Nothing to do: {key} is linked to {shown} already.", same.Id);
            string words = string.IsNullOrWhiteSpace(title) ? shown : title.Trim();
            string id = await jira.AddRemoteLinkAsync(key, address, words, string.IsNullOrWhiteSpace(relationship) ? null : relationship.Trim(), cancellationToken);
            return new LinkedResult(key.ToString(), $"Linked {key} to {shown}.", id);
        }

        foreach (RemoteLink link in known)
            await jira.DeleteRemoteLinkAsync(key, JiraId.Parse(link.Id), cancellationToken);
        return new LinkedResult(key.ToString(), known.Length == 0 ? $"Nothing to do: {key} has no link to {shown}." : $"Unlinked {key} from {shown}.");
    }

    private static bool IsLike(string? wanted, string? there) => string.IsNullOrWhiteSpace(wanted) || wanted.Trim() == there;

    private async Task<LinkedResult> RemoveAsync(JiraId id, CancellationToken cancellationToken)
    {
        (LinkType type, IssueKey from, IssueKey to) = await FoundAsync(id, cancellationToken);
        await jira.DeleteLinkAsync(id, cancellationToken);
        return new LinkedResult(from.ToString(), $"Unlinked: {from} {WikiText.Line(type.Outward)} {to} no more.");
    }

    // A link that leads out of the open projects is answered as one that is not there.
    private async Task<(LinkType Type, IssueKey From, IssueKey To)> FoundAsync(JiraId id, CancellationToken cancellationToken)
    {
        try
        {
            (LinkType type, IssueKey from, IssueKey to) = await jira.GetLinkAsync(id, cancellationToken);
            if (allowed.Contains(from.Project) && allowed.Contains(to.Project))
                return (type, from, to);
        }
        catch (AtlassianException failure) when (allowed.IsRestricted && failure.Kind == AtlassianErrorKind.ResourceNotFound)
        {
            // Told in the same words below.
        }

        throw new ToolException(ErrorCode.ResourceNotFound, $"There is no link {id}.", "jira_get_issue with expand links shows the ids of links.");
    }
}

/// <param name="Id">Of a link to an address; Jira tells none of others.</param>
internal sealed record LinkedResult(string Key, string Message, string? Id = null) : IToolResult
{
    public string ToText() => Message;
}
