using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Says who alone may read and edit a page.</summary>
[McpServerToolType]
internal sealed class GetRestrictionsTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_get_restrictions", Title = "Read restrictions", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Says who alone may read and who alone may edit a page. Pages above it may restrict reading further.")]
    public async Task<RestrictionsResult> GetRestrictionsAsync(PageId page_id, CancellationToken cancellationToken = default)
    {
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        return RestrictionsResult.Of(page_id, await confluence.GetRestrictionsAsync(page_id, cancellationToken));
    }
}

/// <summary>Empty lists restrict nothing.</summary>
internal sealed record RestrictionsResult(
    string PageId, IReadOnlyList<UserItem> ReadUsers, IReadOnlyList<string> ReadGroups, IReadOnlyList<UserItem> UpdateUsers, IReadOnlyList<string> UpdateGroups,
    string? Message = null, string? Undo = null) : IToolResult
{
    public static RestrictionsResult Of(PageId page, Restrictions restrictions) => new(
        page.ToString(), [.. restrictions.Read.Users.Select(UserItem.Of)], [.. restrictions.Read.Groups.Select(group => WikiText.Line(group.Name))],
        [.. restrictions.Update.Users.Select(UserItem.Of)], [.. restrictions.Update.Groups.Select(group => WikiText.Line(group.Name))]);

    public string ToText()
    {
        var text = new StringBuilder();
        if (Message is not null)
            text.Append(Message).Append('\n');
        string[] lines = [.. Lines("read", ReadUsers, ReadGroups), .. Lines("update", UpdateUsers, UpdateGroups)];
        text.Append(lines.Length == 0 ? $"Page {PageId} has no restrictions of its own." : Fence.Around($"who alone may read or update page {PageId}", string.Join('\n', lines)));
        if (Undo is not null)
            text.Append('\n').Append(Fence.Around("undo", Undo));
        return text.ToString();
    }

    private static IEnumerable<string> Lines(string operation, IEnumerable<UserItem> users, IEnumerable<string> groups) =>
        users.Select(user => $"{operation}: user {user.ToText()}").Concat(groups.Select(group => $"{operation}: group {group}"));
}
