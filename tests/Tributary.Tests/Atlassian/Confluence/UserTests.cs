using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class UserTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Names_are_looked_up_by_id_once_and_who_is_unknown_is_absent(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        ConfluenceClient client = site.Client();
        string[] ids = [Id(site, "alice"), Id(site, "charlie"), "nobody-knows", Id(site, "alice")];

        IReadOnlyList<User> found = [];
        IReadOnlyList<string> first = await site.CostOfAsync(async () => found = await client.GetUsersAsync(ids, Token));
        IReadOnlyList<string> second = await site.CostOfAsync(() => client.GetUsersAsync(ids, Token));

        Assert.Equal([Id(site, "alice"), Id(site, "charlie")], found.Select(user => user.Id));
        Assert.Equal([site.Team.User("alice").DisplayName, site.Team.User("charlie").DisplayName], found.Select(user => user.DisplayName));
        Assert.Equal(site.IsCloud ? 1 : 3, first.Count);
        Assert.Empty(second);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task The_current_user_is_the_credentials(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);

        User user = await site.Client("charlie").GetCurrentUserAsync(Token);

        Assert.Equal((Id(site, "charlie"), site.Team.User("charlie").DisplayName), (user.Id, user.DisplayName));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_check_tells_user_spaces_and_clock(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);

        SiteCheck bob = await site.Client().CheckAsync(Token);
        SiteCheck diana = await site.Client("diana").CheckAsync(Token);

        Assert.Equal((Id(site, "bob"), true), (bob.User.Id, bob.SeesSpaces));
        Assert.False(diana.SeesSpaces);
    }

    private static string Id(ClientSite site, string user) => site.IsCloud ? site.Team.User(user).AccountId : site.Team.User(user).UserKey;
}
