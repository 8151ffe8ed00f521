using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.People;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Finds people by name or e-mail.</summary>
[McpServerToolType]
internal sealed class FindUsersTool(PeopleFinder people)
{
    [McpServerTool(Name = "confluence_find_users", Title = "Find people", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Finds people of Confluence by name or e-mail.")]
    public async Task<UsersResult> FindUsersAsync(
        string query,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        ResultList<User> found = await people.FindAsync(query, limit, start, cancellationToken);
        return new UsersResult([.. found.Items.Select(UserItem.Of)], found.Total, found.NextStart);
    }
}

internal sealed record UsersResult(IReadOnlyList<UserItem> Users, int? TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => Users.Count == 0
        ? "Nobody found. Try another spelling, or one part of the name."
        : ListText.Of("user", Users.Select(user => user.ToText()), TotalAvailable, NextStartOffset);
}

/// <param name="Email">Null where Confluence does not show it.</param>
internal sealed record UserItem(string Id, string Name, string? Email, string? Username)
{
    public static UserItem Of(User user) => new(
        WikiText.Line(user.Id), WikiText.Line(user.DisplayName), user.Email is null ? null : WikiText.Line(user.Email), user.Username is null ? null : WikiText.Line(user.Username));

    public string ToText() => $"{Id}: {Name}{(Username is null ? "" : $" ({Username})")}{(Email is null ? "" : $" <{Email}>")}";
}
