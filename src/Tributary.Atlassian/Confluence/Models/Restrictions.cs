namespace Tributary.Atlassian.Confluence.Models;

/// <summary>Who alone may read and who alone may edit a content. What stands above it in the tree may restrict reading further.</summary>
public sealed record Restrictions(Subjects Read, Subjects Update);

/// <summary>People and groups; nobody at all means no restriction.</summary>
public sealed record Subjects(IReadOnlyList<User> Users, IReadOnlyList<Group> Groups)
{
    public bool IsEmpty => Users.Count == 0 && Groups.Count == 0;
}

/// <param name="Id">Null where Confluence does not say it: Data Center knows groups by name alone.</param>
public sealed record Group(string Name, string? Id = null);
