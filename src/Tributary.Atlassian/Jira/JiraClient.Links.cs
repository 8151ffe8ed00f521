using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    public async Task<IReadOnlyList<LinkType>> ListLinkTypesAsync(CancellationToken cancellationToken)
    {
        WireLinkTypes list = await SendAsync(Route(JiraOperation.ListLinkTypes).Request("list types of links"), JiraJson.Default.WireLinkTypes, cancellationToken);
        return [.. (list.IssueLinkTypes ?? []).Select(type => new LinkType(type.Id ?? "", type.Name ?? "", type.Inward ?? type.Name ?? "", type.Outward ?? type.Name ?? ""))];
    }

    /// <param name="from">The one that blocks, duplicates, clones.</param>
    /// <param name="to">The one that is blocked, duplicated, cloned.</param>
    public Task LinkAsync(LinkType type, IssueKey from, IssueKey to, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.LinkIssues).Request($"link {from} to {to}", content: Body(json =>
        {
            // Whom the link leads from is in its API the inward issue, although that one's words are the outward ones.
            WriteMember(json, "type", "id", type.Id);
            WriteMember(json, "inwardIssue", "key", from.ToString());
            WriteMember(json, "outwardIssue", "key", to.ToString());
        })),
        cancellationToken);

    /// <returns>The issues at both ends.</returns>
    public async Task<(LinkType Type, IssueKey From, IssueKey To)> GetLinkAsync(JiraId id, CancellationToken cancellationToken)
    {
        string operation = $"get link {id}";
        WireLink link = await SendAsync(Route(JiraOperation.GetLink).Request(operation, id.ToString()), JiraJson.Default.WireLink, cancellationToken);
        return IssueKey.TryParse(link.InwardIssue?.Key, out IssueKey from) && IssueKey.TryParse(link.OutwardIssue?.Key, out IssueKey to)
            ? (new LinkType(link.Type?.Id ?? "", link.Type?.Name ?? "", link.Type?.Inward ?? "", link.Type?.Outward ?? ""), from, to)
            : throw JsonAnswers.Missing(operation, "the issues that it links", AtlassianProduct.Jira);
    }

    public Task DeleteLinkAsync(JiraId id, CancellationToken cancellationToken) => SendAsync(Route(JiraOperation.DeleteLink).Request($"delete link {id}", id.ToString()), cancellationToken);

    public async Task<IReadOnlyList<RemoteLink>> ListRemoteLinksAsync(IssueKey key, CancellationToken cancellationToken)
    {
        IReadOnlyList<WireRemoteLink> list = await SendAsync(
            Route(JiraOperation.ListRemoteLinks).Request($"list remote links of {key}", key.ToString()), JiraJson.Default.IReadOnlyListWireRemoteLink, cancellationToken);
        return [.. list.Select(link => new RemoteLink(link.Id ?? "", link.Object?.Title ?? link.Object?.Url ?? "", link.Object?.Url ?? "", link.Relationship))];
    }

    /// <summary>Links to an address. The same address once more is the same link, with the new title.</summary>
    /// <returns>The link's id.</returns>
    public async Task<string> AddRemoteLinkAsync(IssueKey key, Uri url, string title, string? relationship, CancellationToken cancellationToken)
    {
        Func<HttpContent> content = Body(json =>
        {
            json.WriteString("globalId", url.AbsoluteUri);
            if (relationship is not null) json.WriteString("relationship", relationship);
            json.WriteStartObject("object");
            json.WriteString("url", url.AbsoluteUri);
            json.WriteString("title", title);
            json.WriteEndObject();
        });
        WireCreated created = await SendAsync(Route(JiraOperation.AddRemoteLink).Request($"link {key} to an address", key.ToString(), content: content), JiraJson.Default.WireCreated, cancellationToken);
        return created.Id ?? "";
    }

    public Task DeleteRemoteLinkAsync(IssueKey key, JiraId id, CancellationToken cancellationToken) =>
        SendAsync(Route(JiraOperation.DeleteRemoteLink).Request($"delete remote link {id} of {key}", key.ToString(), id.ToString()), cancellationToken);

    private static void WriteMember(Utf8JsonWriter json, string name, string member, string value)
    {
        json.WriteStartObject(name);
        json.WriteString(member, value);
        json.WriteEndObject();
    }
}
