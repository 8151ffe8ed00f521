using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Group = Tributary.Atlassian.Confluence.Models.Group;
using User = Tributary.Atlassian.Confluence.Models.User;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class RestrictionTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task People_and_groups_are_set_and_read_and_lifted(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        PageId id = PageId.Parse(site.Team.AddPage("Page").Id);
        ConfluenceClient client = site.Client();
        User bob = await client.GetCurrentUserAsync(Token);
        Group group = (await client.FindGroupAsync("confluence-users", Token))!;
        Assert.NotNull(group);

        await client.SetRestrictionsAsync(id, new Restrictions(new Subjects([], [group]), new Subjects([bob], [])), Token);
        Restrictions set = await client.GetRestrictionsAsync(id, Token);
        await client.SetRestrictionsAsync(id, new Restrictions(new Subjects([], []), new Subjects([], [])), Token);
        Restrictions lifted = await client.GetRestrictionsAsync(id, Token);

        Assert.Equal(["confluence-users"], set.Read.Groups.Select(one => one.Name));
        Assert.Equal([bob.Id], set.Update.Users.Select(user => user.Id));
        Assert.True(lifted.Read.IsEmpty && lifted.Update.IsEmpty);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task People_are_found_by_name_and_groups_by_their_whole_name(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        ConfluenceClient client = site.Client();

        ResultList<User> found = await client.SearchUsersAsync("user.fullname ~ \"Charlie\"", 10, 0, Token);
        IReadOnlyList<Group> groups = await client.ListGroupsOfAsync(found.Items[0], Token);

        Assert.Equal(["Charlie"], found.Items.Select(user => user.DisplayName));
        Assert.Contains("confluence-users", groups.Select(group => group.Name));
        Assert.Null(await client.FindGroupAsync("confluence", Token));
        Assert.Equal(site.IsCloud ? null : "charlie", (await client.FindUserNamedAsync("charlie", Token))?.Username);
        Assert.Null(await client.FindUserNamedAsync("nobody", Token));
    }
}
