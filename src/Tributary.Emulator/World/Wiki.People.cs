namespace Tributary.Emulator.World;

internal sealed partial class Wiki
{
    public const string AdministratorsGroup = "confluence-administrators";
    public const string UsersGroup = "confluence-users";
    public const string OutsidersGroup = "confluence-guests";

    public IReadOnlyList<User> Users => state.Users;

    public IReadOnlyList<Group> Groups => state.Groups;

    /// <summary>By account id, user name or user key.</summary>
    public User? FindUser(string identity) =>
        state.Users.Find(user => user.AccountId == identity || user.UserKey == identity || user.Username.Equals(identity, StringComparison.OrdinalIgnoreCase));

    public Group? FindGroup(string nameOrId) => state.Groups.Find(group => group.Name == nameOrId || group.Id == nameOrId);

    public IEnumerable<Group> GroupsOf(User user) => state.Groups.Where(group => group.Members.Contains(user.AccountId));

    public bool IsAdministrator(User user) => FindGroup(AdministratorsGroup)!.Members.Contains(user.AccountId);

    /// <summary>The four people and three groups that every emulated site has.</summary>
    public void Found()
    {
        User alice = AddUser("alice", "Alice", "5b10a2844c20165700ede21a", "8a7f808a0000000000000000000a11ce");
        User bob = AddUser("bob", "Bob", "5b10ac8d82e05b22cc7d4ef5", "8a7f808a00000000000000000000b0b0");
        User charlie = AddUser("charlie", "Charlie", "5b109f2e9729b51b54dc274d", "8a7f808a000000000000000000c4a41e");
        User diana = AddUser("diana", "Diana", "5b10a0effa615349cb016cd8", "8a7f808a000000000000000000d1a9a0");
        AddGroup(AdministratorsGroup, "b6c15b5a-0000-4000-8000-000000000001", alice);
        AddGroup(UsersGroup, "b6c15b5a-0000-4000-8000-000000000002", alice, bob, charlie);
        AddGroup(OutsidersGroup, "b6c15b5a-0000-4000-8000-000000000003", diana);
    }

    public User AddUser(string username, string displayName, string accountId, string userKey)
    {
        var user = new User { AccountId = accountId, UserKey = userKey, Username = username, DisplayName = displayName, Email = $"{username}@example.com" };
        state.Users.Add(user);
        Changed();
        return user;
    }

    public Group AddGroup(string name, string id, params IEnumerable<User> members)
    {
        var group = new Group { Id = id, Name = name, Members = [.. members.Select(member => member.AccountId)] };
        state.Groups.Add(group);
        Changed();
        return group;
    }
}
