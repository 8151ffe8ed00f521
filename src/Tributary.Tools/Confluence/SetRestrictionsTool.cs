using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.People;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Says anew who alone may read and edit a page.</summary>
[McpServerToolType]
internal sealed class SetRestrictionsTool(ConfluenceClient confluence, SpaceAllowList allowed, PeopleFinder people)
{
    [McpServerTool(Name = "confluence_set_restrictions", Title = "Set restrictions", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Sets who alone may read or edit a page. Each list given replaces the present one, [] empties it; users and groups both empty restrict nothing.")]
    public async Task<RestrictionsResult> SetRestrictionsAsync(
        PageId page_id,
        [Description("Ids, e-mails or whole names.")] string[]? read_users = null,
        [Description("Names.")] string[]? read_groups = null,
        string[]? update_users = null,
        string[]? update_groups = null,
        [Description("Allow what would keep this server's own account out.")] bool allow_lockout = false,
        CancellationToken cancellationToken = default)
    {
        if (read_users is null && read_groups is null && update_users is null && update_groups is null)
            throw ToolException.InvalidParams("There is nothing to set: no list is given.", "Give at least one; [] lifts.");

        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        Restrictions before = await confluence.GetRestrictionsAsync(page_id, cancellationToken);
        var after = new Restrictions(
            await SubjectsAsync(before.Read, read_users, read_groups, cancellationToken),
            await SubjectsAsync(before.Update, update_users, update_groups, cancellationToken));
        if (Same(before.Read, after.Read) && Same(before.Update, after.Update))
            return RestrictionsResult.Of(page_id, before) with { Message = $"Nothing to set: page {page_id} is restricted like this already." };

        if (!allow_lockout)
            await CheckLockoutAsync(before, after, cancellationToken);
        await confluence.SetRestrictionsAsync(page_id, after, cancellationToken);
        return RestrictionsResult.Of(page_id, after) with { Message = $"Set the restrictions of page {page_id}.", Undo = Undo.SetRestrictions(page_id, before) };
    }

    private async Task<Subjects> SubjectsAsync(Subjects before, string[]? users, string[]? groups, CancellationToken cancellationToken) => new(
        users is null ? before.Users : await people.ResolveAsync(users, cancellationToken),
        groups is null ? before.Groups : await GroupsAsync(groups, cancellationToken));

    private async Task<IReadOnlyList<Group>> GroupsAsync(string[] names, CancellationToken cancellationToken)
    {
        var groups = new List<Group>();
        var unknown = new List<string>();
        foreach (string name in names.Select(name => name.Trim()).Distinct(StringComparer.Ordinal))
        {
            if (name.Length > 0 && await confluence.FindGroupAsync(name, cancellationToken) is { } group)
                groups.Add(group);
            else
                unknown.Add($"\"{WikiText.Beginning(name, 80)}\"");
        }

        return unknown.Count == 0
            ? [.. groups.DistinctBy(group => group.Name)]
            : throw ToolException.InvalidParams($"There is no group {string.Join(", ", unknown)}, or it is not shown to this account.", "Give whole names of groups. Nothing was changed.");
    }

    /// <summary>What the call itself does not change is not its fault.</summary>
    private async Task CheckLockoutAsync(Restrictions before, Restrictions after, CancellationToken cancellationToken)
    {
        (string Verb, Subjects Subjects)[] narrowed =
        [
            .. new[] { ("read", before.Read, after.Read), ("edit", before.Update, after.Update) }
                .Where(pair => !pair.Item3.IsEmpty && !Same(pair.Item2, pair.Item3)).Select(pair => (pair.Item1, pair.Item3)),
        ];
        if (narrowed.Length == 0)
            return;

        User me = await confluence.GetCurrentUserAsync(cancellationToken);
        var open = narrowed.Where(one => one.Subjects.Users.All(user => user.Id != me.Id)).ToList();
        if (open.Count == 0)
            return;

        HashSet<string> mine = [.. (await confluence.ListGroupsOfAsync(me, cancellationToken)).Select(group => group.Name)];
        string[] verbs = [.. open.Where(one => !one.Subjects.Groups.Any(group => mine.Contains(group.Name))).Select(one => one.Verb)];
        if (verbs.Length > 0)
        {
            throw new ToolException(
                ErrorCode.NotAllowed, $"This would keep the account of this server, {PeopleFinder.Shown(me)}, from being able to {string.Join(" and to ", verbs)} the page.",
                $"Add {WikiText.Line(me.Id)} to the users, or repeat with allow_lockout if the user wants just that. Nothing was changed.");
        }
    }

    private static bool Same(Subjects one, Subjects other) =>
        one.Users.Select(user => user.Id).ToHashSet().SetEquals(other.Users.Select(user => user.Id)) && one.Groups.Select(group => group.Name).ToHashSet().SetEquals(other.Groups.Select(group => group.Name));
}
